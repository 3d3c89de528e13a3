import Charts
import ExportKit

/// The value map: from gross to present value, every outcome with each step, periods and domains.
struct ValueSection {
  let map: ReportValueMap
  let report: Report

  func section(_ writer: inout Writer) -> Section {
    Section(
      "value", writer.say("The value map", nl: "De waardenkaart"),
      [
        Html.heading(
          writer.say("From gross to net", nl: "Van bruto naar netto")),
        waterfall(&writer),
        Html.heading(writer.say("Every outcome, step by step", nl: "Elk effect, stap voor stap")),
        explanation(writer),
      ] + LongList.noteOfLargest(map.rows.count, writer)
        + [outcomes(&writer), results(&writer), periods(&writer), domains(&writer)]
        + UnpricedRows(report: report).markup(&writer))
  }

  // MARK: From gross to net

  private func waterfall(_ writer: inout Writer) -> Markup {
    let rows = map.waterfall.map { figure in
      Html.row([
        Cell(figure.label[writer.language]), Cell(writer.figure(figure), isNumber: true),
      ])
    }
    let title = writer.say(
      "From gross value to present value", nl: "Van brutowaarde naar contante waarde")
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("Step", nl: "Stap")), Cell.number(writer.say("Amount", nl: "Bedrag")),
      ], rows: rows)
    guard let steps, !steps.isEmpty else { return table }
    let chart = WaterfallChart(
      title: title,
      steps: steps.map {
        WaterfallChart.Step(label: $0.0.label[writer.language], value: $0.1, kind: $0.2)
      }, style: writer.style(.money))
    return Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table])
  }

  /// The lines of the picture, or nothing where one of them has no value.
  private var steps: [(Figure, Double, WaterfallChart.Step.Kind)]? {
    var steps: [(Figure, Double, WaterfallChart.Step.Kind)] = []
    for figure in map.waterfall {
      guard let value = figure.value else { return nil }
      let isTotal = steps.isEmpty || figure.id.description.hasSuffix("present_value")
      steps.append((figure, value, isTotal ? .total : .change))
    }
    guard let last = steps.last, last.2 == .change || steps.count == 1 else { return steps }
    guard let value = map.presentValue.value else { return nil }
    return steps + [(map.presentValue, value, .total)]
  }

  // MARK: Outcomes

  private func explanation(_ writer: Writer) -> Markup {
    Html.paragraph(
      writer.say(
        "Deadweight is what would have happened anyway, displacement what was moved from "
          + "elsewhere, attribution what others contributed, drop-off what is lost in each further "
          + "period. A range stands between brackets.",
        nl:
          "Zonder ons ook (deadweight) is wat ook zonder het project was gebeurd, verdringing wat elders wegviel, "
          + "toerekening wat aan anderen te danken is, afname wat in elke volgende periode verloren "
          + "gaat. Een marge staat tussen haakjes."), class: "note")
  }

  private func outcomes(_ writer: inout Writer) -> Markup {
    let names = report.stakeholderNames
    let groups = LongList.largest(map.rows).map {
      OutcomeRows($0, names: names).markup(&writer)
    }
    return Html.table(
      writer.say("Outcomes with each step", nl: "Effecten met elke stap"),
      head: [
        Cell(writer.say("Step", nl: "Stap")), Cell(writer.say("On what ground", nl: "Grond")),
        Cell.number(writer.say("Value", nl: "Waarde")),
      ], groups: groups, class: "steps")
  }

  // MARK: Totals

  private func results(_ writer: inout Writer) -> Markup {
    let figures =
      [
        map.presentValue, map.inputsPresentValue, map.netPresentValue, map.ratio, map.netRatio,
      ] + map.payback
    let rows = figures.map { figure in
      Html.row([
        Cell(figure.label[writer.language]), Cell(writer.figure(figure), isNumber: true),
      ])
    }
    return Html.table(
      writer.say("Results", nl: "Uitkomsten"),
      head: [
        Cell(writer.say("Figure", nl: "Cijfer")), Cell.number(writer.say("Value", nl: "Waarde")),
      ], rows: rows)
  }

  private func periods(_ writer: inout Writer) -> Markup {
    func factor(_ factors: [Double], _ index: Int) -> String {
      factors.indices.contains(index)
        ? DecimalText.rounded(factors[index], decimals: 6, in: writer.language) : "–"
    }
    let rows = map.benefitsPerPeriod.enumerated().map { index, figure in
      Html.row([
        Cell(String(index + 1)), Cell(writer.figure(figure), isNumber: true),
        Cell.number(factor(map.benefitFactors, index)),
        Cell.number(factor(map.inputFactors, index)),
      ])
    }
    return Html.table(
      writer.say(
        "Benefits per period, not discounted", nl: "Baten per periode, niet verdisconteerd"),
      head: [
        Cell(writer.say("Period", nl: "Periode")), Cell.number(writer.say("Benefits", nl: "Baten")),
        Cell.number(writer.say("Discount factor, benefits", nl: "Discontofactor baten")),
        Cell.number(writer.say("Discount factor, inputs", nl: "Discontofactor inbreng")),
      ], rows: rows)
  }

  private func domains(_ writer: inout Writer) -> Markup {
    let title = writer.say("Present value per domain", nl: "Contante waarde per domein")
    let rows = map.domains.map { entry in
      Html.row([
        Cell(entry.domain.label[writer.language]),
        Cell(writer.figure(entry.presentValue), isNumber: true),
      ])
    }
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("Domain", nl: "Domein")),
        Cell.number(writer.say("Present value", nl: "Contante waarde")),
      ], rows: rows)
    let bars = map.domains.compactMap { entry in
      entry.presentValue.value.map {
        BarChart.Bar(label: entry.domain.label[writer.language], value: $0)
      }
    }
    let heading = Html.heading(writer.say("Per domain", nl: "Per domein"))
    guard !bars.isEmpty else { return Markup([heading, table]) }
    let chart = BarChart(title: title, bars: bars, style: writer.style(.money))
    return Markup([
      heading, Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table]),
    ])
  }
}
