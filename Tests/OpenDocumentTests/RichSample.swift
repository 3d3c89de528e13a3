import OpenDocument

extension Samples {
  /// A workbook with all that a form and its report need: inputs, lists, highlights, charts.
  static func rich(_ language: DocumentLanguage = .dutch) throws -> Workbook {
    let form = Sheet(
      name: "Form & co", columnWidths: [60, 30, 30, 30], headingRows: 1...1, frozenRows: 1,
      isProtected: true, page: .portrait, areas: try areas()
    ) { rows in
      try rows.row([.text("What", .heading), .text("Share", .numberHeading)])
      try rows.row([
        .text("Deadweight").commented("What would have happened anyway.\nBetween 0 and 100 %."),
        Cell(.percentage(0.25), .input), Cell(.number(7), .input),
      ])
      try rows.row([
        .link("Guide", to: try LinkTarget("https://example.org/?a=1&b=2")), .empty,
        .link("Numbers", to: LinkTarget(sheet: "Numbers", cell: CellAddress(column: 2, row: 2))),
      ])
      try rows.row([
        Cell(.moment(year: 2025, month: 12, day: 31, seconds: 30_601.5)), Cell(.time(99_000)),
        Cell(.time(-1.25)),
      ])
    }
    return Workbook(
      title: "Rich", summary: "All that a form needs", author: "Nobody", subject: "Tests",
      keywords: ["form", "chart"], generator: "Tests/1", language: language,
      sheets: [form, numbers(), lists()])
  }

  private static func areas() throws -> [SheetArea] {
    let share = Validation(
      .number(least: 0, largest: 1), help: .init(title: "Share", text: "From 0 to 100 %."),
      error: .init(title: "Not a share", text: "A share lies between 0 and 100 %."))
    let kind = Validation(
      .list(["yes", "no \"never\"", "don't know; perhaps"]), allowsEmpty: false,
      error: .init(title: "Not in the list", text: "Choose one of the three."))
    let theme = Validation(
      .cells(CellRange(column: 1, rows: 1...3), sheet: "Lists"),
      error: .init(title: "No theme", text: "Choose a theme."), strictness: .warn)
    let positive = try OpenFormula("[.C2]>5")
    return [
      SheetArea(
        CellRange(column: 2, rows: 2...20), role: .input, validation: share,
        highlights: [Highlight(.above(0.9), .bad), Highlight(.between(0.5, 0.9), .warning)]),
      SheetArea(
        CellRange(column: 3, rows: 2...2), role: .input,
        validation: Validation(
          .wholeNumber(least: 1, largest: nil), error: .init(title: "Number", text: "From 1.")),
        highlights: [Highlight(.formula(positive), .good), Highlight(.below(0), .bad)]),
      SheetArea(CellRange(column: 3, rows: 10...12), role: .input, validation: kind),
      SheetArea(CellRange(column: 4, rows: 2...5), role: .input, validation: theme),
      SheetArea(
        CellRange(column: 4, rows: 6...7), role: .input,
        validation: Validation(
          .date(
            first: ReadDate(year: 2025, month: 1, day: 1),
            last: ReadDate(year: 2025, month: 12, day: 31)),
          error: .init(title: "Day", text: "A day of 2025."))),
      SheetArea(
        CellRange(column: 4, rows: 8...9), role: .input,
        validation: Validation(
          .textLength(40), error: .init(title: "Text", text: "At most 40 characters."))),
    ]
  }

  /// Numbers with a chart of each kind.
  static func numbers() -> Sheet {
    func chart(
      _ kind: Chart.Kind, _ title: String, columns: ClosedRange<Int>, row: Int, column: Int,
      rows: ClosedRange<Int> = 2...5
    ) -> Chart {
      Chart(
        kind, title: title, description: "\(title): from Q1 to Q4.",
        categories: CellRange(column: 1, rows: rows),
        series: columns.map {
          Chart.Series(
            label: CellAddress(column: $0, row: 1), values: CellRange(column: $0, rows: rows))
        },
        categoryTitle: kind == .pie ? nil : "Quarter", valueTitle: kind == .pie ? nil : "€",
        anchor: CellAddress(column: column, row: row), width: 110, height: 70)
    }
    return Sheet(
      name: "Numbers", columnWidths: [25, 25, 25, 25, 25, 25, 25],
      charts: [
        chart(.column, "Columns", columns: 2...3, row: 8, column: 1),
        chart(.stackedColumn, "Stacked", columns: 2...3, row: 8, column: 6),
        chart(.bar, "Bars", columns: 2...2, row: 26, column: 1),
        chart(.line, "Lines", columns: 2...3, row: 26, column: 6),
        chart(.waterfall, "Waterfall", columns: 4...5, row: 44, column: 1),
        chart(.pie, "Circle", columns: 2...2, row: 44, column: 6),
      ]
    ) { rows in
      try rows.row(
        ["", "Value", "Costs", "Base", "Step"].map { .text($0, .heading) })
      for (index, values) in [(4.0, 2.0, 0.0, 4.0), (5, 3, 4, 1), (6, 1, 5, 1), (3, 2, 3, 3)]
        .enumerated()
      {
        try rows.row([
          .text("Q\(index + 1)"), Cell(.currency(values.0, code: "EUR")),
          Cell(.currency(values.1, code: "EUR")), Cell(.number(values.2)), Cell(.number(values.3)),
        ])
      }
    }
  }

  private static func lists() -> Sheet {
    Sheet(name: "Lists", columnWidths: [30], isHidden: true) { rows in
      for theme in ["Health", "Work", "Green"] { try rows.row([.text(theme)]) }
    }
  }
}
