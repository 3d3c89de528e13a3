import IndicatorKit
import MoneyFlow

/// The local multiplier: how much of the organisation's money stays in the neighbourhood.
public struct MultiplierIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "multiplier", title: Text("Local money", nl: "Lokaal geld"),
    summary: Text(
      "How much of what the organisation receives stays in the neighbourhood and goes round there.",
      nl: "Hoeveel van wat de organisatie ontvangt in de buurt blijft en daar rondgaat."),
    tables: [
      Party.self, StaffMember.self, ReSpendingRow.self, WhatIfRow.self, Payment.self,
      CostCategoryRow.self,
    ], core: .ledger,
    measures: [
      multiplier, localSpendingShare, localWagesShare, leak, knownPlaceShare, answeredShare,
      allRounds, whatIf, crossPollination, localPurchases, smallFirms, socialEnterprises,
      effectiveOwners, inLoops, forecast,
    ],
    references: [
      Reference(
        "Justin Sacks, The Money Trail: measuring your impact on the local economy using LM3, "
          + "New Economics Foundation and The Countryside Agency, London, 2002"),
      Reference(
        "Bernie Ward and Julie Lewis, Plugging the Leaks, New Economics Foundation, London, 2002"),
      Reference(
        "Ronald E. Miller and Peter D. Blair, Input-Output Analysis: Foundations and Extensions, "
          + "second edition, Cambridge University Press, 2009"),
      Reference(
        "Jianxi Luo and Christopher L. Magee, Detecting evolving patterns of self-organizing networks "
          + "by flow hierarchy measurement, Complexity 16 (6), 2011"),
    ])

  static let multiplier = MeasureCard(
    "lm3", Text("Local multiplier (LM3)", nl: "Lokale vermenigvuldiger (LM3)"),
    help: Text(
      "What one euro of income comes to in three rounds: received, paid nearby, spent there again.",
      nl:
        "Wat één euro inkomsten wordt in drie ronden: ontvangen, nabij betaald, daar weer besteed."
    ), kind: .computed, unit: .ratio, aggregation: .none)

  static let localSpendingShare = MeasureCard(
    "local_spending_share", Text("Spent in the neighbourhood", nl: "Besteed in de buurt"),
    help: Text(
      "The share of spending with a known place that goes to suppliers and staff nearby.",
      nl: "Het aandeel van de uitgaven met een bekende plaats dat naar nabije leveranciers en "
        + "medewerkers gaat."), kind: .share, partsUnit: .money, aggregation: .pooled)

  static let localWagesShare = MeasureCard(
    "local_wages_share",
    Text("Wage costs that stay as net pay", nl: "Loonkosten die als nettoloon in de buurt blijven"),
    help: Text(
      "The share of divided wage costs that residents of the neighbourhood receive as net pay.",
      nl: "Het aandeel van de verdeelde loonkosten dat buurtbewoners als nettoloon ontvangen."),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let leak = MeasureCard(
    "leak", Text("Leaves at once", nl: "Lekt meteen weg"),
    help: Text(
      "What goes straight to suppliers and staff elsewhere, to the state and to pension funds.",
      nl: "Wat meteen naar leveranciers en medewerkers elders, de staat en pensioenfondsen gaat."),
    kind: .computed, unit: .money, direction: .down, aggregation: .sum)

  static let knownPlaceShare = MeasureCard(
    "known_place_share", Text("Place known", nl: "Plaats bekend"),
    help: Text(
      "The share of all spending of which is known whether it stays in the neighbourhood.",
      nl: "Het aandeel van alle uitgaven waarvan bekend is of het in de buurt blijft."),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let answeredShare = MeasureCard(
    "answered_share", Text("Re-spending asked", nl: "Herbesteding gevraagd"),
    help: Text(
      "The share of what was paid nearby whose recipients, or enough of their peers, were asked.",
      nl: "Het aandeel van wat nabij is betaald waarvan de ontvangers, of genoeg van hun gelijken, "
        + "zijn gevraagd."), kind: .share, partsUnit: .money, aggregation: .pooled)

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures a project.
  ///
  /// - Throws: `NotMeasurable` where the module reads what its card does not declare.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let scenarios = try project.rows(WhatIfRow.self)
    let plan = try project.rows(Payment.self).filter { $0.status == .planned }
    let forecast = ForecastMeasure.measure(
      plan, parties: try project.rows(Party.self), project: project.project)
    do {
      return MultiplierMeasures(try LocalMoney(project), scenarios: scenarios).all + [forecast]
    } catch {
      guard error.cause == .data else { throw error }
      return Self.card.measures.dropLast().map { $0.notMeasurable(error.reason) } + [forecast]
    }
  }
}
