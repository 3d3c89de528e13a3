import ImpactModel

/// The findings of CSV exports of banks, in words.
enum BankCSVFindings {
  static func recordTooLong(at address: Address) -> Finding {
    Finding(
      "ledger.record_too_long", .error,
      Text(
        "A line is longer than a line of a bank can be.",
        nl: "Een regel is langer dan een regel van een bank kan zijn."),
      help: BookFindings.exportAgain, at: address)
  }

  static func openQuote(at address: Address) -> Finding {
    Finding(
      "ledger.truncated", .error,
      Text(
        "The file ends inside a text in quotes.",
        nl: "Het bestand houdt op binnen een tekst tussen aanhalingstekens."),
      help: BookFindings.exportAgain, at: address)
  }

  static func columns(_ count: Int, expected: Int, at address: Address) -> Finding {
    Finding(
      "ledger.wrong_columns", .error,
      Text(
        "This line has \(count) columns, the file \(expected).",
        nl: "Deze regel heeft \(count) kolommen, het bestand \(expected)."),
      help: BookFindings.exportAgain, at: address)
  }

  static func cutLine(at address: Address) -> Finding {
    Finding(
      "ledger.truncated", .warning,
      Text(
        "The last line has fewer columns than the line before it and no line end: the file may be "
          + "cut off here.",
        nl: "De laatste regel heeft minder kolommen dan de regel ervoor en geen regeleinde: het "
          + "bestand kan hier zijn afgebroken."),
      help: BookFindings.exportAgain, at: address)
  }

  static func noBalance(at address: Address) -> Finding {
    Finding(
      "ledger.no_balance", .note,
      Text(
        "The file has no balances to compare its lines with: a line that is missing does not show.",
        nl: "Het bestand heeft geen saldi om de regels mee te vergelijken: een regel die ontbreekt "
          + "valt niet op."),
      help: Text(
        "Compare the totals with those of the bank, or export the account as CAMT.053.",
        nl: "Vergelijk de totalen met die van de bank, of exporteer de rekening als CAMT.053."),
      at: address)
  }

  static func noAccount(at address: Address) -> Finding {
    Finding(
      "ledger.missing_element", .error,
      Text(
        "This line does not say of which account it is.",
        nl: "Deze regel zegt niet van welke rekening die is."), help: BookFindings.exportAgain,
      at: address)
  }

  static func currency(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_currency", .error,
      Text(
        "\(text.english) is not a currency as in EUR.", nl: "\(text.dutch) is geen munt zoals EUR."),
      help: BookFindings.exportAgain, at: address)
  }

  static func balance(at address: Address) -> Finding {
    Finding(
      "ledger.balance", .warning,
      Text(
        "The balance here does not follow from the line before it: lines are missing or doubled.",
        nl: "Het saldo hier volgt niet uit de regel ervoor: er ontbreken regels, of ze zijn dubbel."
      ),
      help: Text(
        "Export the account again over the whole period; the lines are read as they are.",
        nl: "Exporteer de rekening opnieuw over de hele periode; de regels zijn gelezen zoals ze "
          + "zijn."), at: address)
  }
}
