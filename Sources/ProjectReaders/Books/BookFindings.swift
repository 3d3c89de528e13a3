import ImpactModel
import LibXML2

/// The findings of book files of any format, in words.
enum BookFindings {
  static func unreadable(_ error: XMLStreamError, file: String) -> Finding {
    let address = Address(file: file, line: error.position.line, byte: error.position.byte)
    switch error.reason {
    case .empty:
      return Finding(
        "ledger.empty", .error, Text("The file is empty.", nl: "Het bestand is leeg."),
        help: exportAgain, at: address)
    case .truncated:
      return Finding(
        "ledger.truncated", .error,
        Text(
          "The file is cut off: it ends before its last element is closed.",
          nl: "Het bestand is afgebroken: het houdt op voordat het laatste element sluit."),
        help: exportAgain, at: address)
    default: return AuditFileFindings.unreadable(error, file: file)
    }
  }

  static func unknownFormat(file: String) -> Finding {
    Finding(
      "ledger.unknown_format", .error,
      Text(
        "The file is of no kind that is read: no audit file, bank file or invoice.",
        nl: "Het bestand is van geen soort die gelezen wordt: geen auditfile, bankbestand of "
          + "factuur."),
      help: Text(
        "Export an audit file (XAF), a CAMT.053 or CODA statement, a bank's CSV or a UBL invoice.",
        nl: "Exporteer een auditfile (XAF), een CAMT.053- of CODA-afschrift, een CSV van de bank "
          + "of een UBL-factuur."),
      at: Address(file: file))
  }

  static func empty(file: String) -> Finding {
    Finding(
      "ledger.empty", .error, Text("The file is empty.", nl: "Het bestand is leeg."),
      help: exportAgain, at: Address(file: file))
  }

  static func nested(_ element: String, at address: Address) -> Finding {
    Finding(
      "ledger.nested_element", .error,
      Text(
        "“\(element)” stands where none can stand.", nl: "‘\(element)’ staat waar dat niet kan."),
      help: exportAgain, at: address)
  }

  static func missing(_ element: String, at address: Address) -> Finding {
    Finding(
      "ledger.missing_element", .error,
      Text("“\(element)” is missing.", nl: "‘\(element)’ ontbreekt."), help: exportAgain,
      at: address)
  }

  static func malformedAmount(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_amount", .error,
      Text(
        "\(text.english) is not an amount as this format writes it.",
        nl: "\(text.dutch) is geen bedrag zoals dit formaat het schrijft."),
      help: exportAgain, at: address)
  }

  static func malformedDate(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_date", .error,
      Text(
        "\(text.english) is not a date as this format writes it.",
        nl: "\(text.dutch) is geen datum zoals dit formaat die schrijft."),
      help: exportAgain, at: address)
  }

  static func malformedSide(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_side", .error,
      Text(
        "\(text.english) does not say whether money came in or went out.",
        nl: "\(text.dutch) zegt niet of er geld bij kwam of af ging."),
      help: exportAgain, at: address)
  }

  static func mixedCurrencies(_ first: String, _ other: String, at address: Address) -> Finding {
    Finding(
      "ledger.mixed_currencies", .error,
      Text(
        "The file has amounts in \(first) and in \(other).",
        nl: "Het bestand heeft bedragen in \(first) en in \(other)."),
      help: Text(
        "Export the account of each currency to a file of its own.",
        nl: "Exporteer de rekening van elke munt naar een eigen bestand."), at: address)
  }

  static func overflow(at address: Address) -> Finding {
    Finding(
      "ledger.overflow", .error,
      Text(
        "The amounts come to more than can be counted.",
        nl: "De bedragen zijn samen meer dan er geteld kan worden."),
      help: exportAgain, at: address)
  }

  static func noLines(file: String) -> Finding {
    Finding(
      "ledger.no_lines", .warning,
      Text("The file holds no booked entry.", nl: "Het bestand bevat geen enkele boeking."),
      help: Text(
        "Export the file again over a period in which money moved, or take it away.",
        nl: "Exporteer het bestand opnieuw over een periode waarin geld bewoog, of haal het weg."),
      at: Address(file: file))
  }

  static let exportAgain = Text(
    "Export the file again, and leave it as it is.",
    nl: "Exporteer het bestand opnieuw, en laat het zoals het is.")
}
