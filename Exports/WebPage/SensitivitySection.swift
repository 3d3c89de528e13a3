import Charts
import ExportKit

/// What the ratio does when one thing changes: ranges, switching values, scenarios, conventions.
struct SensitivitySection {
  let sensitivity: ReportSensitivity
  let report: Report

  func section(_ writer: inout Writer) -> Section? {
    let parts =
      swings(&writer) + switches(&writer) + scenarios(&writer) + conventions(&writer)
    guard !parts.isEmpty else { return nil }
    return Section(
      "sensitivity",
      writer.say("What if it is otherwise?", nl: "Wat als het anders is?"), parts)
  }

  // MARK: From low to high

  private func swings(_ writer: inout Writer) -> [Markup] {
    guard !sensitivity.swings.isEmpty else { return [] }
    let title = writer.say(
      "The ratio from low to high of each input", nl: "De ratio van laag naar hoog per invoer")
    let rows = LongList.shown(sensitivity.swings).map { swing in
      Html.row([
        Cell(swing.label[writer.language]), Cell.number(writer.input(swing.low, swing.unit)),
        Cell(writer.figure(swing.ratioAtLow), isNumber: true),
        Cell.number(writer.input(swing.high, swing.unit)),
        Cell(writer.figure(swing.ratioAtHigh), isNumber: true),
      ])
    }
    let table = Html.table(
      title,
      head: [
        Cell(writer.say("Input", nl: "Invoer")),
        Cell.number(writer.say("Low end", nl: "Lage kant")),
        Cell.number(writer.say("Ratio there", nl: "Ratio daar")),
        Cell.number(writer.say("High end", nl: "Hoge kant")),
        Cell.number(writer.say("Ratio there", nl: "Ratio daar")),
      ], rows: rows)
    let note = Html.paragraph(
      writer.say(
        "One input at a time; low and high are the 10th and 90th percentile of its range.",
        nl: "Telkens één invoer; laag en hoog zijn het 10e en 90e percentiel van de marge."),
      class: "note")
    return [Html.heading(title), note] + tornado(title, writer) + [table]
      + LongList.note(sensitivity.swings.count, writer)
  }

  private func tornado(_ title: String, _ writer: Writer) -> [Markup] {
    guard let ratio = report.valueMap?.ratio, let base = ratio.value else { return [] }
    let bars = LongList.shown(sensitivity.swings).compactMap { swing -> TornadoChart.Bar? in
      guard let low = swing.ratioAtLow.value, let high = swing.ratioAtHigh.value else {
        return nil
      }
      return TornadoChart.Bar(label: swing.label[writer.language], atLow: low, atHigh: high)
    }
    guard !bars.isEmpty else { return [] }
    let chart = TornadoChart(title: title, base: base, bars: bars, style: writer.style(ratio.unit))
    return [Markup("figure", ["class": "tornado"], [chart.svg])]
  }

  // MARK: Switching values

  private func switches(_ writer: inout Writer) -> [Markup] {
    guard !sensitivity.switches.isEmpty else { return [] }
    let title = writer.say("When the ratio is 1", nl: "Wanneer de ratio 1 is")
    let rows = LongList.shown(sensitivity.switches).map { entry in
      let unit = entry.values.first?.unit ?? .ratio
      let values = entry.values.map { value in writer.input(value) }
      return Html.row([
        Cell(entry.label[writer.language]), Cell.number(writer.input(entry.current, unit)),
        Cell(Markup(values), isNumber: true),
      ])
    }
    return [
      Html.heading(title),
      Html.table(
        writer.say(
          "The value of one input at which the ratio is 1, all else as it is",
          nl: "De waarde van één invoer waarbij de ratio 1 is; al het andere blijft gelijk"),
        head: [
          Cell(writer.say("Input", nl: "Invoer")), Cell.number(writer.say("Now", nl: "Nu")),
          Cell.number(writer.say("Ratio is 1 at", nl: "Ratio is 1 bij")),
        ], rows: rows),
    ] + LongList.note(sensitivity.switches.count, writer)
  }

  // MARK: Scenarios

