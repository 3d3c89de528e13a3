import ExportKit
import Foundation
import LibXML2
import OpenDocument

/// Writes the picture of a portfolio as a spreadsheet, as XML with its schema, and as a web page.
public struct PictureWriter {
  private let picture: PortfolioPicture
  private let program: String
  private let language: Language

  /// Takes a picture, the name and version of the program, and the language of the words.
  public init(_ picture: PortfolioPicture, program: String, language: Language) {
    self.picture = picture
    self.program = program
    self.language = language
  }

  /// Writes the files into a folder, which is made where it is not there, and gives their places.
  ///
  /// Each is written beside its place first and renamed when all are complete.
  ///
  /// - Throws: `PortfolioError` where a file cannot be written or a text cannot be carried.
  public func write(to folder: URL, named name: String) throws(PortfolioError) -> [URL] {
    var written: [(scratch: URL, final: URL)] = []
    defer { for file in written { try? FileManager.default.removeItem(at: file.scratch) } }
    let title = Text("Portfolio \(name)", nl: "Portefeuille \(name)")
    let tables = PictureTables(picture, language).all
    let workbook = PictureWorkbook(
      tables: tables, title: title, program: program, language: language)
    let page = PicturePage(tables: tables, title: title, program: program, language: language)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let names = ["\(name).ods", "\(name).xml", "\(name).html", PictureDocument.schemaFile]
      let process = ProcessInfo.processInfo.processIdentifier
      for file in names {
        written.append(
          (folder.appending(path: ".\(file).\(process).part"), folder.appending(path: file)))
      }
      try workbook.write(to: written[0].scratch)
      try Data(PictureDocument.bytes(of: picture, program: program)).write(to: written[1].scratch)
      try Data(page.html.utf8).write(to: written[2].scratch)
      try Data(PictureDocument.schema.utf8).write(to: written[3].scratch)
      for file in written {
        guard rename(file.scratch.path, file.final.path) == 0 else {
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
      }
    } catch {
      throw PictureWriter.explained(error, folder)
    }
    return written.map(\.final)
  }

  private static func explained(_ error: any Error, _ folder: URL) -> PortfolioError {
    let reason = PortfolioError.reason(error)
    return PortfolioError(
      Text(
        "The picture could not be written to \(folder.path): \(reason)",
        nl: "Het beeld kon niet worden geschreven in \(folder.path): \(reason)"))
  }
}
