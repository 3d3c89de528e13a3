import ImpactModel

/// The findings of bank statements, in words.
enum StatementFindings {
  static func noStatement(at address: Address) -> Finding {
    Finding(
      "ledger.no_statement", .error,
      Text(
        "The file is a message of a bank without a statement in it.",
        nl: "Het bestand is een bericht van een bank zonder afschrift erin."),
      help: Text(
        "Export the statements of the account again, as CAMT.053.",
        nl: "Exporteer de afschriften van de rekening opnieuw, als CAMT.053."), at: address)
  }

  static func unknownVersion(_ number: String, at address: Address) -> Finding {
    Finding(
      "ledger.unknown_version", .note,
      Text(
        "Version \(number) of CAMT.053 is not known; it is read by its words.",
        nl: "Versie \(number) van CAMT.053 is niet bekend; het bestand is op de woorden gelezen."),
      help: Text(
        "Compare the totals with those of the bank.",
        nl: "Vergelijk de totalen met die van de bank."), at: address)
  }

  static func batchTooLong(limit: Int, at address: Address) -> Finding {
    Finding(
      "ledger.transaction_too_long", .error,
      Text(
        "An entry has more than \(limit) transactions.",
        nl: "Een post heeft meer dan \(limit) transacties."), help: BookFindings.exportAgain,
      at: address)
  }

  static func lumps(_ count: Int, at address: Address) -> Finding {
    Finding(
      "ledger.lump", .note,
      Text(
        "Entries that hold several payments and do not say to whom, each read as one amount: "
          + "\(count).",
        nl: "Posten van meer betalingen die niet zeggen aan wie, elk gelezen als één bedrag: "
          + "\(count)."),
      help: Text(
        "Ask the bank for statements with the details of batches.",
        nl: "Vraag de bank om afschriften met de details van batches."), at: address)
  }

  static func doubled(at address: Address) -> Finding {
    Finding(
      "ledger.doubled_statement", .error,
      Text(
        "This statement is twice in the file.", nl: "Dit afschrift staat tweemaal in het bestand."),
      help: Text(
        "Export the account again over one period without overlap.",
        nl: "Exporteer de rekening opnieuw over één periode zonder overlap."), at: address)
  }

  static func gap(_ closing: Int64, _ opening: Int64, at address: Address) -> Finding {
    let (before, after) = (shown(closing), shown(opening))
    return Finding(
      "ledger.statement_gap", .warning,
      Text(
        "This statement opens with \(after.english), the one before it closed with "
          + "\(before.english).",
        nl: "Dit afschrift begint met \(after.dutch), het vorige eindigde met \(before.dutch)."),
      help: Text(
        "Add the statement that is missing between them.",
        nl: "Voeg het afschrift toe dat ertussen ontbreekt."), at: address)
  }

  static func balance(
    opening: Int64, sum: Int64, closing: Int64, at address: Address
  ) -> Finding {
    let (start, moved, end) = (shown(opening), shown(sum), shown(closing))
    return Finding(
      "ledger.balance", .warning,
      Text(
        "The opening balance \(start.english) and the entries \(moved.english) do not come to the "
          + "closing balance \(end.english).",
        nl: "Het beginsaldo \(start.dutch) en de posten \(moved.dutch) komen niet uit op het "
          + "eindsaldo \(end.dutch)."),
      help: Text(
        "Export the statement again, whole; the entries are read as they are.",
        nl: "Exporteer het afschrift opnieuw, volledig; de posten zijn gelezen zoals ze zijn."),
      at: address)
  }

  static func summary(at address: Address) -> Finding {
    Finding(
      "ledger.summary", .warning,
      Text(
        "The numbers or sums of entries that the statement gives itself are not those of its entries.",
        nl: "De aantallen of sommen die het afschrift zelf noemt zijn niet die van zijn posten."),
      help: Text(
        "Export the statement again, whole; the entries are read as they are.",
        nl: "Exporteer het afschrift opnieuw, volledig; de posten zijn gelezen zoals ze zijn."),
      at: address)
  }

  static func noBalance(at address: Address) -> Finding {
    Finding(
      "ledger.no_balance", .note,
      Text(
        "The statement has no opening and closing balance to compare its entries with.",
        nl: "Het afschrift heeft geen begin- en eindsaldo om de posten mee te vergelijken."),
      help: Text(
        "Compare the totals with those of the bank.",
        nl: "Vergelijk de totalen met die van de bank."), at: address)
  }

  static func balanceCurrency(at address: Address) -> Finding {
    Finding(
      "ledger.balance", .warning,
      Text(
        "The opening and the closing balance are in different currencies.",
        nl: "Het beginsaldo en het eindsaldo zijn in verschillende munten."),
      help: Text(
        "Export the statement again; the entries are read as they are.",
        nl: "Exporteer het afschrift opnieuw; de posten zijn gelezen zoals ze zijn."), at: address)
  }

  private static func shown(_ cents: Int64) -> Text {
    let text = Money(minorUnits: cents, currency: .euro).exactText
    return Text(text, nl: text.replacing(".", with: ","))
  }
}
