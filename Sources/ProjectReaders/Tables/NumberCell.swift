import ImpactModel

/// Reads the cells of one column of numbers, percentages, amounts, money or whole numbers.
struct NumberCell {
  let column: ColumnCard
  let options: ReadingOptions
  let knowledge: MarkKnowledge

  /// What was read, and a warning that leaves the value as it is.
  typealias Reading = (value: CellValue, warning: CellFault?)

  /// Reads a cell that is not empty.
  func read(_ text: String) throws(CellFault) -> Reading {
    guard let number = NumberText(text, allowsRange: column.allowsRange) else {
      throw notANumber(text)
    }
    try checkSigns(number, text)
    try checkMarks(number, text)
    switch column.type {
    case .integer: return (.integer(try integer(number, text)), nil)
    case .money: return (.money(try money(number, text)), nil)
    default: return try estimate(number, text)
    }
  }

  var isPercentage: Bool { column.type == .percentage }

  func notANumber(_ text: String) -> CellFault {
    let text = quoted(text)
    return CellFault(
      "table.not_a_number",
      Text("\(text.english) is not a number.", nl: "\(text.dutch) is geen getal."),
      help: column.allowsRange
        ? Text(
          "Fill in a number, with a range as in 20 (10–30) if it is uncertain.",
          nl: "Vul een getal in, met een marge zoals 20 (10–30) als het onzeker is.")
        : Text(
          "Fill in one number without words or units.",
          nl: "Vul één getal in, zonder woorden of eenheden."))
  }

  private func checkSigns(_ number: NumberText, _ text: String) throws(CellFault) {
    if number.hasPercentSign, !isPercentage { throw notANumber(text) }
    guard let currency = number.currency else { return }
    if isPercentage || column.type == .integer { throw notANumber(text) }
    if currency != options.currency { throw otherCurrency(text) }
  }

  func otherCurrency(_ text: String) -> CellFault {
    let text = quoted(text)
    return CellFault(
      "table.other_currency",
      Text(
        "\(text.english) is not an amount in \(options.currency.code).",
        nl: "\(text.dutch) is geen bedrag in \(options.currency.code)."),
      help: Text(
        "Convert the amount to \(options.currency.code), the currency of the project.",
        nl: "Reken het bedrag om naar \(options.currency.code), de munt van het project."))
  }

  /// A mark that contradicts the column, or that nothing explains, is a fault.
  private func checkMarks(_ number: NumberText, _ text: String) throws(CellFault) {
    let proofs = number.numbers.compactMap(\.proof)
    let own = proofs.first
    let isTorn = proofs.contains { $0 != own }
    let text = quoted(text)
    if let mark = knowledge.mark, isTorn || own.map({ $0 != mark }) == true {
      throw contradiction(text, mark)
    }
    let isOpen = knowledge == .unknown && number.numbers.contains(where: \.isAmbiguous)
    if isOpen || isTorn {
      throw CellFault(
        "table.ambiguous_number",
        Text(
          "\(text.english) can be read with a thousands mark or with decimals.",
          nl: "\(text.dutch) kan met een duizendteken of met decimalen gelezen worden."),
        help: Text(
          "Write the number without a thousands mark, or set numbers: decimal_mark in project.yaml.",
          nl: "Schrijf het getal zonder duizendteken, of zet numbers: decimal_mark in project.yaml."
        ))
    }
  }

  private func contradiction(_ text: Text, _ mark: DecimalMark) -> CellFault {
    let name =
      mark == .comma ? Text("a comma", nl: "een komma") : Text("a point", nl: "een punt")
    let reason: Text
    if case .proved(_, let example) = knowledge {
      let example = quoted(example)
      reason = Text(
        "as \(example.english) in this column shows",
        nl: "zoals \(example.dutch) in deze kolom laat zien")
    } else {
      reason = Text("as project.yaml says", nl: "zoals project.yaml zegt")
    }
    return CellFault(
      "table.decimal_mark",
      Text(
        "\(text.english) is not written with \(name.english) before the decimals, \(reason.english).",
        nl: "\(text.dutch) heeft niet \(name.dutch) voor de decimalen, \(reason.dutch)."),
      help: Text(
        "Use one decimal mark in the whole column.",
        nl: "Gebruik één decimaalteken in de hele kolom."))
  }

  func integer(_ number: NumberText, _ text: String) throws(CellFault) -> Int {
    guard let value = number.value.integer(under: knowledge.mark) else {
      let text = quoted(text)
      throw CellFault(
        "table.not_whole",
        Text("\(text.english) is not a whole number.", nl: "\(text.dutch) is geen heel getal."),
        help: Text(
          "Fill in a whole number, without decimals.",
          nl: "Vul een heel getal in, zonder decimalen."))
    }
    try checkBounds(Double(value), text)
    return value
  }

  func money(_ number: NumberText, _ text: String) throws(CellFault) -> Money {
    guard let cents = number.value.hundredths(under: knowledge.mark) else {
      let text = quoted(text)
      throw CellFault(
        "table.not_in_cents",
        Text(
          "\(text.english) is not an amount in whole cents.",
          nl: "\(text.dutch) is geen bedrag in hele centen."),
        help: Text(
          "Fill in an amount with at most two decimals.",
          nl: "Vul een bedrag in met hoogstens twee decimalen."))
    }
    try checkBounds(Double(cents) / 100, text)
    return Money(minorUnits: cents, currency: options.currency)
  }

