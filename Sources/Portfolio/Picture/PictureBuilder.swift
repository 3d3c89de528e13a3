import ExportKit
import GRDB

/// Works out the picture of a portfolio inside one reading transaction.
///
/// Sums run over reports in the order of project, perspective, period and revision, whatever the
/// order in which they were added, so that the same reports give the same numbers.
struct PictureBuilder {
  let database: Database
  /// The reports in force, in the order in which sums run.
  let lines: [PictureLine]
  /// The place of a report in that order.
  let ranks: [Int64: Int]

  /// Reads the reports in force.
  init(_ database: Database) throws {
    self.database = database
    let sql = """
      SELECT * FROM report WHERE is_current \
      ORDER BY project, perspective, period_last, period_first DESC, id
      """
    lines = try Row.fetchAll(database, sql: sql).map { PictureLine($0) }
    ranks = Dictionary(
      lines.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Works out the whole.
  func picture() throws -> PortfolioPicture {
    let latest = latestOfEachProject
    let sums = GroupSums(self, latest: latest)
    return PortfolioPicture(
      coverage: try coverage(latest), groups: try sums.groups(), development: sums.development,
      overlaps: try OverlapSearch(self).overlaps(), measures: try MeasureSums(self).totals(),
      flows: try FlowSums(self).flows(),
      money: MoneyGroup.matrices(try MoneyReading(self).statements()), reports: lines.map(\.shown))
  }

  /// Of each project and perspective the report of the latest period.
  private var latestOfEachProject: [PictureLine] {
    lines.indices.filter { index in
      guard index + 1 < lines.count else { return true }
      let next = lines[index + 1]
      return next.project != lines[index].project || next.perspective != lines[index].perspective
    }.map { lines[$0] }
  }

  private func coverage(_ latest: [PictureLine]) throws -> PortfolioPicture.Coverage {
    var coverage = PortfolioPicture.Coverage()
    coverage.reports = lines.count
    coverage.superseded =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM report WHERE NOT is_current") ?? 0
    coverage.projects = Set(lines.map(\.project)).count
    coverage.municipalities = Set(lines.compactMap(\.municipality)).count
    coverage.withRatio = lines.count { $0.ratio != nil }
    coverage.withInterval = lines.count { $0.low != nil && $0.high != nil }
    coverage.recomputed = lines.reduce(0) { $0 + $1.recomputed }
    coverage.unchanged = lines.reduce(0) { $0 + $1.unchanged }
    coverage.questions = lines.reduce(0) { $0 + $1.questions }
    coverage.answers = lines.reduce(0) { $0 + $1.answers }
    coverage.withoutValue = latest.count { !$0.hasValues }
    coverage.outsideGroups = latest.count { $0.hasValues && $0.conventions == nil }
    coverage.indicators = try indicators()
    return coverage
  }

  private func indicators() throws -> [PortfolioPicture.Coverage.Indicator] {
    let sql = """
      SELECT substr(figure, 1, instr(figure, '.') - 1) AS indicator, \
      count(DISTINCT report) AS reports FROM card JOIN measurement ON card.id = card \
      JOIN report ON report.id = report WHERE is_current GROUP BY indicator ORDER BY indicator
      """
    return try Row.fetchAll(database, sql: sql).map {
      PortfolioPicture.Coverage.Indicator(id: $0["indicator"], reports: $0["reports"])
    }
  }
}

/// One report in force, as far as sums need it.
struct PictureLine {
  let number: Int64
  let project: String
  let perspective: String
  let name: String
  let organisation: String
  let organisationKey: String
  let neighbourhood: String
  let municipality: String?
  let first: String
  let last: String
  let revision: String
  let currency: String?
  let inputs: Double?
  let presentValue: Double?
  let ratio: Double?
  let low: Double?
  let high: Double?
  let valuationDate: String?
  let conventions: PortfolioPicture.Conventions?
  let recomputed: Int
  let unchanged: Int
  let questions: Int
  let answers: Int

  /// How many questions of over-claiming checks nobody answered.
  var openQuestions: Int { max(0, questions - answers) }

  init(_ row: Row) {
    number = row["id"]
    project = row["project"]
    perspective = row["perspective"]
    name = row["name"]
    organisation = row["organisation"]
    organisationKey = row["organisation_key"]
    neighbourhood = row["neighbourhood"]
    municipality = row["municipality"]
    first = row["period_first"]
    last = row["period_last"]
    revision = row["revision"]
    currency = row["currency"]
    inputs = row["inputs_present_value"]
    presentValue = row["present_value"]
    ratio = row["ratio"]
    low = row["ratio_low"]
    high = row["ratio_high"]
    valuationDate = row["valuation_date"]
    recomputed = row["recomputed"]
    unchanged = row["unchanged"]
    questions = row["questions"]
    answers = row["answers"]
    conventions = PictureLine.conventions(row)
  }

  /// The conventions, where the report states every one.
  private static func conventions(_ row: Row) -> PortfolioPicture.Conventions? {
    let (rate, year) = (row["discount_rate"] as Double?, row["price_year"] as Int?)
    let (benefits, inputs) = (row["benefit_timing"] as String?, row["input_timing"] as String?)
    guard let rate, let year, let benefits, let inputs, let currency = row["currency"] as String?
    else { return nil }
    return PortfolioPicture.Conventions(
      perspective: row["perspective"], currency: currency, discountRate: rate,
      benefitTiming: benefits, inputTiming: inputs, priceYear: year)
  }

  /// Whether it has both sides of a ratio.
  var hasValues: Bool { presentValue != nil && inputs != nil }

  /// The year in which its period ends.
  var year: Int { Int(last.prefix(4)) ?? 0 }

  var shown: PortfolioPicture.ReportLine {
    PortfolioPicture.ReportLine(
      number: number, name: name, project: project, organisation: organisation,
      municipality: municipality, neighbourhood: neighbourhood, first: first, last: last,
      revision: revision,
      perspective: perspective, currency: currency, inputs: inputs, presentValue: presentValue,
      ratio: ratio, low: low, high: high, openQuestions: openQuestions)
  }
}
