import ExportKit
import OpenDocument

/// The scenarios of the author laid out so that one can be chosen and the value map follows.
///
/// Each number that some scenario changes has a line: its value in the report, in each scenario,
/// and in the chosen one, to which the value map refers.
struct ScenarioChoice {
  /// Where the base value of a number stands.
  enum Base {
    /// In the line itself, as an input.
    case number(Double)
    /// In the value map, where it is the product of other inputs.
    case valueMap
  }

  /// One number.
  struct Line {
    let figure: FigureID
    let label: String
    let unit: Unit
    let base: Base
    /// Its value in each scenario, `nil` where that leaves it as it is.
    let values: [Double?]
  }

  /// The cell in which the number of the chosen column stands: 1 is the report itself.
  static let numberName = "workbook.scenario_number"
  /// The cell in which a scenario is chosen.
  static let choiceName = "workbook.scenario"
  /// The row of the first line; those above hold the title and the headings.
  static let firstRow = 7

  let tab: String
  let scenarios: [ReportScenario]
  /// The words to choose from, no two the same: the report itself, then the scenarios.
  let titles: [String]
  let lines: [Line]
  private let places: [FigureID: Int]

  /// Lays the scenarios out, or gives `nil` where the map has no ratio or nothing to choose from.
  ///
  /// A scenario whose benefits would fall outside the periods of the map is left out.
  init?(_ report: Report, _ voice: Voice, tab: String) {
    guard let map = report.valueMap, map.ratio.value != nil else { return nil }
    let numbers = ScenarioNumbers(report, map)
    let usable = (report.sensitivity?.scenarios ?? []).filter {
      $0.ratio.value != nil && numbers.fits($0)
    }
    guard !usable.isEmpty else { return nil }
    self.tab = tab
    scenarios = usable
    titles = ScenarioChoice.distinct(
      [voice(Text("As in the report", nl: "Zoals in het verslag"))] + usable.map(\.title))
    let changes = usable.map(numbers.changes)
    var figures: [FigureID] = []
    for change in changes { figures += change.map(\.figure) }
    var lines: [Line] = []
    var places: [FigureID: Int] = [:]
    for figure in figures where places[figure] == nil {
      guard let number = numbers[figure] else { continue }
      places[figure] = lines.count
      lines.append(
        Line(
          figure: figure, label: number.label(voice), unit: number.unit, base: number.base,
          values: changes.map { $0.last { $0.figure == figure }?.value }))
    }
    guard !lines.isEmpty else { return nil }
    self.lines = lines
    self.places = places
  }

  /// The column of the chosen values, behind those of the report and of each scenario.
  var chosenColumn: Int { titles.count + 3 }

  /// Whether a scenario changes a number.
  func changes(_ figure: FigureID) -> Bool { places[figure] != nil }

  /// The formula of a number in the value map, `nil` where no scenario changes it.
  ///
  /// - Parameter own: the formula that the number has where the scenario leaves it as it is.
  func formula(_ figure: FigureID, own: String? = nil) throws -> OpenFormula? {
    guard let place = places[figure] else { return nil }
    let chosen = CellAddress(column: chosenColumn, row: ScenarioChoice.firstRow + place)
      .fixed(on: tab)
    guard let own else { return try OpenFormula(chosen) }
    return try OpenFormula("IF(ISNUMBER(\(chosen));\(chosen);\(own))")
  }

  private static func distinct(_ titles: [String]) -> [String] {
    var taken: Set<String> = []
    return titles.map { title in
      var name = title
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(title) (\(number))"
        number += 1
      }
      return name
    }
  }
}

/// The numbers of a value map that scenarios can change, by their identifiers.
private struct ScenarioNumbers {
  struct Number {
    let row: String
    let text: Text
    let unit: Unit
    let base: ScenarioChoice.Base

    func label(_ voice: Voice) -> String { row.isEmpty ? voice(text) : "\(row): \(voice(text))" }
  }

  private var numbers: [FigureID: Number] = [:]
  private let map: ReportValueMap

  init(_ report: Report, _ map: ReportValueMap) {
    self.map = map
    for row in map.rows {
      for given in ReportOutcome.Given.allCases {
        guard let value = row.estimate(of: given)?.value else { continue }
        let isProduct = given == .proxy && row.proxyGiven != nil
        numbers[row.id(of: given)] = Number(
          row: row.id.description, text: given.label, unit: given.unit,
          base: isProduct ? .valueMap : .number(value))
      }
      add(row, "first_period", Text("First period", nl: "Eerste periode"), row.firstPeriod)
      add(
        row, "benefit_periods", Text("Number of periods", nl: "Aantal perioden"),
        row.benefitPeriods)
    }
    for input in report.inputs where input.value.value != nil {
      numbers[input.value.id] = Number(
        row: input.id.description, text: input.value.label, unit: .money, base: .valueMap)
    }
    numbers[ProjectDescription.discountRateID] = Number(
      row: "", text: Text("Discount rate", nl: "Discontovoet"), unit: .percent,
      base: .number(report.project.discountRate))
  }

  private mutating func add(_ row: ReportOutcome, _ segment: String, _ text: Text, _ value: Int) {
    let id = FigureID(joining: "outcome", row.id.description, segment)
    numbers[id] = Number(
      row: row.id.description, text: text, unit: .count, base: .number(Double(value)))
  }

  subscript(figure: FigureID) -> Number? { numbers[figure] }

  /// What a scenario changes, a share of all outcomes as one change of each; the last one counts.
  func changes(of scenario: ReportScenario) -> [(figure: FigureID, value: Double)] {
    scenario.changes.flatMap { change in
      figures(of: change.figure).map { ($0, change.to) }
    }
  }

  private func figures(of figure: FigureID) -> [FigureID] {
    let segments = figure.description.split(separator: ".")
    guard segments.first == "every_outcome", let share = segments.last else { return [figure] }
    return map.rows.map { FigureID(joining: "outcome", $0.id.description, String(share)) }
  }

  /// Whether all that it changes has a cell, and its benefits fall within the map's columns.
  func fits(_ scenario: ReportScenario) -> Bool {
    let changes = changes(of: scenario)
    guard changes.allSatisfy({ numbers[$0.figure] != nil }) else { return false }
    return map.rows.allSatisfy { row in
      func value(_ segment: String, _ own: Int) -> Double {
        let id = FigureID(joining: "outcome", row.id.description, segment)
        return changes.last { $0.figure == id }?.value ?? Double(own)
      }
      let first = value("first_period", row.firstPeriod)
      return first + value("benefit_periods", row.benefitPeriods) - 1 <= Double(map.periods)
    }
  }
}
