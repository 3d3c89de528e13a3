import ImpactModel
import LibXML2

/// The findings of audit files, in words.
enum AuditFileFindings {
  static func unreadable(_ error: XMLStreamError, file: String) -> Finding {
    let address = Address(file: file, line: error.position.line, byte: error.position.byte)
    switch error.reason {
    case .truncated, .empty:
      return Finding(
        error.reason == .empty ? "ledger.empty" : "ledger.truncated", .error,
        error.reason == .empty
          ? Text("The audit file is empty.", nl: "De auditfile is leeg.")
          : Text(
            "The audit file is cut off: it ends before its last element is closed.",
            nl: "De auditfile is afgebroken: die houdt op voordat het laatste element sluit."),
        help: Text(
          "Export the audit file again, as one file, and copy it whole.",
          nl: "Exporteer de auditfile opnieuw, als één bestand, en kopieer die in zijn geheel."),
        at: address)
    case .documentType:
      return Finding(
        "ledger.document_type", .error,
        Text(
          "The file has a document type declaration, which no file of this kind has.",
          nl: "Het bestand heeft een documenttypedeclaratie, en die hoort in zo’n bestand niet."),
        help: BookFindings.exportAgain, at: address)
    case .encoding:
      return Finding(
        "ledger.encoding", .error,
        Text(
          "The file holds bytes that are not in the encoding that it names.",
          nl: "Het bestand bevat bytes die niet passen bij de codering die het noemt."),
        help: BookFindings.exportAgain, at: address)
    default:
      return Finding(
        "ledger.malformed", .error,
        Text(
          "The file is not well-formed XML.", nl: "Het bestand is geen welgevormde XML."),
        help: BookFindings.exportAgain, at: address)
    }
  }

  static func version(_ version: AuditFileVersion, at address: Address) -> Finding? {
    switch version {
    case .readable: return nil
    case .notYet(let name):
      return Finding(
        "ledger.not_yet_read", .error,
        Text(
          "The file is an audit file of version \(name), which is not yet read.",
          nl: "Het bestand is een auditfile van versie \(name), die nog niet gelezen wordt."),
        help: Text(
          "Export the audit file in version 3.2.", nl: "Exporteer de auditfile in versie 3.2."),
        at: address)
    case .unnamed:
      return Finding(
        "ledger.not_yet_read", .error,
        Text(
          "The audit file has no namespace that names its version; version CLAIR2 of 2003, which has "
            + "none, is not yet read.",
          nl:
            "De auditfile heeft geen namespace die de versie noemt; versie CLAIR2 uit 2003, die er "
            + "geen heeft, wordt nog niet gelezen."),
        help: Text(
          "Export the audit file in version 3.2.", nl: "Exporteer de auditfile in versie 3.2."),
        at: address)
    case .falseNamespace:
      return Finding(
        "ledger.false_namespace", .error,
        Text(
          "The namespace http://www.auditfiles.nl/XAF/4.0 does not exist; that of version 4.0 is "
            + "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/"
            + "XmlauditfileXAF_4.0.",
          nl: "De namespace http://www.auditfiles.nl/XAF/4.0 bestaat niet; die van versie 4.0 is "
            + "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/"
            + "XmlauditfileXAF_4.0."),
        help: Text(
          "Tell the maker of the bookkeeping program that its export is wrong, and export 3.2.",
          nl: "Meld de maker van het boekhoudprogramma dat de export fout is, en exporteer 3.2."),
        at: address)
    case .foreign:
      return Finding(
        "ledger.unknown_format", .error,
        Text("The file is not an audit file.", nl: "Het bestand is geen auditfile."),
        help: exportAgain, at: address)
    }
  }

  static func missing(_ element: String, at address: Address) -> Finding {
    Finding(
      "ledger.missing_element", .error,
      Text("The element “\(element)” is missing.", nl: "Het element ‘\(element)’ ontbreekt."),
      help: exportAgain, at: address)
  }

