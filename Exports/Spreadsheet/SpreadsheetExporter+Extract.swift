import ExportKit
import Foundation

extension SpreadsheetExporter: ReportExtractReader {
  /// Reads what a portfolio keeps of a report, from the hidden sheet and the cells.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, was made by an older version, or its
  ///   cells say other than its hidden sheet.
  public func extract(_ file: URL) throws(ReportUnreadable) -> ReportExtract {
    let pass = try pass(file)
    let name = file.lastPathComponent
    guard var extract = KeptExtract.extract(from: pass.texts(of: .kept)) else {
      throw ReportUnreadable(
        message: Text(
          "This spreadsheet does not hold all that a portfolio needs, because it was made by an "
            + "older version; add the XML of the report.",
          nl: "Dit rekenblad bevat niet alles wat een portefeuille nodig heeft, omdat het van een "
            + "oudere versie is; voeg het XML-bestand van het verslag toe."),
        address: Address(file: name))
    }
    if let figure = KeptExtract.contradiction(extract, pass.report.figures) {
      throw ReportUnreadable(
        message: Text(
          "The cell of \(figure) holds another number than the hidden sheet.",
          nl: "De cel van \(figure) bevat een ander getal dan het verborgen blad."),
        address: Address(file: name))
    }
    extract.form = SpreadsheetExporter.card.id
    extract.version = VerificationSheet.version
    return extract
  }
}
