import ImpactModel
import IndicatorKit
import Pipeline
import ProjectReaders

/// The part of a reference page about one worked example.
struct ExamplePage {
  private let run: ExampleRun
  private let number: Int
  private let card: IndicatorCard

  /// Makes the part about an example, by its place in the file from 1.
  init(_ run: ExampleRun, number: Int, card: IndicatorCard) {
    self.run = run
    self.number = number
    self.card = card
  }

  var blocks: [PageBlock] {
    let heading = Text("Example \(number)", nl: "Voorbeeld \(number)")
    let example = run.example
    let opening: [PageBlock] = [
      .heading(heading, level: 3), .paragraph(example.name), .paragraph(setting),
    ]
    let tables = example.tables.flatMap { listing("tables/\($0.table).csv", $0.text) }
    let imports = example.imports.flatMap { listing("imports/\($0.table)", $0.text) }
    let books = example.books.flatMap { listing("books: \($0.table)", $0.text) }
    return opening + tables + imports + books + [measures]
  }

  /// The period, the neighbourhood and the parameters.
  private var setting: Text {
    let example = run.example
    var text = Text("Period \(example.period).", nl: "Periode \(example.period).")
    if !example.postcodes.isEmpty {
      let codes = example.postcodes.joined(separator: ", ")
      text = text.followed(
        by: " ", Text("Neighbourhood: postcode \(codes).", nl: "Buurt: postcode \(codes)."))
    }
    for parameter in example.parameters {
      let label = card.parameters.first { $0.id == parameter.id }?.label
      guard let label else { continue }
      func number(_ language: Language) -> String {
        let text = DecimalText.exact(parameter.value)
        return language == .dutch ? text.replacing(".", with: ",") : text
      }
      text = text.followed(
        by: " ",
        Text(
          "\(label.english): \(number(.english)).", nl: "\(label.dutch): \(number(.dutch))."))
    }
    return text
  }

  private func listing(_ name: String, _ text: String) -> [PageBlock] {
    [.paragraph(Text(verbatim: name)), .listing(text)]
  }

  private var measures: PageBlock {
    .table(
      head: [
        Text("Measure", nl: "Meting"), Text("Figure", nl: "Cijfer"), Text("Result", nl: "Uitkomst"),
      ],
      rows: run.example.expectations.flatMap(rows))
  }

  /// The row of a measure, and those of the groups that the example names.
  private func rows(of expected: WorkedExample.Expectation) -> [[PageCell]] {
    guard let measure = run.measures.first(where: { $0.card.id == expected.measure }) else {
      return []
    }
    let figure = PageCell.code(card.figure(measure.card).description)
    let groups = expected.groups.compactMap { group -> [PageCell]? in
      let breakdown = measure.breakdowns.first { $0.id == group.breakdown }
      guard let breakdown, let entry = breakdown.entries.first(where: { $0.id == group.entry })
      else { return nil }
      return [
        .words(breakdown.label.followed(by: ": ", entry.label)), figure,
        .words(shown(entry.value, breakdown.unit)),
      ]
    }
    return [[.words(measure.card.label), figure, .words(result(of: measure))]] + groups
  }

  private func result(of measure: Measure) -> Text {
    guard let value = measure.value else {
      let reason = measure.absence ?? Text("unknown", nl: "onbekend")
      return Text(
        "cannot be measured: \(reason.english)", nl: "niet te meten: \(reason.dutch)")
    }
    return shown(value, measure.card.unit)
  }

  private func shown(_ value: Double, _ unit: Unit) -> Text {
    Text(shown(value, unit, .english), nl: shown(value, unit, .dutch))
  }

  private func shown(_ value: Double, _ unit: Unit, _ language: Language) -> String {
    let number = DecimalText.rounded(
      unit.isPercentage ? value * 100 : value, decimals: unit.decimals, in: language)
    if unit.isMoney { return "€ \(number)" }
    let symbol = unit.isPercentage ? "%" : unit.symbol[language]
    return symbol.isEmpty ? number : "\(number) \(symbol)"
  }
}
