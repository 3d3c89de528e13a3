import ExportKit
import GRDB

/// Adds up inputs and present values of reports under like conventions.
struct GroupSums {
  private typealias Sum = PortfolioPicture.Sum
  private typealias Part = PortfolioPicture.Part

  private let builder: PictureBuilder
  private let latest: [PictureLine]

  init(_ builder: PictureBuilder, latest: [PictureLine]) {
    self.builder = builder
    self.latest = latest.filter { $0.hasValues && $0.conventions != nil }
  }

  /// The groups, those of most projects first.
  func groups() throws -> [PortfolioPicture.Group] {
    let outcomes = try outcomes()
    let inputs = try inputs()
    let members = Dictionary(grouping: latest) { $0.conventions }
    let inYears = Dictionary(grouping: builder.lines.filter(\.hasValues)) { $0.conventions }
    let groups = members.compactMap { conventions, lines -> PortfolioPicture.Group? in
      guard let conventions else { return nil }
      return group(conventions, lines, inYears: inYears[conventions] ?? [], outcomes, inputs)
    }
    return groups.sorted { one, other in
      one.sum.projects == other.sum.projects
        ? one.conventions.order < other.conventions.order
        : one.sum.projects > other.sum.projects
    }
  }

  private func group(
    _ conventions: PortfolioPicture.Conventions, _ lines: [PictureLine], inYears: [PictureLine],
    _ outcomes: [Int64: [OutcomeLine]], _ inputs: [Int64: [InputLine]]
  ) -> PortfolioPicture.Group {
    let dates = lines.compactMap(\.valuationDate).sorted()
    let rows = lines.flatMap { outcomes[$0.number] ?? [] }
    return PortfolioPicture.Group(
      conventions: conventions, sum: GroupSums.sum(lines),
      valuationDates: (dates.first ?? "")...(dates.last ?? ""),
      themes: GroupSums.parts(rows) { ($0.theme ?? "", Text(verbatim: $0.theme ?? "")) },
      neighbourhoods: GroupSums.neighbourhoods(lines),
      domains: GroupSums.parts(rows) { row in
        (row.domain?.rawValue ?? "", row.domain?.label ?? Text(verbatim: ""))
      },
      stakeholders: GroupSums.parts(rows) {
        (MatchingKey.words($0.stakeholder), Text(verbatim: $0.stakeholder))
      },
      payers: GroupSums.payers(lines.flatMap { inputs[$0.number] ?? [] }),
      years: GroupSums.years(inYears))
  }

  private static func sum(_ lines: [PictureLine]) -> Sum {
    var sum = Sum()
    sum.projects = Set(lines.map(\.project)).count
    sum.presentValue = lines.reduce(0) { $0 + ($1.presentValue ?? 0) }
    sum.inputs = lines.reduce(0) { $0 + ($1.inputs ?? 0) }
    return sum
  }

  /// Every year with every set of conventions that its reports have.
  ///
  /// Of several reports of one project in a year the last counts, which holds what the others held.
  var development: [PortfolioPicture.YearSum] {
    struct Key: Hashable {
      let year: Int
      let conventions: PortfolioPicture.Conventions
    }
    var members: [Key: [String: PictureLine]] = [:]
    // Lines are in the order of periods, so that the last of a project replaces those before it.
    for line in builder.lines where line.hasValues {
      guard let conventions = line.conventions else { continue }
      members[Key(year: line.year, conventions: conventions), default: [:]][line.project] = line
    }
    return members.map { key, lines in
      PortfolioPicture.YearSum(
        year: key.year, conventions: key.conventions,
        sum: GroupSums.sum(lines.sorted { $0.key < $1.key }.map(\.value)))
    }.sorted { ($0.year, $0.conventions.order) < ($1.year, $1.conventions.order) }
  }

  private static func years(_ lines: [PictureLine]) -> [Part] {
    Dictionary(grouping: lines, by: \.year).sorted { $0.key < $1.key }.map { year, lines in
      Part(code: String(year), label: Text(verbatim: String(year)), sum: sum(lines))
    }
  }

  private static func neighbourhoods(_ lines: [PictureLine]) -> [Part] {
    let places = Dictionary(grouping: lines) { line in
      [line.municipality ?? "", line.neighbourhood].joined(separator: " ")
    }
    return places.sorted { $0.key < $1.key }.map { place, lines in
      Part(
        code: place.first == " " ? String(place.dropFirst()) : place,
        label: Text(verbatim: lines.first?.neighbourhood ?? ""), sum: sum(lines))
    }
  }

