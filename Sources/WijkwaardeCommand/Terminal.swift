import ExportKit
import Foundation
import Pipeline

/// What the program says on standard output and standard error.
enum Terminal {
  /// Prints a line on standard output.
  static func say(_ line: String = "") { write(line + "\n") }

  /// Prints a text on standard output as it is.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Prints a line on standard error.
  static func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Whether standard error is a terminal, where progress is shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Prints a finding: the place first, so that editors can jump there, then what and the remedy.
  static func say(_ finding: Finding, in language: Language) {
    let place = finding.address.map { $0.text(in: language) + "\n" } ?? ""
    say(
      "\(place)  \(label(finding.severity)[language]) [\(finding.code)] \(finding.message[language])"
    )
    say("  → \(finding.help[language])")
  }

  /// Prints what the over-claiming checks ask, and where an answer goes; nothing where none is open.
  ///
  /// - Parameter isWorkbook: whether the project is a workbook, which has a sheet for answers.
  static func say(_ questions: [ReportClaim], isWorkbook: Bool = false, in language: Language) {
    guard !questions.isEmpty else { return }
    let place =
      isWorkbook
      ? Text("on the sheet with answers", nl: "op het blad met antwoorden")
      : Text("in tables/answers.csv", nl: "in tables/answers.csv")
    let heading = Text(
      "A funder may ask (a reason \(place.english) is printed in the report):",
      nl: "Een financier kan vragen (een reden \(place.dutch) komt in het verslag):")
    say(heading[language])
    for question in questions {
      let about = question.subject.map { " (\($0))" } ?? ""
      say("  [\(question.code)]\(about) \(question.message[language])")
    }
  }

  /// One line that counts the findings.
  static func summary(of findings: [Finding], in language: Language) -> String {
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(label(severity, plural: count != 1)[language])"
    }
    return counts.isEmpty
      ? Text("Nothing was found wrong.", nl: "Er is niets gevonden dat niet klopt.")[language]
      : counts.joined(separator: ", ") + "."
  }

  private static func label(_ severity: Finding.Severity, plural: Bool = false) -> Text {
    switch severity {
    case .error: plural ? Text("errors", nl: "fouten") : Text("error", nl: "fout")
    case .warning:
      plural ? Text("warnings", nl: "waarschuwingen") : Text("warning", nl: "waarschuwing")
    case .note: plural ? Text("notes", nl: "opmerkingen") : Text("note", nl: "opmerking")
    }
  }
}
