import ImpactModel

/// The findings of CODA files, in words.
enum CodaFindings {
  static func length(_ count: Int, at address: Address) -> Finding {
    Finding(
      "ledger.record_length", .error,
      Text(
        "This line has \(count) bytes; every line of a CODA file has 128 characters.",
        nl: "Deze regel heeft \(count) bytes; elke regel van een CODA-bestand heeft 128 tekens."),
      help: BookFindings.exportAgain, at: address)
  }

  static func unknownRecord(at address: Address) -> Finding {
    Finding(
      "ledger.unknown_record", .error,
      Text(
        "This line is no record that a CODA file can have.",
        nl: "Deze regel is geen record dat een CODA-bestand kan hebben."),
      help: BookFindings.exportAgain, at: address)
  }

  static func outOfPlace(at address: Address) -> Finding {
    Finding(
      "ledger.record_order", .error,
      Text(
        "This record cannot stand here: a record before it is missing.",
        nl: "Dit record kan hier niet staan: er ontbreekt een record ervoor."),
      help: BookFindings.exportAgain, at: address)
  }

  static func version(at address: Address) -> Finding {
    Finding(
      "ledger.not_yet_read", .error,
      Text(
        "The file is a CODA file of another version than 2.",
        nl: "Het bestand is een CODA-bestand van een andere versie dan 2."),
      help: Text(
        "Ask the bank for CODA version 2, or for CAMT.053.",
        nl: "Vraag de bank om CODA versie 2, of om CAMT.053."), at: address)
  }

  static func incomplete(at address: Address) -> Finding {
    Finding(
      "ledger.truncated", .error,
      Text(
        "The statement that begins here has no last record: the file is cut off.",
        nl: "Het afschrift dat hier begint heeft geen laatste record: het bestand is afgebroken."),
      help: BookFindings.exportAgain, at: address)
  }

  static func trailer(at address: Address) -> Finding {
    Finding(
      "ledger.totals", .error,
      Text(
        "The number of records or the totals in the last record are not those of the statement.",
        nl: "Het aantal records of de totalen in het laatste record zijn niet die van het "
          + "afschrift."), help: BookFindings.exportAgain, at: address)
  }
}
