import ExportKit
import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Pipeline

/// What somebody can derive who has the whole report: all figures of all modules together.
@Suite struct PrivacyTests {
  private static let header =
    "Id;Persoon;Begin;Einde;Uren per week;Doelgroep;Postcode woonadres;Nettoloon\n"

  /// A staff table with people here, elsewhere and nobody knows where; amounts that occur once.
  private func staff(
    _ counts: [Int], using random: inout SeededGenerator
  ) -> (table: String, pay: [Double]) {
    var table = Self.header
    var pay: [Double] = []
    for (group, postcode) in ["9999", "9998", ""].enumerated() {
      var sum = 0.0
      for number in 0..<counts[group] {
        let cents = Int.random(in: 300_000...1_100_000, using: &random)
        sum += Double(cents) / 100
        let text = String(cents)
        table +=
          "c\(group)_\(number);M-\(group)-\(number);2023-03-01;;24;Geen;\(postcode);"
          + "\(text.dropLast(2)),\(text.suffix(2))\n"
      }
      pay.append(sum)
    }
    return (table, pay)
  }

  /// The measures as they stand in a report, without its value map, which takes most of the time.
  private func measures(_ example: Example) throws -> [String: Measure] {
    let loader = ProjectLoader(
      folder: example.project, registry: registry, progress: { _ in })
    let project = try #require(try loader.load(store: .cache).project)
    return byName(IndicatorRun(project, registry: registry).sections)
  }

