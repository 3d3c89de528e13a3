import ImpactModel

/// A number that stands in a text column, because what it counts is known only from its row.
public enum TypedNumber {
  /// Why a text is not the number that is wanted.
  public struct Fault: Error, Sendable, Hashable {
    /// The stable code of the finding.
    public let code: String
    /// What is the matter, in one sentence.
    public let message: Text
    /// What to do about it, in one sentence.
    public let help: Text
  }

  /// Reads an exact number as a cell of a column of that unit is read.
  ///
  /// - Parameters:
  ///   - text: what the author wrote; a bare number is a percentage where the unit is one.
  ///   - unit: what the number counts.
  ///   - bounds: the lowest and the highest value allowed; percentages as fractions.
  ///   - decimalMark: the decimal mark that the settings declare.
  ///   - currency: the currency of amounts.
  /// - Returns: the number, a percentage as a fraction; or what is wrong with it.
  public static func read(
    _ text: String, unit: Unit, bounds: ClosedRange<Double>, decimalMark: DecimalMark?,
    currency: Currency
  ) -> Result<Double, Fault> {
    let column = ColumnCard(
      id: "value", label: Text("Value", nl: "Waarde"), help: nil,
      type: Double.columnType(unit: unit), unit: unit, isRequired: true, allowsRange: false,
      bounds: bounds, example: nil, aliases: [])
    let options = ReadingOptions(
      decimalMark: decimalMark, country: .netherlands, currency: currency, personSecret: [])
    do throws(CellFault) {
      let (value, warning) = try CellReader(column: column, options: options, texts: [text])
        .read(text)
      if let warning { throw warning }
      if case .number(let estimate) = value { return .success(estimate.value) }
      throw CellFault(
        "table.not_a_number", Text("This is not a number.", nl: "Dit is geen getal."),
        help: Text("Fill in a number.", nl: "Vul een getal in."))
    } catch {
      return .failure(Fault(code: error.code, message: error.message, help: error.help))
    }
  }
}
