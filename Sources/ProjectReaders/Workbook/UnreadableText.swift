import Foundation
import ImpactModel
import OpenDocument

/// Says in both languages why a workbook cannot be read.
public enum UnreadableText {
  /// Gives the sentence for what the reader of spreadsheets refuses, `nil` for any other error.
  public static func refusal(_ error: any Error, file: String) -> Text? {
    error is SpreadsheetReadError ? message(error, file: file) : nil
  }

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

  /// Why comments cannot be put into a workbook.
  static func message(_ error: CommentingError, file: String) -> Text {
    let reason =
      switch error {
      case .signed:
        Text(
          "it carries a digital signature, which they would break; save a copy without one",
          nl: "er staat een digitale handtekening op die erdoor ongeldig wordt; sla een kopie op "
            + "zonder")
      case .unusual(let what):
        Text(
          "it is written in an unusual way (\(what)); open it in LibreOffice and save it again",
          nl: "het bestand is op een ongewone manier geschreven (\(what)); open het in LibreOffice "
            + "en sla het opnieuw op")
      case .rowBytes: Text("one of its rows is far too long", nl: "een van de rijen is te lang")
      }
    return Text(
      "Comments cannot be put into \(file): \(reason.english).",
      nl: "In \(file) kunnen geen opmerkingen worden gezet: \(reason.dutch).")
  }

  private static func damaged(_ error: SpreadsheetReadError) -> Text {
    Text(error.description, nl: error.dutch)
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
