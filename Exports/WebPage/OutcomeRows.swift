import Charts
import ExportKit

/// One outcome of the value map as rows: its name, then each step with its ground and its value.
struct OutcomeRows {
  private let outcome: ReportOutcome
  private let stakeholder: String

  init(_ outcome: ReportOutcome, names: StakeholderNames) {
    self.outcome = outcome
    stakeholder = names[outcome.stakeholder]
  }

  func markup(_ writer: inout Writer) -> [Markup] {
    [title(writer), gross(&writer)] + deductions(&writer) + [duration(writer), present(&writer)]
  }

  private func title(_ writer: Writer) -> Markup {
    var words = [stakeholder]
    if let theme = outcome.theme { words.append(theme) }
    if !outcome.isIntended { words.append(writer.say("not intended", nl: "niet bedoeld")) }
    if let weight = outcome.weight {
      words.append(
        writer.say("weight ", nl: "gewicht ") + writer.plain(weight)
          + writer.say(" of 10", nl: " van 10"))
    }
    let sample = outcome.sampleSize.map { ", n = " + writer.plain(Double($0)) } ?? ""
    let evidence = outcome.evidence.map {
      writer.say("Evidence: ", nl: "Onderbouwing: ") + $0 + sample
    }
    return Markup(
      "tr", ["class": "group"],
      [
        Markup(
          "th", ["colspan": "3", "scope": "rowgroup"],
          [
            Markup("strong", text: outcome.description),
            Markup("span", ["class": "who"], text: words.joined(separator: " · ")),
            Markup(
              "span", ["class": "ground"],
              text: evidence
                ?? writer.say("Evidence: none stated", nl: "Onderbouwing: niet vermeld")),
          ])
      ])
  }

  private func gross(_ writer: inout Writer) -> Markup {
    let quantity = outcome.quantity.map { writer.estimate($0, writer.plain) }
    let counted = [quantity ?? writer.notKnown(outcome.gross.absence), outcome.quantityUnit]
      .compactMap { $0 }.joined(separator: "\u{A0}")
    let prices = priceLevel(writer)
    var words = [
      "\(counted) × "
        + (outcome.estimate(of: .proxy).map { writer.estimate($0, writer.price) } ?? "–"),
      "\(outcome.proxyDescription) (\(outcome.proxySource))",
    ]
    if let method = outcome.proxyMethod { words.append(method.label[writer.language]) }
    if let prices { words.append(prices) }
    if let measure = outcome.quantityFrom {
      words.append(writer.say("quantity from ", nl: "aantal uit ") + measure.description)
    }
    return step(
      writer.say("Quantity × proxy", nl: "Aantal × proxy"), words.joined(separator: "; "),
      writer.figure(outcome.gross))
  }

  /// The proxy in its source and what brings it to the report's prices.
  private func priceLevel(_ writer: Writer) -> String? {
    guard let given = outcome.proxyGiven else {
      return writer.prices(of: outcome.priceYear, factor: outcome.priceFactor)
    }
    let source = writer.say("in the source ", nl: "in de bron ")
    return source + writer.estimate(given, writer.price) + " "
      + (writer.prices(of: outcome.priceYear, factor: outcome.priceFactor) ?? "")
  }

  private func deductions(_ writer: inout Writer) -> [Markup] {
    let steps: [(Text, ReportOutcome.Deduction, Figure)] = [
      (Text("deadweight", nl: "‘zonder ons ook’"), outcome.deadweight, outcome.afterDeadweight),
      (Text("displacement", nl: "verdringing"), outcome.displacement, outcome.afterDisplacement),
      (Text("attribution", nl: "toerekening"), outcome.attribution, outcome.impact),
    ]
    return steps.map { label, deduction, figure in
      step(
        writer.say("after ", nl: "na ") + label[writer.language],
        (deduction.share?.value == 0 ? "" : "−")
          + "\(shown(deduction, writer)): " + reason(deduction, writer),
        writer.figure(figure))
    }
  }

  private func duration(_ writer: Writer) -> Markup {
    let style = writer.style(.money)
    let last = outcome.firstPeriod + outcome.benefitPeriods - 1
    let values = outcome.valuePerPeriod.enumerated()
      .filter { $0.offset + 1 >= outcome.firstPeriod && $0.offset + 1 <= last }
      .map {
        Markup("span", ["class": "line"], text: "\($0.offset + 1): \(style.text($0.element))")
      }
    let periods = writer.say(
      "periods \(outcome.firstPeriod) to \(last)",
      nl: "periode \(outcome.firstPeriod) tot en met \(last)")
    let share = shown(outcome.dropOff, writer)
    return step(
      writer.say("drop-off per period", nl: "afname per periode"),
      "\(share), \(periods): "
        + [reason(outcome.dropOff, writer), outcome.durationReason].compactMap(\.self)
        .joined(separator: "; "),
      values.isEmpty ? Markup(text: "–") : Markup(values))
  }

  private func shown(_ deduction: ReportOutcome.Deduction, _ writer: Writer) -> String {
    deduction.share.map { writer.estimate($0, writer.percentage) } ?? "–"
  }

  private func present(_ writer: inout Writer) -> Markup {
    step(
      writer.say("Present value", nl: "Contante waarde"), "",
      writer.figure(outcome.presentValue), class: "sum")
  }

  private func step(
    _ name: String, _ ground: String, _ value: Markup, class style: String? = nil
  ) -> Markup {
    Html.row([Cell(name), Cell(ground), Cell(value, isNumber: true)], class: style)
  }

  private func reason(_ deduction: ReportOutcome.Deduction, _ writer: Writer) -> String {
    deduction.reason ?? writer.say("no reason given", nl: "geen reden gegeven")
  }
}

/// What the stakeholders are called.
struct StakeholderNames {
  fileprivate let names: [RowID: String]

  /// The name of a stakeholder, or its identifier where the table has none of that name.
  subscript(id: RowID) -> String { names[id] ?? id.description }
}

extension Report {
  /// What the stakeholders are called.
  var stakeholderNames: StakeholderNames {
    StakeholderNames(
      names: Dictionary(
        stakeholders.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
  }
}
