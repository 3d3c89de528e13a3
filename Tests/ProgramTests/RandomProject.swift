import Foundation
import Pipeline
import TestSupport

/// A small project made of random numbers: outcomes, inputs, ranges, shared doubts, scenarios.
struct RandomProject {
  private var generator: SeededGenerator
  /// The folder of the project.
  let folder: URL

  /// Makes the project of a seed.
  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    folder = try Places.temporaryFolder().appending(path: "random")
    let tables = folder.appending(path: "tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    // Draws take a second each in a debug build, so that few maps have uncertain numbers.
    let hasRanges = Int.random(in: 0..<12, using: &generator) == 0
    let outcomes = Int.random(in: 1...6, using: &generator)
    let inputs = Int.random(in: 1...3, using: &generator)
    let texts = [
      "stakeholders": stakeholders, "inputs": self.inputs(inputs, hasRanges),
      "outcomes": self.outcomes(outcomes, hasRanges), "proxies": proxies(hasRanges),
      "parameters": """
      parameter,value,from,until,source
      price_index.nl,\(decimal(80...120)),2021-01-01,2021-12-31,Made up
      price_index.nl,\(decimal(100...130)),2025-01-01,,Made up

      """,
      "scenarios": scenarios(outcomes),
    ]
    for (name, text) in texts {
      try Data(text.utf8).write(to: tables.appending(path: "\(name).csv"))
    }
    try Data(settings.utf8).write(to: folder.appending(path: "project.yaml"))
  }

  /// Writes the report and gives its files, the spreadsheet and the XML among them.
  func files() throws -> [URL] {
    let pipeline = Pipeline(registry: registry, program: "Wijkwaarde test")
    return try pipeline.report(ProjectFolder(folder)).files
  }

  private mutating func decimal(_ range: ClosedRange<Double>) -> String {
    String(format: "%.2f", Double.random(in: range, using: &generator))
  }

  private mutating func share() -> Int { Int.random(in: 0...90, using: &generator) }

  private mutating func one(of words: [String]) -> String {
    words.randomElement(using: &generator) ?? ""
  }

  private let stakeholders = """
    id,name,domain,included,reason
    people,Members,citizens,yes,They are helped
    town,Town,government,yes,It pays

    """

  private var settings: String {
    var other = generator
    let timings = ["start_of_period", "mid_period", "end_of_period"]
    let benefits = timings.randomElement(using: &other) ?? "mid_period"
    let inputs = timings.randomElement(using: &other) ?? "mid_period"
    let rate = Int.random(in: 0...80, using: &other)
    return """
      project: {id: random, revision: "1", name: Random, perspective: forecast, language: en, currency: EUR}
      organisation: {name: Random}
      where: {neighbourhood: Somewhere, country: NL, postcodes: ["9999"]}
      periods:
        - {from: 2025-01-01, until: 2025-12-31}
      value_map: {discount_rate: \(rate / 10).\(rate % 10) %, benefit_timing: \(benefits), input_timing: \(inputs), price_base_year: 2025}

      """
  }

  private mutating func inputs(_ count: Int, _ hasRanges: Bool) -> String {
    var text =
      "id,stakeholder,description,kind,period,quantity,rate,price_year,shared_doubt\n"
    for number in 1...count {
      let period = Int.random(in: 1...4, using: &generator)
      let amount = Int.random(in: 1_000...90_000, using: &generator)
      if number == 2 {
        let hours = hasRanges ? "\(number * 100) (90–400)" : decimal(10...500)
        text += "i\(number),people,Hours,hours,\(period),\(hours),\(decimal(10...40)),,survey\n"
      } else {
        text += "i\(number),town,Grant,cash,\(period),\(amount),,\(one(of: ["", "2021"])),\n"
      }
    }
    return text
  }

  private mutating func outcomes(_ count: Int, _ hasRanges: Bool) -> String {
    var text =
      "id,stakeholder,description,intended,quantity,quantity_shared_doubt,proxy,deadweight,"
      + "deadweight_reason,displacement,displacement_reason,attribution,attribution_reason,"
      + "drop_off,drop_off_reason,deductions_shared_doubt,first_period,benefit_periods\n"
    for number in 1...count {
      let quantity = Int.random(in: 10...300, using: &generator)
      let range = hasRanges && number < 4 ? " (\(quantity - 5)–\(quantity + 9))" : ""
      let deadweight = share()
      let doubt =
        hasRanges && number % 2 == 0 ? " (\(max(0, deadweight - 8))–\(deadweight + 7), pert)" : ""
      text += "o\(number),\(one(of: ["people", "town"])),Change \(number),yes,"
      text +=
        "\(quantity)\(range),\(one(of: ["", "survey"])),p\(Int.random(in: 1...3, using: &generator)),"
      text += "\"\(deadweight) %\(doubt)\",a,\(share()) %,b,\(share()) %,c,\(share()) %,d,"
      text += "\(one(of: ["", "survey"])),\(Int.random(in: 1...3, using: &generator)),"
      text += "\(Int.random(in: 1...6, using: &generator))\n"
    }
    return text
  }

  private mutating func proxies(_ hasRanges: Bool) -> String {
    """
    id,description,value,price_year,source,shared_doubt
    p1,First,\(decimal(10...4_000)),2025,Made up,
    p2,Second,\(decimal(10...900)),2021,Made up,
    p3,A loss,-\(decimal(1...200)),2025,Made up,
    """
  }

  private mutating func scenarios(_ outcomes: Int) -> String {
    let row = Int.random(in: 1...outcomes, using: &generator)
    return """
      scenario,title,figure,value,reason
      careful,Careful,outcome.o\(row).deadweight,\(share()) %,A guess
      careful,,sroi.discount_rate,4 %,A guess
      generous,Generous,input.i1.value,\(Int.random(in: 500...9_000, using: &generator)),A guess

      """
  }
}
