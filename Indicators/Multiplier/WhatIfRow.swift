import IndicatorKit

/// One change of a scenario: what would be bought in the neighbourhood instead of elsewhere.
public struct WhatIfRow: TableRow {
  /// The table `what_if`.
  public static let table = TableCard(
    id: "what_if",
    title: Text("What if more were bought nearby", nl: "Wat als meer nabij werd gekocht"),
    summary: Text(
      "Scenarios: which share of what is now bought elsewhere would be bought nearby.",
      nl: "Scenario’s: welk deel van wat nu elders wordt gekocht nabij zou worden gekocht."))

  /// The identifier of the row.
  @Column(
    "Id", nl: "Id",
    help: Text(
      "A short name in small letters and digits.",
      nl: "Een korte naam in kleine letters en cijfers."
    ), example: "w1")
  public var id: RowID
  /// The scenario.
  @Column(
    "Scenario", nl: "Scenario",
    help: Text(
      "One word; rows with the same word belong together.",
      nl: "Eén woord; rijen met hetzelfde woord horen bij elkaar."), example: "catering")
  public var scenario: RowLabel
  /// What would be bought nearby: an account, or a supplier elsewhere.
  @Column(
    "What", nl: "Wat",
    help: Text(
      "An account by number or name, or a supplier; empty means all that is bought elsewhere.",
      nl: "Een rekening met nummer of naam, of een leverancier; leeg is alles wat elders wordt "
        + "gekocht."), example: "4400")
  public var category: String?
  /// The share of what now goes elsewhere that moves.
  @Column(
    "Share bought nearby instead", nl: "Aandeel dat nabij wordt gekocht", unit: .percent,
    bounds: 0...1,
    help: Text(
      "The share of what suppliers elsewhere are paid for it now.",
      nl: "Welk deel van wat leveranciers elders er nu voor krijgen."), example: "20")
  public var share: Estimate
  /// What the new suppliers spend again nearby.
  @Column(
    "Share spent again nearby", nl: "Aandeel weer nabij besteed", unit: .percent, bounds: 0...1,
    help: Text(
      "What the new suppliers would spend nearby again; empty takes what the table respending says.",
      nl:
        "Wat de nieuwe leveranciers weer nabij zouden besteden; leeg neemt wat de tabel respending "
        + "zegt."), example: "30 (20–45)")
  public var respending: Estimate?

  /// Makes the declaration.
  public init() {}
}
