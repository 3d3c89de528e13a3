import ExportKit
import Foundation
import IndicatorKit

/// The XML schemas of a program: of its exports, of the detail of its indicators, and one over all.
public struct SchemaFolder: Sendable {
  /// The texts by the names of their files, in the order in which they are written.
  public let files: [(name: String, text: String)]

  /// Makes the schemas of the registered modules.
  public init(_ registry: Registry) {
    let exports = registry.exporters.compactMap { type(of: $0).card.schema }
      .map { (namespace: $0.namespace, name: $0.fileName, text: $0.text) }
    let details = registry.indicators.map { type(of: $0).card }.filter { !$0.details.isEmpty }
      .map { card in
        (
          namespace: DetailSchema.namespace(of: card.id),
          name: DetailSchema.fileName(of: card.id),
          text: DetailSchema(indicator: card.id, details: card.details).text
        )
      }
    let parts = exports + details
    let driver = DriverSchema(parts.map { ($0.namespace, $0.name) })
    files = parts.map { ($0.name, $0.text) } + [(DriverSchema.fileName, driver.text)]
  }

  /// Writes the files into a folder, which is made where it is not there, and gives their places.
  ///
  /// - Throws: `WritingFailure` where a file cannot be written.
  public func write(to folder: URL) throws(WritingFailure) -> [URL] {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return try files.map { file in
        let place = folder.appending(path: file.name)
        try Data(file.text.utf8).write(to: place, options: .atomic)
        return place
      }
    } catch {
      let reason = DiskTrouble.reason(error)
      throw WritingFailure(
        message: Text(
          "The schemas could not be written to \(folder.path): \(reason.english)",
          nl: "De schema’s konden niet worden geschreven in \(folder.path): \(reason.dutch)"))
    }
  }
}