  static func malformedAmount(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_amount", .error,
      Text(
        "\(text.english) is not an amount with a point and at most two decimals.",
        nl: "\(text.dutch) is geen bedrag met een punt en hoogstens twee decimalen."),
      help: exportAgain, at: address)
  }

  static func malformedAccountType(_ text: String, at address: Address) -> Finding {
    let shown = quoted(text)
    return Finding(
      "ledger.malformed_account_type", .error,
      Text(
        "\(shown.english) is no type of account; it must be B, P or M.",
        nl: "\(shown.dutch) is geen soort rekening; het moet B, P of M zijn."),
      help: exportAgain, at: address)
  }

  static func malformedJournalType(_ text: String, at address: Address) -> Finding {
    let shown = quoted(text)
    return Finding(
      "ledger.malformed_journal_type", .error,
      Text(
        "\(shown.english) is no type of journal that an audit file knows.",
        nl: "\(shown.dutch) is geen soort dagboek dat een auditfile kent."),
      help: exportAgain, at: address)
  }

  static func periodOrder(_ first: Day, _ last: Day, at address: Address) -> Finding {
    Finding(
      "ledger.period_order", .error,
      Text(
        "The audit file says that it ends on \(last), before it begins on \(first).",
        nl: "De auditfile eindigt volgens de kop op \(last), voordat die op \(first) begint."),
      help: exportAgain, at: address)
  }

  static func malformedSide(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_side", .error,
      Text(
        "\(text.english) is neither D for debit nor C for credit.",
        nl: "\(text.dutch) is geen D voor debet of C voor credit."),
      help: exportAgain, at: address)
  }

  static func malformedDate(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_date", .error,
      Text(
        "\(text.english) is not a date as in 2025-12-31.",
        nl: "\(text.dutch) is geen datum zoals 2025-12-31."),
      help: exportAgain, at: address)
  }

  static func malformedCurrency(_ text: String, at address: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "ledger.malformed_currency", .error,
      Text(
        "\(text.english) is not a currency as in EUR.",
        nl: "\(text.dutch) is geen munteenheid zoals EUR."),
      help: exportAgain, at: address)
  }

  static func doubled(_ id: String, isAccount: Bool, at address: Address) -> Finding {
    let id = quoted(id)
    return Finding(
      "ledger.double_id", .error,
      isAccount
        ? Text(
          "The account \(id.english) is declared twice.",
          nl: "De rekening \(id.dutch) komt twee keer voor in de lijst.")
        : Text(
          "The customer or supplier \(id.english) is declared twice.",
          nl: "De debiteur of crediteur \(id.dutch) komt twee keer voor in de lijst."),
      help: exportAgain, at: address)
  }

  static func unknownAccount(_ id: String, at address: Address) -> Finding {
    let id = quoted(id)
    return Finding(
      "ledger.unknown_account", .error,
      Text(
        "A line names the account \(id.english), which the audit file does not declare.",
        nl: "Een regel noemt rekening \(id.dutch), die niet in de auditfile staat."),
      help: exportAgain, at: address)
  }

  static func unknownParty(_ id: String, at address: Address) -> Finding {
    let id = quoted(id)
    return Finding(
      "ledger.unknown_party", .error,
      Text(
        "A line names the customer or supplier \(id.english), which the audit file does not "
          + "declare.",
        nl: "Een regel noemt debiteur of crediteur \(id.dutch), die niet in de auditfile staat."),
      help: exportAgain, at: address)
  }

  static func noAccounts(at address: Address) -> Finding {
    Finding(
      "ledger.no_accounts", .error,
      Text(
        "The audit file has lines but declares no accounts.",
        nl: "De auditfile heeft boekingsregels maar geen rekeningen."),
      help: exportAgain, at: address)
  }

  static func noParties(at address: Address) -> Finding {
    Finding(
      "ledger.no_parties", .error,
      Text(
        "Lines name customers or suppliers, but the audit file declares none.",
        nl: "Regels noemen debiteuren of crediteuren, maar de auditfile heeft er geen."),
      help: exportAgain, at: address)
  }

  static func transactionTooLong(limit: Int, at address: Address) -> Finding {
    Finding(
      "ledger.transaction_too_long", .error,
      Text(
        "A transaction has more than \(limit) lines.",
        nl: "Een boeking heeft meer dan \(limit) regels."),
      help: exportAgain, at: address)
  }

  static func doubledReferenceCode(_ code: String, at address: Address) -> Finding {
    let code = quoted(code)
    return Finding(
      "ledger.doubled_rgs", .warning,
      Text(
        "Two accounts have the reference code (RGS) \(code.english); rule [0003] of XAF 4.0 "
          + "allows one.",
        nl: "Twee rekeningen hebben de referentiecode (RGS) \(code.dutch); regel [0003] van XAF "
          + "4.0 staat er één toe."),
      help: Text(
        "Ask the bookkeeper to link each code to one account.",
        nl: "Vraag de boekhouder om elke code aan één rekening te koppelen."), at: address)
  }

  static func part(_ number: Int, of count: Int, isJoined: Bool, at address: Address) -> Finding {
    isJoined
      ? Finding(
        "ledger.part", .note,
        Text(
          "This is part \(number) of \(count) of a split audit file, and is read with the first.",
          nl: "Dit is deel \(number) van \(count) van een gesplitste auditfile, en is met het "
            + "eerste gelezen."),
        help: Text("Keep all parts in one folder.", nl: "Houd alle delen in één map."),
        at: address)
      : Finding(
        "ledger.missing_part", .error,
        Text(
          "This is part \(number) of \(count) of a split audit file, of which not all parts are "
            + "here.",
          nl: "Dit is deel \(number) van \(count) van een gesplitste auditfile, waarvan niet alle "
            + "delen er zijn."),
        help: Text(
          "Put all parts in one folder, under names that differ in their number only.",
          nl: "Zet alle delen in één map, met namen die alleen in hun nummer verschillen."),
        at: address)
  }

  static func tooMany(_ count: Int, file: String) -> Finding {
    Finding(
      "ledger.more_findings", .note,
      Text(
        "The file has \(count) more findings, which are not listed.",
        nl: "Het bestand heeft nog \(count) bevindingen, die niet zijn opgesomd."),
      help: Text(
        "Mend what is listed first.", nl: "Herstel eerst wat er wel staat."),
      at: Address(file: file))
  }

  private static let exportAgain = Text(
    "Export the audit file again from the bookkeeping program, and leave it as it is.",
    nl: "Exporteer de auditfile opnieuw uit het boekhoudprogramma, en laat die zoals die is.")
}