  private func scenarios(_ writer: inout Writer) -> [Markup] {
    guard !sensitivity.scenarios.isEmpty else { return [] }
    let title = writer.say("Scenarios", nl: "Scenario’s")
    let rows = LongList.shown(sensitivity.scenarios).map { scenario in row(scenario, &writer) }
    return [
      Html.heading(title),
      Html.table(
        writer.say("What the author thought through", nl: "Wat de opsteller heeft doorgedacht"),
        head: [
          Cell(writer.say("Scenario", nl: "Scenario")),
          Cell(writer.say("What changes", nl: "Wat verandert")),
          Cell.number(writer.say("Benefits", nl: "Baten")),
          Cell.number(writer.say("Inputs", nl: "Inbreng")),
          Cell.number(writer.say("Ratio", nl: "Ratio")),
          Cell.number(writer.say("Difference", nl: "Verschil")),
        ], rows: rows),
    ] + LongList.note(sensitivity.scenarios.count, writer)
  }

  private func row(_ scenario: ReportScenario, _ writer: inout Writer) -> Markup {
    let changes = scenario.changes.map {
      Markup("span", ["class": "line"], text: words(for: $0, writer))
    }
    var difference = [writer.figure(scenario.difference)]
    if !scenario.differenceInterval.isEmpty {
      let ends = scenario.differenceInterval.map { end in writer.figure(end) }
      let joined = ends.enumerated().flatMap { index, end in
        index == 0 ? [end] : [Markup(text: " … "), end]
      }
      difference.append(
        Markup(
          "span", ["class": "line note"],
          [Markup(text: writer.say("90%: ", nl: "90%: "))] + joined))
    }
    return Html.row([
      Cell(scenario.title), Cell(Markup(changes)),
      Cell(writer.figure(scenario.presentValue), isNumber: true),
      Cell(writer.figure(scenario.inputsPresentValue), isNumber: true),
      Cell(writer.figure(scenario.ratio), isNumber: true),
      Cell(Markup(difference), isNumber: true),
    ])
  }

  private func words(for change: ReportScenario.Change, _ writer: Writer) -> String {
    let from = change.from.map { writer.input($0, change.unit) } ?? writer.notKnown(nil)
    let reason = change.reason.map { ": \($0)" } ?? ""
    return "\(report.words(for: change.figure)[writer.language]), \(from) → "
      + writer.input(change.to, change.unit) + reason
  }

  // MARK: Conventions

  private func conventions(_ writer: inout Writer) -> [Markup] {
    guard !sensitivity.conventions.isEmpty else { return [] }
    let title = writer.say(
      "The same data under other conventions", nl: "Dezelfde gegevens met andere afspraken")
    let own = writer.say("this report", nl: "dit verslag")
    let rows = sensitivity.conventions.map { convention in
      let label = convention.label[writer.language]
      return Html.row(
        [
          Cell(convention.isOwn ? "\(label) (\(own))" : label),
          Cell(writer.figure(convention.ratio), isNumber: true),
        ], class: convention.isOwn ? "sum" : nil)
    }
    return [
      Html.heading(title),
      Html.paragraph(
        writer.say(
          "Not a different result, only a different way to count: ratios of two reports compare "
            + "only under the same conventions.",
          nl: "Geen ander resultaat, maar een andere manier van tellen: ratio’s van twee verslagen "
            + "zijn alleen te vergelijken met dezelfde afspraken."), class: "note"),
      Html.table(
        title,
        head: [
          Cell(writer.say("Convention", nl: "Afspraak")),
          Cell.number(writer.say("Ratio", nl: "Ratio")),
        ], rows: rows),
    ]
  }
}

extension Report {
  /// What a figure is called, with the outcome or input that it belongs to.
  func words(for id: FigureID) -> Text {
    guard let figure = everyFigure.first(where: { $0.id == id }) else {
      return Text(verbatim: id.description)
    }
    return words(for: id, called: figure.label)
  }

  /// A figure's label with the outcome or input that it belongs to.
  func words(for id: FigureID, called label: Text) -> Text {
    let segments = id.description.split(separator: ".").map(String.init)
    guard segments.count > 1, let owner = description(of: segments[0], segments[1]) else {
      return label
    }
    return Text(
      "\(label.english) · \(owner)", nl: "\(label.dutch) · \(owner)")
  }

  private func description(of kind: String, _ id: String) -> String? {
    switch kind {
    case "outcome": valueMap?.rows.first { $0.id.description == id }?.description
    case "input": inputs.first { $0.id.description == id }?.description
    default: nil
    }
  }
}
