import ExportKit
import Foundation

/// The rules about days and about the periods of the value map.
extension DocumentRule {
  static let periodRules = [
    DocumentRule(
      "period_order",
      Text(
        "A stretch of days starts no later than it ends; the previous period ends before the reporting period starts; the valuation date is not after the reporting period.",
        nl:
          "Een reeks dagen begint niet later dan zij eindigt; de vorige periode eindigt voordat de verslagperiode begint; de waarderingsdatum ligt niet na de verslagperiode."
      ), breaches: periodOrder),
    DocumentRule(
      "periods_of_map",
      Text(
        "Inputs, outcomes, factors and benefits fall in the periods of the value map, and each period stands once and in its order.",
        nl:
          "Inzet, effecten, factoren en opbrengsten vallen in de perioden van de waardenkaart, en elke periode staat er één keer en op volgorde."
      ), breaches: periodsOfMap),
  ]

  @Sendable private static func periodOrder(_ report: DocumentNode) -> [Breach] {
    var breaches: [Breach] = []
    let project = report.first("project")
    let period = project?.first("period")
    let previous = project?.first("previousPeriod")
    let parameters = report.first("parameters")?.all("parameter") ?? []
    let stretches =
      [period, previous].compactMap(\.self).map { ($0, $0["first"], $0["last"]) }
      + parameters.map { ($0, $0["validFrom"], $0["validUntil"]) }
    for (node, first, last) in stretches {
      guard let first = day(first), let last = day(last), first > last else { continue }
      breaches.append(
        .init(
          node,
          Text("\(node.called) ends before it starts", nl: "\(node.called) eindigt vóór het begin"))
      )
    }
    if let previous, let end = day(previous["last"]), let start = day(period?["first"]),
      end >= start
    {
      breaches.append(
        .init(
          previous,
          Text(
            "the previous period ends after the reporting period starts",
            nl: "de vorige periode eindigt na het begin van de verslagperiode")))
    }
    if let valuation = report.first("conventions")?.first("valuationDate"),
      let date = day(valuation.text), let end = day(period?["last"]), date > end
    {
      breaches.append(
        .init(
          valuation,
          Text(
            "the valuation date is after the reporting period",
            nl: "de waarderingsdatum ligt na de verslagperiode")))
    }
    return breaches
  }

  private static func day(_ text: String?) -> Day? {
    text.flatMap { Day(iso: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  @Sendable private static func periodsOfMap(_ report: DocumentNode) -> [Breach] {
    guard let map = report.first("valueMap"), let periods = map.whole("periods") else { return [] }
    let inputs = (report.first("inputs")?.all("input") ?? []).filter { input in
      input.whole("period").map { $0 > periods } ?? false
    }
    let outcomes = map.all("outcome").filter { outcome in
      guard let first = outcome.whole("firstPeriod"), let count = outcome.whole("benefitPeriods")
      else { return false }
      // Written so that no sum of two large numbers can overflow.
      return first > periods || count > periods - first + 1
    }
    var breaches = (inputs + outcomes).map { row in
      Breach(
        row,
        Text(
          "\(row.called) reaches beyond the \(periods) periods of the map",
          nl: "\(row.called) reikt verder dan de \(periods) perioden van de kaart"))
    }
    for (owner, name, isNeeded) in [
      (map, "benefitFactor", true), (map, "inputFactor", true), (map, "benefits", true),
    ] + map.all("outcome").map({ ($0, "periodValue", false) }) {
      breaches += misnumbered(owner.all(name), in: owner, of: name, to: periods, isNeeded)
    }
    return breaches
  }

  private static func misnumbered(
    _ nodes: [DocumentNode], in owner: DocumentNode, of name: String, to periods: Int,
    _ isNeeded: Bool
  ) -> [Breach] {
    if nodes.isEmpty, !isNeeded { return [] }
    let isRight =
      nodes.count == periods
      && nodes.enumerated().allSatisfy { $0.element.whole("period") == $0.offset + 1 }
    guard !isRight else { return [] }
    return [
      .init(
        nodes.first ?? owner,
        Text(
          "\(name) does not stand once for each period from 1 to \(periods)",
          nl: "\(name) staat er niet één keer voor elke periode van 1 tot en met \(periods)"))
    ]
  }
}
