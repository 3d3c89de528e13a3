import Foundation
import ImpactModel
import OpenDocument

/// Says in both languages why a workbook cannot be read.
enum UnreadableText {
  static func message(_ error: any Error, file: String) -> Text {
    let reason: Text
    switch error {
    case let error as SpreadsheetReadError:
      reason = words(error.problem) ?? damaged(error)
    case is ProjectWorkbook.TooManyCells:
      let limit = ProjectWorkbook.maximumCells
      reason = Text(
        "it has more than \(limit) cells; put large tables into CSV files in tables/ beside it",
        nl: "er staan meer dan \(limit) cellen in; zet grote tabellen als CSV-bestand in tables/ "
          + "ernaast")
    default: reason = Text(verbatim: "\(error)")
    }
    return Text(
      "\(file) cannot be read: \(reason.english).",
      nl: "\(file) kan niet worden gelezen: \(reason.dutch).")
  }

  private static func damaged(_ error: SpreadsheetReadError) -> Text {
    Text(
      error.description,
      nl: "het bestand is beschadigd of wordt geweigerd (\(error.description))")
  }

  private static func words(_ problem: SpreadsheetReadError.Problem) -> Text? {
    switch problem {
    case .unreadable(let code) where code == ENOENT:
      Text("it is not there", nl: "het is er niet")
    case .empty: Text("the file is empty", nl: "het bestand is leeg")
    case .notOpenDocument, .notSpreadsheet:
      Text("it is no OpenDocument spreadsheet", nl: "het is geen OpenDocument-rekenblad")
    case .excel:
      Text(
        "it is an Excel workbook; save it as an OpenDocument spreadsheet (.ods)",
        nl: "het is een Excel-werkmap; sla hem op als OpenDocument-rekenblad (.ods)")
    case .encrypted:
      Text(
        "it is closed with a password; save it without one",
        nl: "het is met een wachtwoord gesloten; sla het op zonder wachtwoord")
    case .truncated:
      Text(
        "the file is not complete; copy or save it again",
        nl: "het bestand is niet compleet; kopieer of bewaar het opnieuw")
    default: nil
    }
  }
}
