import ImpactModel
import Pipeline

/// What of a party and of an account number may be shown.
struct PartyPrivacy {
  /// Whether parties without a company number are named too.
  let names: Bool

  /// The name of a party: only where it has a company number, or where names were asked for.
  func name(of party: LedgerParty, in language: Language) -> String {
    let isCompany = party.commerceNumber != nil
    if (isCompany || names), !party.name.isEmpty { return party.name }
    let end = party.iban.map { ", …" + String($0.suffix(3)) } ?? ""
    return Text("party \(party.id)\(end)", nl: "partij \(party.id)\(end)")[language]
  }

  /// The name of a party of the register, absent where it may not be shown.
  func name(of party: PartyOverview.Merged) -> String? {
    (party.commerceNumber != nil || names) && !party.name.isEmpty ? party.name : nil
  }

  /// The start and the end of an account number.
  static func masked(_ iban: String) -> String {
    iban.count > 8 ? iban.prefix(4) + " … " + iban.suffix(3) : "…"
  }
}
