extension MeasureCard {
  /// A count of rows.
  public func count<Row>(_ rows: Rows<Row>) -> Measure {
    measured(.count(rows.count), .selection(rows.selection()))
  }

  /// A count that is not simply one of rows.
  public func count(_ count: Int, from origin: Origin) -> Measure {
    measured(.count(count), origin)
  }

  /// A sum over rows.
  public func sum<Row>(
    _ rows: Rows<Row>, columns: [String] = [], of value: (Row) -> Double
  ) -> Measure {
    measured(
      .sum(rows.sum(value), rows: rows.count), .selection(rows.selection(columns: columns)))
  }

  /// A share of rows; `unknown` rows could not be judged and are in neither part.
  public func share<Row>(_ part: Rows<Row>, of whole: Rows<Row>, unknown: Int = 0) -> Measure {
    measured(
      .share(
        numerator: Double(part.count), denominator: Double(whole.count), unknown: Double(unknown)),
      .selection(whole.selection()))
  }

  /// A share of two quantities.
  public func share(
    numerator: Double, denominator: Double, unknown: Double = 0, from origin: Origin
  ) -> Measure {
    measured(.share(numerator: numerator, denominator: denominator, unknown: unknown), origin)
  }

  /// A mean.
  public func mean(sum: Double, count: Double, from origin: Origin) -> Measure {
    measured(.mean(sum: sum, count: count), origin)
  }

  /// A value computed by a rule of its own.
  public func computed(
    _ value: Double, inputs: [NamedNumber], rule: Text, from origin: Origin
  ) -> Measure {
    measured(.computed(value, inputs: inputs, rule: rule), origin)
  }

  /// No value, and why.
  public func notMeasurable(_ reason: Text) -> Measure {
    Measure(card: self, result: .notMeasurable(reason), origin: .combined([]))
  }

  private func measured(_ parts: Measure.Parts, _ origin: Origin) -> Measure {
    Measure(card: self, result: .measured(parts), origin: origin)
  }
}
