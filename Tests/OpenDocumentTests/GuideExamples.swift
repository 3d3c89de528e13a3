import Foundation
import OpenDocument

// The examples of Documentation/opendocument.md, word for word between the marks: change both.

func writeRepairs(to file: URL) throws {
  // example: write
  let repairs = [("Lamp", true, 1.2), ("Radio", false, 3.4), ("Bicycle", true, 14.0)]
  let weights = CellRange(column: 3, rows: 2...4)
  let total = try OpenFormula("SUM(\(weights.first.range(to: weights.last)))")

  let sheet = Sheet(name: "Repairs", columnWidths: [40, 25, 25], frozenRows: 1) { rows in
    try rows.row([
      .text("What", .heading), .text("Repaired", .heading), .text("kg", .numberHeading),
    ])
    for (what, isRepaired, weight) in repairs {
      try rows.row([
        .text(what), Cell(.boolean(isRepaired)), Cell(.number(weight, decimals: 1), .input),
      ])
    }
    try rows.row([
      .text("Total", .total), .empty,
      Cell(total, gives: .number(18.6, decimals: 1), .total, name: "repairs.weight"),
    ])
  }
  let workbook = Workbook(
    title: "Repairs", generator: "My program/1.0", language: .english, sheets: [sheet])
  try workbook.write(to: file)
  // end
}

func writeReadings(_ count: Int, to file: URL) throws {
  // example: rows
  let sheet = Sheet(
    name: "Readings", columnWidths: [30, 30, 25], headingRows: 1...1, frozenRows: 1
  ) { rows in
    try rows.row([
      .text("Month", .heading), .text("Roof", .heading), .text("kWh", .numberHeading),
    ])
    for number in 0..<count {
      try rows.row { cells in
        try cells.date(year: 2025, month: number % 12 + 1, day: 1)
        try cells.text("Roof \(number / 12 + 1)")
        try cells.number(Double(number) / 4, decimals: 2)
      }
    }
  }
  try Workbook(title: "Readings", generator: "My program/1.0", language: .english, sheets: [sheet])
    .write(to: file)
  // end
}

func writeForm(to file: URL) throws {
  // example: form
  let share = Validation(
    .number(least: 0, largest: 1),
    help: .init(title: "Share", text: "What would have happened anyway, from 0 to 100 %."),
    error: .init(title: "Not a share", text: "Type a number from 0 to 100 %."))
  let inputs = SheetArea(
    CellRange(column: 2, rows: 2...20), role: .input, validation: share,
    highlights: [Highlight(.above(0.9), .warning)])

  let form = Sheet(
    name: "Outcomes", columnWidths: [60, 30], headingRows: 1...1, frozenRows: 1,
    isProtected: true, page: .portrait, areas: [inputs]
  ) { rows in
    try rows.row([.text("Outcome", .heading), .text("Deadweight", .numberHeading)])
    try rows.row([
      .text("Fewer people are lonely").commented("Measured with the short scale."),
      Cell(.percentage(0.25), .input),
    ])
    try rows.row([
      .link("How to estimate", to: try LinkTarget("https://example.org/deadweight"))
    ])
  }
  try Workbook(title: "Form", generator: "My program/1.0", language: .english, sheets: [form])
    .write(to: file)
  // end
}

func writeChart(to file: URL) throws {
  // example: chart
  let chart = Chart(
    .waterfall, title: "From grant to value",
    description: "A grant of 40, minus 15 of rent, plus 25 of volunteers' time, makes 50.",
    categories: CellRange(column: 1, rows: 2...5),
    series: [
      .init(label: CellAddress(column: 2, row: 1), values: CellRange(column: 2, rows: 2...5)),
      .init(label: CellAddress(column: 3, row: 1), values: CellRange(column: 3, rows: 2...5)),
    ], valueTitle: "€ 1,000", anchor: CellAddress(column: 1, row: 7), width: 120, height: 70)

  let sheet = Sheet(name: "Value", columnWidths: [40, 30, 30], charts: [chart]) { rows in
    try rows.row([.empty, .text("Base", .numberHeading), .text("Step", .numberHeading)])
    for (what, base, step) in [
      ("Grant", 0.0, 40.0), ("Rent", 25, 15), ("Volunteers", 25, 25), ("Value", 0, 50),
    ] {
      try rows.row([.text(what), Cell(.number(base)), Cell(.number(step))])
    }
  }
  try Workbook(title: "Value", generator: "My program/1.0", language: .english, sheets: [sheet])
    .write(to: file)
  // end
}

func readTotal(of file: URL) throws -> Double {
  // example: read
  var total = 0.0
  var sheet = ""
  try SpreadsheetReader(file: file).read { event in
    switch event {
    case .sheet(let next): sheet = next.name
    case .row(let row):
      guard sheet == "Repairs", case .number(let weight) = row[3]?.value else { return }
      if row[3]?.formula == nil { total += weight }
    case .name: break
    }
  }
  // end
  return total
}

func refusal(of file: URL) -> String {
  // example: refuse
  do {
    try SpreadsheetReader(file: file).read { _ in }
    return "The file is fine."
  } catch let error as SpreadsheetReadError {
    return "\(error)"
  } catch {
    return "The file cannot be read: \(error)"
  }
  // end
}
