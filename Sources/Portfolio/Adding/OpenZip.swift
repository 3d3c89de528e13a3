import Foundation
import ImpactModel
import OpenDocument

/// A ZIP archive whose reports are handed out one by one, in the order of their names.
struct OpenZip: OpenArchive {
  private let file: URL
  private let archive: PackageArchive
  private var names: [String]

  /// Opens an archive and checks its directory.
  init(_ file: URL) throws(SpreadsheetReadError) {
    self.file = file
    var limits = ReadingLimits()
    limits.parts = DocumentSource.mostOfAnArchive
    archive = try PackageArchive(file, limits: limits)
    let reports = archive.names.filter { DocumentSource.mayBeReport($0) }
    names = DocumentSource.withoutTwins(reports).reversed()
  }

  var isEmpty: Bool { names.isEmpty }

  mutating func next() throws -> ReceivedDocument? {
    guard let name = names.popLast() else { return nil }
    let shown = "\(file.path)/\(name)"
    guard (archive.size(of: name) ?? 0) <= DocumentSource.largest else {
      return ReceivedDocument(name: shown, refused: DocumentSource.tooLarge)
    }
    do {
      let bytes = try archive.bytes(of: name, limit: DocumentSource.largest) ?? []
      return DocumentSource.unpacked(Data(bytes), shown)
    } catch {
      // Each file of a ZIP archive stands by itself; the others may still be whole.
      return ReceivedDocument(name: shown, refused: DocumentSource.damagedArchive("\(error)"))
    }
  }
}
