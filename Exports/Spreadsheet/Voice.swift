import ExportKit
import OpenDocument

/// The language and currency of a report, and how its values become cells.
struct Voice {
  /// The stamp of a report that was made although there were errors.
  static let draft = Text(
    "DRAFT: made although the data have errors",
    nl: "CONCEPT: gemaakt hoewel de gegevens fouten bevatten")

  /// What stands where a number could not be had.
  static let unknown = Text("unknown", nl: "onbekend")

  let language: Language
  let currency: Currency

  init(_ project: ProjectDescription) {
    language = project.language
    currency = project.currency
  }

  /// The text in the report's language.
  func callAsFunction(_ text: Text) -> String { text[language] }

  /// The language of the document, with the country whose number formats it uses.
  var documentLanguage: DocumentLanguage { language == .dutch ? .dutch : .english }

  /// What stands behind a number; the cell itself shows the signs of money and percentages.
  func unit(_ unit: Unit) -> String { unit.isMoney || unit.isPercentage ? "" : self(unit.symbol) }

  /// A number as a typed value of its unit.
  func value(_ number: Double, _ unit: Unit) -> CellContent {
    let decimals = min(max(0, unit.decimals), 15)
    if unit.isMoney { return .currency(number, code: currency.code, decimals: decimals) }
    if unit.isPercentage { return .percentage(number, decimals: decimals) }
    return .number(number, decimals: decimals)
  }

  /// A number of things or hours: whole, or with as many decimals as a reader can use.
  func amount(_ number: Double) -> CellContent {
    if number == number.rounded() { return .number(number, decimals: 0) }
    return .number(number, decimals: abs(number) < 1 ? 4 : 2)
  }

  /// An amount of the report's currency, to the cent.
  func money(_ number: Double) -> CellContent { .currency(number, code: currency.code) }

  /// An amount of the report's currency as people read sums: without cents.
  func wholeMoney(_ number: Double) -> CellContent {
    .currency(number, code: currency.code, decimals: 0)
  }

  /// A formula that gives a number as words of the report's language, with two decimals.
  ///
  /// `FIXED` alone uses the decimal mark of the machine that recalculates.
  func words(for reference: String) -> String {
    let (own, other) = language == .dutch ? (",", ".") : (".", ",")
    return "SUBSTITUTE(FIXED(\(reference);2;TRUE());\(OpenFormula.literal(other));"
      + "\(OpenFormula.literal(own)))"
  }

  /// A day as a typed value.
  func day(_ day: Day) -> CellContent { .date(year: day.year, month: day.month, day: day.day) }

  /// A figure's cell: its value, made by a formula where there is one, or why there is no value.
  func cell(
    _ figure: Figure, formula: String?, role: CellRole = .plain, isNamed: Bool = true,
    value typed: ((Double) -> CellContent)? = nil
  ) throws -> Cell {
    let name = isNamed ? figure.id.description : nil
    guard let number = figure.value else {
      let reason = figure.absence ?? Voice.unknown
      return Cell(.text(self(reason)), .wrapped, name: name)
    }
    let value = typed?(number) ?? self.value(number, figure.unit)
    guard let formula else { return Cell(value, role, name: name) }
    return Cell(try OpenFormula(formula), gives: value, role, name: name)
  }

  /// A cell on another sheet that shows a named figure.
  func mirror(_ figure: Figure, role: CellRole = .plain) throws -> Cell {
    try cell(figure, formula: figure.id.description, role: role, isNamed: false)
  }
}