  private func estimate(_ number: NumberText, _ text: String) throws(CellFault) -> Reading {
    let shift = isPercentage ? -2 : 0
    guard let value = number.value.double(under: knowledge.mark, shift: shift) else {
      throw notANumber(text)
    }
    try checkBounds(value, text)
    let estimate = try number.isClass ? scaleClass(value, text) : ranged(value, number, text)
    let isFraction = isPercentage && !number.hasPercentSign && value > 0 && value < 0.01
    return (.number(estimate), isFraction ? fraction(text, value) : nil)
  }

  /// The number with its range, which must lie around it and fit its shape.
  private func ranged(
    _ value: Double, _ number: NumberText, _ text: String
  ) throws(CellFault) -> Estimate {
    guard let range = number.range else { return Estimate(value) }
    let shift = isPercentage ? -2 : 0
    guard let low = range.low.double(under: knowledge.mark, shift: shift),
      let high = range.high.double(under: knowledge.mark, shift: shift)
    else { throw notANumber(text) }
    try checkBounds(low, text)
    try checkBounds(high, text)
    let shape = try shape(number.shapeWord, text)
    guard let estimate = Estimate(value, low: low, high: high, shape: shape) else {
      let text = quoted(text)
      throw CellFault(
        "table.range_order",
        Text(
          "In \(text.english) the value does not lie inside its range.",
          nl: "In \(text.dutch) ligt de waarde niet binnen de marge."),
        help: Text(
          "Write the most likely value, then the lowest and the highest: 20 (10–30).",
          nl: "Schrijf de waarschijnlijkste waarde, dan de laagste en de hoogste: 20 (10–30)."))
    }
    if let refusal = estimate.refusal { throw unfit(refusal, text) }
    return estimate
  }

  private func shape(_ word: String?, _ text: String) throws(CellFault) -> Estimate.Shape {
    guard let word else { return .triangular }
    if let shape = ShapeWord.shape(word) { return shape }
    let (name, list) = (quoted(word), ShapeWord.list)
    throw CellFault(
      "table.unknown_shape",
      Text(
        "\(name.english) is not a shape of a range.",
        nl: "\(name.dutch) is geen vorm van een marge."
      ),
      help: Text(
        "Leave the word out, or write one of: \(list.english).",
        nl: "Laat het woord weg, of schrijf een van: \(list.dutch)."))
  }

  private func unfit(_ refusal: Text, _ text: String) -> CellFault {
    let text = quoted(text)
    return CellFault(
      "table.unfit_range",
      Text(
        "The range of \(text.english) does not fit its shape.",
        nl: "De marge van \(text.dutch) past niet bij de vorm."),
      help: Text(
        refusal.english.capitalisedFirst + ".", nl: refusal.dutch.capitalisedFirst + "."))
  }

  /// A class of the scale of five; only a percentage is one.
  private func scaleClass(_ value: Double, _ text: String) throws(CellFault) -> Estimate {
    guard isPercentage else { throw notANumber(text) }
    if let estimate = Estimate(scaleClass: value) { return estimate }
    let text = quoted(text)
    throw CellFault(
      "table.unknown_class",
      Text(
        "\(text.english) is not a class of the scale.",
        nl: "\(text.dutch) is geen klasse van de schaal."),
      help: Text(
        "Write class 0, 25, 50, 75 or 100, or a percentage with its range.",
        nl: "Schrijf klasse 0, 25, 50, 75 of 100, of een percentage met een marge."))
  }

  func fraction(_ text: String, _ value: Double) -> CellFault {
    let text = quoted(text)
    let percent = shown(DecimalText.round(value * 100, decimals: 9))
    let meant = shown(DecimalText.round(value * 10_000, decimals: 9))
    return CellFault(
      "table.percentage_fraction",
      Text(
        "\(text.english) is read as \(percent.english) %, because a bare number is a percentage.",
        nl: "\(text.dutch) is gelezen als \(percent.dutch) %, want een los getal is een percentage."
      ),
      help: Text(
        "If you mean \(meant.english) %, write it so; if not, write \(percent.english) %.",
        nl: "Bedoelt u \(meant.dutch) %, schrijf dat dan zo; anders schrijft u \(percent.dutch) %.")
    )
  }

  func checkBounds(_ value: Double, _ text: String) throws(CellFault) {
    guard let bounds = column.bounds, !bounds.contains(value) else { return }
    let isLow = value < bounds.lowerBound
    let bound = isLow ? bounds.lowerBound : bounds.upperBound
    let limit = inUnit(bound)
    let (lowest, highest) = (inUnit(bounds.lowerBound), inUnit(bounds.upperBound))
    let text = quoted(text)
    throw CellFault(
      "table.out_of_bounds",
      isLow
        ? Text(
          "\(text.english) is below the lowest value allowed here, \(limit.english).",
          nl: "\(text.dutch) is lager dan hier mag: minstens \(limit.dutch).")
        : Text(
          "\(text.english) is above the highest value allowed here, \(limit.english).",
          nl: "\(text.dutch) is hoger dan hier mag: hoogstens \(limit.dutch)."),
      help: Text(
        "Fill in a value from \(lowest.english) to \(highest.english).",
        nl: "Vul een waarde in van \(lowest.dutch) tot en met \(highest.dutch)."))
  }

  private func inUnit(_ value: Double) -> Text {
    guard isPercentage else { return shown(value) }
    let text = shown(DecimalText.round(value * 100, decimals: 9))
    return Text(text.english + " %", nl: text.dutch + " %")
  }
}

extension String {
  /// The text as the start of a sentence.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
