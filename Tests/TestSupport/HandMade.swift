import ImpactModel

/// Values that a test makes by hand, as a reader would have made them from files.
public enum HandMade {
  /// Makes a table of rows whose cells are named; a cell that is not named is absent.
  public static func table<Row: TableRow>(
    _ row: Row.Type, _ rows: [[String: CellValue]], rejectedRows: Int = 0
  ) -> TableContent {
    let columns = TableDeclaration(row).columns
    return TableContent(
      table: row.table.id, file: "tables/\(row.table.id).csv",
      rows: rows.enumerated().map { index, cells in
        TableContent.Row(number: index + 2, cells: columns.map { cells[$0.id] ?? .absent })
      },
      rejectedRows: rejectedRows, headings: columns.map(\.id),
      filePositions: Array(1...max(1, columns.count)))
  }

  /// Makes a project in a fictional Dutch neighbourhood with the postcode 9999.
  public static func project(
    period: Period, previous: Period? = nil, postcodes: [String] = ["9999"]
  ) -> ProjectDescription {
    ProjectDescription(
      id: "groenhof", revision: "1", name: "Groenhof", summary: nil,
      organisation: "Wijkcoöperatie Groenhof (fictief)", identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Groenhof", municipality: nil, codes: [], codesYear: nil, country: .netherlands,
        area: PostcodeArea(prefixes: postcodes)),
      period: period, previousPeriod: previous, start: previous?.first ?? period.first,
      currency: .euro, language: .dutch, perspective: .evaluation, reportDate: period.last,
      discountRate: 0.0225, discountRateOrigin: .combined([]), benefitTiming: .startOfPeriod,
      inputTiming: .startOfPeriod, priceBaseYear: period.last.year, grants: [], themes: [],
      author: nil, leftOut: [], releasedBelowFive: [:])
  }
}

extension CellValue {
  /// Makes a cell of an exact number.
  public static func number(_ value: Double) -> CellValue { .number(Estimate(value)) }

  /// Makes a cell of a person by any name.
  public static func person(named name: String) -> CellValue { .person(PersonKey(hash: name)) }

  /// Makes a cell of a day such as `2025-12-31`, absent where the text is none.
  public static func day(iso text: String) -> CellValue {
    Day(iso: text).map { .day($0) } ?? .absent
  }
}
