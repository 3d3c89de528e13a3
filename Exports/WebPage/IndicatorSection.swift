import Charts
import ExportKit

/// One indicator: its measures with parts, ranges, breakdowns, flows, rankings and notes.
struct IndicatorSection {
  let indicator: ReportIndicator

  func section(_ writer: inout Writer) -> Section {
    var parts = [Html.paragraph(indicator.summary[writer.language], class: "summary")]
    let measured = indicator.measures.filter { $0.measure.value != nil }
    let articles = measured.map { measure in article(measure, &writer) }
    parts.append(Markup("div", ["class": "measures"], articles))
    parts += absent(&writer)
    if !indicator.references.isEmpty {
      let title = writer.say("Method", nl: "Methode")
      parts.append(Html.heading(title))
      parts.append(Html.list(indicator.references.map(\.text), class: "references"))
    }
    return Section(
      "indicator-\(indicator.id)", indicator.title[writer.language], parts)
  }

  /// What could not be measured, in one line for all that lack the same thing.
  private func absent(_ writer: inout Writer) -> [Markup] {
    let items = AbsentMeasures(indicator.measures).groups.map { group in
      let names = group.measures.enumerated().flatMap { index, entry in
        [
          Markup(text: index == 0 ? "" : "; "),
          Markup(
            "span", ["id": writer.anchor(entry.id), "class": "absent"],
            text: entry.measure.card.label[writer.language]),
        ]
      }
      return Markup("li", [:], names + [Markup(text: ": " + writer.notKnown(group.reason))])
    }
    guard !items.isEmpty else { return [] }
    return [
      Html.heading(writer.say("Not measured", nl: "Niet gemeten")),
      Markup("ul", ["class": "parts"], items),
    ]
  }

  private func article(_ reported: ReportMeasure, _ writer: inout Writer) -> Markup {
    let measure = reported.measure
    let value = writer.value(
      reported.id, measure.value, absence: measure.absence, unit: measure.card.unit, class: "value")
    var parts = [
      Html.heading(measure.card.label[writer.language]), Markup("p", ["class": "big"], [value]),
    ]
    let chart = DefaultChart(measure).figure(writer)
    // The bar of a share carries the numbers of its parts, which stand in the first line.
    let details = PartsInWords(measure).lines(writer).dropFirst(chart == nil ? 0 : 1)
    if let chart { parts.append(chart) }
    if !details.isEmpty { parts.append(Html.list(Array(details), class: "parts")) }
    if reported.isIncomplete {
      parts.append(
        Html.paragraph(
          writer.say(
            "Incomplete: rows that could not be read are missing from this figure.",
            nl: "Onvolledig: rijen die niet te lezen waren, ontbreken in dit cijfer."),
          class: "warning"))
    }
    parts.append(Html.paragraph(measure.card.help[writer.language], class: "note"))
    parts += measure.notes.map { Html.paragraph($0[writer.language], class: "note") }
    parts += measure.breakdowns.flatMap { breakdown($0, writer) }
    if !measure.flows.isEmpty { parts.append(flows(measure.flows, writer)) }
    parts += measure.rankings.map { ranking($0, writer) }
    if let network = measure.network { parts.append(self.network(network, writer)) }
    let isWide =
      !measure.breakdowns.isEmpty || !measure.flows.isEmpty || !measure.rankings.isEmpty
      || measure.network != nil
    return Markup("article", ["class": isWide ? "wide" : nil], parts)
  }

