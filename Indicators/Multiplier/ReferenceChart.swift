import IndicatorKit

/// Cost groups of the Dutch reference chart of accounts (Referentie GrootboekSchema, RGS, 3.x).
///
/// A code is a chain of parts of three letters after `W`, so that a group is the start of the codes
/// in it: `WBedHuiGweWat`, water, lies in `WBedHuiGwe`, energy, and in `WBedHui`, housing.
enum ReferenceChart {
  /// One group.
  struct Group {
    /// How the codes in it start.
    let start: String
    /// What readers see.
    let label: Text
    /// To whom its costs leak, where the group alone tells.
    let destination: PartyKind?
  }

  private static func group(
    _ start: String, _ english: String, nl dutch: String, _ destination: PartyKind? = nil
  ) -> Group {
    Group(start: start, label: Text(english, nl: dutch), destination: destination)
  }

  /// The groups, a narrower one before the one that it lies in.
  static let groups = [
    group("WKpr", "Cost of sales", nl: "Kostprijs van de omzet"),
    group("WPer", "Staff", nl: "Personeelskosten"),
    group("WBedOvp", "Other staff costs", nl: "Overige personeelskosten"),
    group("WBedHuiGwe", "Energy and water", nl: "Gas, water en elektra", .energy),
    group("WBedHuiBeh", "Rent", nl: "Betaalde huur", .landlord),
    group("WBedHui", "Housing", nl: "Huisvestingskosten"),
    group("WBedEem", "Machines and tools", nl: "Exploitatie- en machinekosten"),
    group("WBedVkk", "Sales costs", nl: "Verkoopkosten"),
    group("WBedAut", "Transport", nl: "Autokosten en vervoer"),
    group("WBedKan", "Office", nl: "Kantoorkosten"),
    group("WBedAss", "Insurance", nl: "Assurantiekosten"),
    group("WBedAea", "Accountants and advisers", nl: "Accountants- en advieskosten"),
    group("WBedAdlBan", "Bank charges", nl: "Bankkosten", .bank),
    group("WBedAdl", "Administration", nl: "Administratieve lasten"),
    group("WBedAlk", "General costs", nl: "Algemene kosten"),
    group("WBed", "Other operating costs", nl: "Overige bedrijfskosten"),
    group("WFbeKba", "Bank charges", nl: "Bankkosten", .bank),
    group("WFbeRls", "Interest", nl: "Rentelasten", .bank),
    group("WFbe", "Financial costs", nl: "Financiële lasten"),
    group("WBel", "Taxes on the result", nl: "Belastingen over het resultaat", .state),
  ]

  /// The narrowest group in which a code lies, or `nil`.
  static func group(of code: String) -> Group? { groups.first { code.hasPrefix($0.start) } }
}