  // MARK: Inputs

  private struct InputLine {
    let project: String
    let payer: String
    let kind: String
    let presentValue: Double
  }

  private func inputs() throws -> [Int64: [InputLine]] {
    let wanted = Set(latest.map(\.number))
    let sql = """
      SELECT input.report, input.kind, coalesce(stakeholder.name, '') AS name, \
      input.present_value FROM input \
      LEFT JOIN stakeholder ON stakeholder.report = input.report \
      AND stakeholder.row = input.stakeholder \
      WHERE input.present_value IS NOT NULL ORDER BY input.report, input.row
      """
    var found: [Int64: [InputLine]] = [:]
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      let report: Int64 = row["report"]
      guard wanted.contains(report), let rank = builder.ranks[report] else { continue }
      found[report, default: []].append(
        InputLine(
          project: builder.lines[rank].project, payer: row["name"], kind: row["kind"],
          presentValue: row["present_value"]))
    }
    return found
  }

  /// What was put in, by who put it in and in what form.
  private static func payers(_ rows: [InputLine]) -> [PortfolioPicture.Payer] {
    struct Key: Hashable {
      let name: String
      let kind: String
    }
    var sums: [Key: (name: String, value: Double, projects: Set<String>)] = [:]
    for row in rows {
      let key = Key(name: MatchingKey.words(row.payer), kind: row.kind)
      // In place: a copy of the set for each row takes a time that grows with its square.
      sums[key, default: (row.payer, 0, [])].value += row.presentValue
      sums[key]?.projects.insert(row.project)
    }
    let sorted = sums.sorted { one, other in
      (-one.value.value, one.key.name, one.key.kind)
        < (-other.value.value, other.key.name, other.key.kind)
    }
    return sorted.map { key, entry in
      PortfolioPicture.Payer(
        name: entry.name, kind: key.kind, projects: entry.projects.count,
        presentValue: entry.value)
    }
  }

  // MARK: Outcomes

  private struct OutcomeLine {
    let project: String
    let theme: String?
    let stakeholder: String
    let domain: Domain?
    let presentValue: Double
  }

  private func outcomes() throws -> [Int64: [OutcomeLine]] {
    let wanted = Set(latest.map(\.number))
    let sql = """
      SELECT outcome.report, outcome.theme, coalesce(stakeholder.name, '') AS name, \
      stakeholder.domain, outcome.present_value FROM outcome \
      LEFT JOIN stakeholder ON stakeholder.report = outcome.report \
      AND stakeholder.row = outcome.stakeholder \
      WHERE outcome.is_priced AND outcome.present_value IS NOT NULL \
      ORDER BY outcome.report, outcome.row
      """
    var found: [Int64: [OutcomeLine]] = [:]
    let rows = try Row.fetchCursor(builder.database, sql: sql)
    while let row = try rows.next() {
      let report: Int64 = row["report"]
      guard wanted.contains(report), let rank = builder.ranks[report] else { continue }
      let domain = (row["domain"] as String?).flatMap { Domain(rawValue: $0) }
      found[report, default: []].append(
        OutcomeLine(
          project: builder.lines[rank].project, theme: row["theme"], stakeholder: row["name"],
          domain: domain, presentValue: row["present_value"]))
    }
    return found
  }

  /// Parts of the benefits by a code, the largest first; what has no code stands last.
  private static func parts(
    _ rows: [OutcomeLine], by name: (OutcomeLine) -> (code: String, label: Text)
  ) -> [Part] {
    var sums: [String: (label: Text, value: Double, projects: Set<String>)] = [:]
    for row in rows {
      let (code, label) = name(row)
      sums[code, default: (label, 0, [])].value += row.presentValue
      sums[code]?.projects.insert(row.project)
    }
    return sums.map { code, entry in
      Part(
        code: code, label: entry.label,
        sum: Sum(projects: entry.projects.count, presentValue: entry.value, inputs: nil))
    }.sorted { one, other in
      if one.code.isEmpty != other.code.isEmpty { return other.code.isEmpty }
      return (-one.sum.presentValue, one.code) < (-other.sum.presentValue, other.code)
    }
  }
}

extension PortfolioPicture.Conventions {
  /// A text by which conventions are put in order.
  fileprivate var order: String {
    [
      perspective, currency, String(priceYear), DecimalText.exact(discountRate), benefitTiming,
      inputTiming,
    ].joined(separator: " ")
  }
}