  private func byName(_ sections: [ReportIndicator]) -> [String: Measure] {
    Dictionary(
      sections.flatMap(\.measures).map { ($0.id.description, $0.measure) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `the measures that these tests look at are those of the report`() throws {
    let example = try Example()
    let made = try example.pipeline.make(
      example.project, store: .cache, language: nil, progress: { _ in })
    #expect(try measures(example) == byName(try #require(made.report).indicators))
  }

  /// The amounts of the report that are made of wages, in cents, each once.
  private func amounts(_ measures: [String: Measure]) -> [Int] {
    let own = measures.filter {
      $0.key.hasPrefix("multiplier.") || $0.key.hasPrefix("employment.")
    }
    let numbers = own.values.flatMap(\.shownNumbers).filter { $0.magnitude < 1e12 }
    return Set(numbers.map { Int(($0 * 100).rounded()) }).subtracting([0]).sorted()
  }

  /// Whether one, two or three of some amounts, added or taken off, make a sum.
  private func tells(_ sum: Int, _ amounts: [Int]) -> Bool {
    let signed = amounts + amounts.map { -$0 } + [0]
    let pairs = Set(signed.flatMap { first in signed.map { first + $0 } })
    return signed.contains { pairs.contains(sum - $0) }
  }

  @Test func `no three amounts of all modules tell the pay of a few`() throws {
    var random = SeededGenerator(seed: 29)
    let example = try Example()
    for round in 0..<10 {
      let counts = (0..<3).map { _ in Int.random(in: 0...6, using: &random) }
      guard counts.reduce(0, +) > 0 else { continue }
      let (table, pay) = staff(counts, using: &random)
      try example.write(Data(table.utf8), to: "tables/staff.csv")
      let amounts = amounts(try measures(example))
      #expect(amounts.count > 5, "there is something to derive from")
      for (count, sum) in zip(counts, pay) where (1...4).contains(count) {
        #expect(
          !tells(Int((sum * 100).rounded()), amounts), "round \(round) \(counts) tells \(sum)")
      }
    }
  }

  @Test func `the pay of four residents does not follow from wage costs and leaks`() throws {
    let example = try Example()
    try example.replace(";Leerwerkplek;9999;", with: ";Leerwerkplek;9998;", in: "tables/staff.csv")
    let measures = try measures(example)
    #expect(measures["employment.cost_per_fte"]?.value != nil)
    #expect(measures["multiplier.leak"]?.breakdowns.isEmpty == true)
    #expect(measures["employment.fte_residents"]?.value == nil)
    // 17,850 + 15,420 + 11,240 + 9,860 of the table.
    #expect(!tells(5_437_000, amounts(measures)))
  }

  /// A staff table whose people differ in target group, home and kind of contract.
  private func mixedStaff(_ people: Int, using random: inout SeededGenerator) -> [[String]] {
    (0..<people).map { number in
      [
        "M-\(number)", "2023-03-01", "\(Int.random(in: 4...40, using: &random))",
        Bool.random(using: &random) ? "Banenafspraak" : "Geen",
        Bool.random(using: &random) ? "9999" : "9998",
        Bool.random(using: &random) ? "Vast" : "Tijdelijk",
        Bool.random(using: &random) ? "ja" : "nee",
      ]
    }
  }

  @Test func `no part of the staff is shown whose rest is one to four people`() throws {
    var random = SeededGenerator(seed: 31)
    let example = try Example()
    // Without the release of the example.
    let settings = String(decoding: try example.bytes("project.yaml"), as: UTF8.self)
    let cut = settings.range(of: "release_below_five:").map { settings[..<$0.lowerBound] }
    try example.write(Data((cut.map(String.init) ?? settings).utf8), to: "project.yaml")
    var shown = 0
    for round in 0..<30 {
      let staff = mixedStaff(Int.random(in: 1...16, using: &random), using: &random)
      let table =
        "Medewerkernummer;Datum in dienst;Uren per week;Doelgroep;Postcode;Contractsoort;Leerling\n"
        + staff.map { $0.joined(separator: ";") + "\n" }.joined()
      try example.write(Data(table.utf8), to: "tables/staff.csv")
      let measures = try measures(example)
      let parts: [(String, Int)] = [
        ("employment.fte_target_groups", staff.count { $0[3] != "Geen" }),
        ("employment.fte_residents", staff.count { $0[4] == "9999" }),
        ("employment.apprentices", staff.count { $0[6] == "ja" }),
      ]
      for (figure, part) in parts where measures[figure]?.value != nil {
        let sizes = [part, staff.count - part]
        // No hours at all are a true zero and tell nothing of how many others there are.
        if part == 0, measures[figure]?.value == 0, figure.hasPrefix("employment.fte") { continue }
        #expect(!SmallCells.areFew(sizes), "round \(round): \(figure) of \(sizes)")
        shown += 1
      }
      for breakdown in measures.values.flatMap(\.breakdowns) where breakdown.countsPeople {
        #expect(!SmallCells.areFew(breakdown.entries.map { $0.people ?? 0 }), "\(breakdown.id)")
      }
    }
    #expect(shown > 10, "there is something to derive from")
  }

  @Test func `the same person has another code in another project, and the same one in it`() throws
  {
    let example = try Example()
    let other = try Example()
    func codes(_ project: Example) throws -> Set<String> {
      let loader = ProjectLoader(
        folder: project.project, registry: registry, progress: { _ in })
      let tables = try #require(try loader.load(store: .cache).project).contents
      let cells = ["staff", "participants"].flatMap { tables[$0]?.rows ?? [] }.flatMap(\.cells)
      return Set(
        cells.compactMap { cell in
          if case .person(let key) = cell { key.hash } else { nil }
        })
    }
    let own = try codes(example)
    #expect(own.count == 7 + 48)
    #expect(try codes(example) == own)
    #expect(try codes(other).isDisjoint(with: own))
    // A project that begins as a copy of another has the secret of that one.
    let secret = try example.bytes(".wijkwaarde/secret")
    try other.write(secret, to: ".wijkwaarde/secret")
    #expect(try codes(other) == own)
    try other.replace("id: groenhof", with: "id: groenhofzuid", in: "project.yaml")
    #expect(try codes(other).isDisjoint(with: own))
  }

  @Test func `organisations are drawn, and named only where they may be`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    for file in files where file.pathExtension != "ods" {
      let text = try String(contentsOf: file, encoding: .utf8)
      if ["groenhof-2025.html", "groenhof-2025.xml"].contains(file.lastPathComponent) {
        #expect(text.contains("Wie met wie samenwerkt"))
        #expect(text.contains("Waterschap Voorbeeldland"))
      }
      for name in ["Kerk aan de Hof", "Kwekerij aan de rand"] {
        #expect(!text.contains(name), "\(file.lastPathComponent) names \(name)")
      }
    }
    let page = try #require(files.first { $0.pathExtension == "html" })
    let source = try String(contentsOf: page, encoding: .utf8)
    #expect(source.contains("aria-label=\"Wie met wie samenwerkt\""))
    let xml = try #require(files.first { $0.pathExtension == "xml" })
    let document = try String(contentsOf: xml, encoding: .utf8)
    #expect(document.matches(of: /<node name="/).count == 8)
    #expect(document.matches(of: /<tie one="/).count == 10)
  }

  @Test func `of three members of staff nothing tells that they are three`() throws {
    let example = try Example()
    var random = SeededGenerator(seed: 3)
    let (table, _) = staff([2, 1, 0], using: &random)
    let former = "c9;M-09;2020-01-01;2023-12-31;24;Geen;9999;\n"
    for text in [table, table + former] {
      try example.write(Data(text.utf8), to: "tables/staff.csv")
      let report = try #require(
        try example.pipeline.report(example.project, isDraftAllowed: true).report)
      #expect(report.sources.first { $0.kind == "staff" }?.rows == nil)
      for section in report.indicators where ["employment", "multiplier"].contains(section.id) {
        for measure in section.measures {
          let rows = measure.measure.origin.rows(of: "staff")
          #expect(rows == 0, "\(measure.id) stands on \(rows) rows")
          // Nobody is from a target group, and nothing at all is a true zero.
          if section.id == "employment" { #expect((measure.measure.value ?? 0) == 0) }
          #expect(!measure.measure.notes.contains { $0.english.hasSuffix("not counted: 1.") })
        }
      }
    }
  }
}

extension Origin {
  /// How many rows of a table it names.
  fileprivate func rows(of table: String) -> Int {
    switch self {
    case .selection(let selection): selection.table == table ? selection.count : 0
    case .combined(let origins): origins.reduce(0) { $0 + $1.rows(of: table) }
    case .cell, .ledger, .parameter, .computation: 0
    }
  }
}

extension Measure {
  /// Every number that a reader is shown.
  fileprivate var shownNumbers: [Double] {
    let parts: [Double]
    switch result {
    case .measured(.count(let count)): parts = [Double(count)]
    case .measured(.sum(let sum, _)): parts = [sum]
    case .measured(.share(let part, let whole, let unknown)): parts = [part, whole, unknown]
    case .measured(.mean(let sum, _)): parts = [sum]
    case .measured(.computed(let value, let inputs, _)): parts = [value] + inputs.map(\.value)
    case .notMeasurable: parts = []
    }
    return parts + flows.map(\.amount) + breakdowns.flatMap { $0.entries.map(\.value) }
  }
}
