import ImpactModel
import IndicatorKit
import Pipeline
import ProjectReaders

/// The reference page of an indicator, made of its declarations and its worked examples.
struct IndicatorPage {
  private let card: IndicatorCard
  private let examples: [ExampleRun]

  /// Makes the page of a registered indicator.
  init(_ indicator: any Indicator, in registry: Registry) {
    card = type(of: indicator).card
    examples =
      registry.examples(of: indicator).map { text in
        ExampleFile.read(text.text, file: text.file).examples
          .map { ExampleRun(indicator, $0, file: text.file) }
      } ?? []
  }

  /// The page, part by part.
  var blocks: [PageBlock] {
    [.heading(card.title, level: 1), .paragraph(card.summary)] + measures + tables + imports
      + books + parameters + details + workedExamples + sources
  }

  // MARK: Measures

  private var measures: [PageBlock] {
    [
      .heading(Text("Measures", nl: "Metingen"), level: 2),
      .table(
        head: [
          Text("Figure", nl: "Cijfer"), Text("Measure", nl: "Meting"),
          Text("What it is", nl: "Wat het is"), Text("Kind", nl: "Soort"),
          Text("Unit", nl: "Eenheid"), Text("Better", nl: "Beter"),
          Text("Several projects", nl: "Meer projecten"),
          Text("Value map", nl: "Waardenkaart"),
        ],
        rows: card.measures.map { measure in
          [
            .code(card.figure(measure).description), .words(measure.label), .words(measure.help),
            .words(measure.kind.words), unit(measure.unit), .words(measure.direction.words),
            .words(measure.aggregation.words),
            .words(
              measure.feedsValueMap
                ? Text("may feed it", nl: "mag erin")
                : Text("does not feed it", nl: "gaat er niet in")),
          ]
        }),
    ]
  }

  private func unit(_ unit: Unit) -> PageCell {
    if unit.isMoney { return .words(Text("money", nl: "geld")) }
    return unit.symbol.english.isEmpty ? .empty : .words(unit.symbol)
  }

  // MARK: What it reads

  private var tables: [PageBlock] {
    card.tables.flatMap { TablePage(TableDeclaration($0)).blocks }
  }

  private var imports: [PageBlock] {
    guard !card.importers.isEmpty else { return [] }
    return [
      .heading(Text("Files of other formats", nl: "Bestanden in andere vormen"), level: 2),
      .paragraph(
        Text(
          "Put them into the folder “imports”, in the place of the tables that they fill.",
          nl: "Zet ze in de map ‘imports’, in plaats van de tabellen die ze vullen.")),
      .table(
        head: [
          Text("Format", nl: "Vorm"), Text("File", nl: "Bestand"), Text("Table", nl: "Tabel"),
          Text("What is read", nl: "Wat er gelezen wordt"),
        ],
        rows: card.importers.map { $0.card }.map { importer in
          [
            .words(importer.title),
            .code(importer.fileExtensions.map { "." + $0 }.joined(separator: ", ")),
            .code(importer.tables.map { $0.table.id }.joined(separator: ", ")),
            .words(importer.summary),
          ]
        }),
    ]
  }

  private var books: [PageBlock] {
    guard card.core.contains(.ledger) else { return [] }
    return [
      .heading(Text("Books", nl: "Boekhouding"), level: 2),
      .paragraph(
        Text(
          "It reads the totals of the books in the folder “books”.",
          nl: "Het leest de totalen van de boekhouding in de map ‘books’.")),
    ]
  }

  private var parameters: [PageBlock] {
    guard !card.parameters.isEmpty else { return [] }
    return [
      .heading(Text("Parameters", nl: "Parameters"), level: 2),
      .table(
        head: [
          Text("Parameter", nl: "Parameter"), Text("What it is", nl: "Wat het is"),
          Text("Unit", nl: "Eenheid"),
        ],
        rows: card.parameters.map { [.code($0.id), .words($0.label), unit($0.unit)] }),
    ]
  }

  private var details: [PageBlock] {
    guard !card.details.isEmpty else { return [] }
    let heading = Text("Rows for other programs", nl: "Rijen voor andere programma’s")
    return [.heading(heading, level: 2)]
      + card.details.flatMap { DetailPage($0, of: card.id).blocks }
  }

  // MARK: Examples and sources

  private var workedExamples: [PageBlock] {
    guard !examples.isEmpty else { return [] }
    return [.heading(Text("Worked examples", nl: "Uitgewerkte voorbeelden"), level: 2)]
      + examples.enumerated().flatMap { index, run in
        ExamplePage(run, number: index + 1, card: card).blocks
      }
  }

  private var sources: [PageBlock] {
    [
      .heading(Text("Sources of the method", nl: "Bronnen van de methode"), level: 2),
      .list(card.references.map { Text(verbatim: $0.text) }),
    ]
  }
}

extension MeasureCard.Kind {
  fileprivate var words: Text {
    switch self {
    case .count: Text("count", nl: "telling")
    case .sum: Text("sum", nl: "som")
    case .share: Text("share", nl: "aandeel")
    case .mean: Text("mean", nl: "gemiddelde")
    case .computed: Text("computed", nl: "berekend")
    }
  }
}

extension MeasureCard.Direction {
  fileprivate var words: Text {
    switch self {
    case .up: Text("more", nl: "meer")
    case .down: Text("less", nl: "minder")
    case .neutral: Text("neither", nl: "geen van beide")
    }
  }
}

extension MeasureCard.Aggregation {
  fileprivate var words: Text {
    switch self {
    case .sum: Text("added up", nl: "opgeteld")
    case .pooled: Text("from their parts together", nl: "uit hun onderdelen samen")
    case .none: Text("not joined", nl: "niet samengevoegd")
    }
  }
}