  private func breakdown(_ breakdown: Breakdown, _ writer: Writer) -> [Markup] {
    let style = writer.style(breakdown.unit)
    let title = breakdown.label[writer.language]
    let rows = breakdown.entries.map {
      Html.row([Cell($0.label[writer.language]), Cell.number(style.text($0.value))])
    }
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("Group", nl: "Groep")), Cell.number(writer.say("Value", nl: "Waarde")),
      ], rows: rows)
    let picture = BreakdownPicture(breakdown, style: style, language: writer.language)
    return [
      Markup("div", ["class": "pair"], [Markup("figure", [:], [picture.svg]), table])
    ]
  }

  private func ranking(_ ranking: Ranking, _ writer: Writer) -> Markup {
    let style = writer.style(ranking.unit)
    let title = ranking.label[writer.language]
    let rows = ranking.entries.enumerated().map { index, entry in
      Html.row([
        Cell(String(index + 1)), Cell(entry.label[writer.language]),
        Cell.number(style.text(entry.value)),
      ])
    }
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("Place", nl: "Plaats")), Cell(writer.say("Who or what", nl: "Wie of wat")),
        Cell.number(writer.say("Value", nl: "Waarde")),
      ], rows: rows)
    let chart = BarChart(
      title: title,
      bars: ranking.entries.map {
        BarChart.Bar(label: $0.label[writer.language], value: $0.value)
      }, style: style)
    return Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table])
  }

  private func network(_ network: NetworkMap, _ writer: Writer) -> Markup {
    let words = NetworkChart.words(network, language: writer.language)
    let rows = words.map { Html.row([Cell($0.one), Cell($0.other), Cell.number($0.count)]) }
    let title = network.label[writer.language]
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("One", nl: "De een")), Cell(writer.say("The other", nl: "De ander")),
        Cell.number(writer.say("Ties", nl: "Aantal")),
      ], rows: rows)
    let chart = NetworkChart(title: title, network: network, language: writer.language)
    return Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table])
  }

  private func flows(_ flows: [Flow], _ writer: Writer) -> Markup {
    let rows = flows.map { flow in
      Html.row([
        Cell(flow.fromLabel[writer.language]), Cell(flow.toLabel[writer.language]),
        Cell.number(writer.style(flow.unit).text(flow.amount)),
      ])
    }
    let title = writer.say("Flows", nl: "Stromen")
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("From", nl: "Van")), Cell(writer.say("To", nl: "Naar")),
        Cell.number(writer.say("How much", nl: "Hoeveel")),
      ], rows: rows)
    // Widths of bands compare only where all flows count the same thing.
    guard let unit = flows.first?.unit, flows.allSatisfy({ $0.unit == unit }) else { return table }
    let chart = SankeyChart(title: title, flows: flows, style: writer.style(unit))
    return Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table])
  }
}

/// The parts of a measure in words, so that a reader can follow the number.
struct PartsInWords {
  private let measure: Measure

  init(_ measure: Measure) { self.measure = measure }

  func lines(_ writer: Writer) -> [String] {
    var lines: [String] = []
    if case .measured(let parts) = measure.result { lines = words(for: parts, writer) }
    if let range = measure.range {
      let style = writer.style(measure.card.unit)
      lines.append(
        writer.say("range: ", nl: "marge: ")
          + "\(style.text(range.lowerBound))–\(style.text(range.upperBound))")
    }
    return lines
  }

  private func words(for parts: Measure.Parts, _ writer: Writer) -> [String] {
    switch parts {
    case .count: return []
    case .sum(_, let rows):
      return [
        rows == 1
          ? writer.say("from one row", nl: "uit één rij")
          : writer.say("summed over \(rows) rows", nl: "opgeteld over \(rows) rijen")
      ]
    case .share(let numerator, let denominator, let unknown):
      return [share(numerator, of: denominator, unknown: unknown, writer)]
    case .mean(let sum, let count):
      let (sum, count) = (words(sum, writer), writer.plain(count))
      return [
        writer.say(
          "\(sum) in all, divided by \(count)", nl: "\(sum) in totaal, gedeeld door \(count)")
      ]
    case .computed(_, let inputs, let rule):
      return [rule[writer.language]]
        + inputs.map {
          "\($0.label[writer.language]): \(writer.part($0.value, $0.unit))"
        }
    }
  }

  /// A part with the unit that the card gives for it.
  private func words(_ part: Double, _ writer: Writer) -> String {
    measure.card.partsUnit.map { writer.part(part, $0) } ?? writer.plain(part)
  }

  /// `14 of 27 known; 6 unknown`; a whole that is not counted in things is no number of known ones.
  private func share(
    _ numerator: Double, of denominator: Double, unknown: Double, _ writer: Writer
  ) -> String {
    let (part, whole) = (words(numerator, writer), words(denominator, writer))
    guard unknown > 0 else { return writer.say("\(part) of \(whole)", nl: "\(part) van \(whole)") }
    let missing = words(unknown, writer)
    return writer.say(
      "\(part) of \(whole) known; \(missing) unknown",
      nl: "\(part) van \(whole) bekend; \(missing) onbekend")
  }
}
