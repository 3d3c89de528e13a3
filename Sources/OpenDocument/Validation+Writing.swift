import LibXML2

extension Validation {
  /// Writes the validation under a name.
  func write(
    to xml: inout XMLWriter, name: String, base: String
  ) throws {
    try xml.start(
      "table:content-validation",
      [
        "table:name": name, "table:condition": "of:\(try condition())",
        "table:allow-empty-cell": allowsEmpty ? "true" : "false",
        "table:display-list": "unsorted", "table:base-cell-address": base,
      ])
    if let help { try help.write(to: &xml, element: "table:help-message", type: nil) }
    try error.write(to: &xml, element: "table:error-message", type: strictness.rawValue)
    xml.end()
  }

  private func condition() throws(SpreadsheetError) -> String {
    switch rule {
    case .wholeNumber(let least, let largest):
      let bounds = Validation.bounds(least.map { "\($0)" }, largest.map { "\($0)" })
      try check(least.map(Double.init), largest.map(Double.init))
      return "cell-content-is-whole-number()\(bounds)"
    case .number(let least, let largest):
      try check(least, largest)
      let bounds = Validation.bounds(
        try least.map(NumberText.text), try largest.map(NumberText.text))
      return "cell-content-is-decimal-number()\(bounds)"
    case .date(let first, let last):
      let days = try (first.map(Validation.serial), last.map(Validation.serial))
      try check(days.0.map(Double.init), days.1.map(Double.init))
      return
        "cell-content-is-date()\(Validation.bounds(days.0.map(String.init), days.1.map(String.init)))"
    case .list(let texts):
      guard !texts.isEmpty, texts.allSatisfy({ !$0.isEmpty && !$0.contains { $0.isNewline } })
      else { throw SpreadsheetError(.validation(self)) }
      return "cell-content-is-in-list(\(texts.map(OpenFormula.literal).joined(separator: ";")))"
    case .cells(let range, let sheet):
      return "cell-content-is-in-list([\(range.address(on: sheet))])"
    case .textLength(let length):
      guard length >= 0 else { throw SpreadsheetError(.validation(self)) }
      return "cell-content-text-length()<=\(length)"
    case .formula(let formula): return "is-true-formula(\(formula.text))"
    }
  }

  private func check(_ least: Double?, _ largest: Double?) throws(SpreadsheetError) {
    guard let least, let largest else { return }
    guard least <= largest else { throw SpreadsheetError(.validation(self)) }
  }

  private static func bounds(_ least: String?, _ largest: String?) -> String {
    switch (least, largest) {
    case (let least?, let largest?): " and cell-content-is-between(\(least),\(largest))"
    case (let least?, nil): " and cell-content()>=\(least)"
    case (nil, let largest?): " and cell-content()<=\(largest)"
    case (nil, nil): ""
    }
  }

  /// The day as spreadsheets count it, from 30 December 1899.
  private static func serial(_ day: ReadDate) throws(SpreadsheetError) -> Int {
    guard CalendarDay.exists(year: day.year, month: day.month, day: day.day) else {
      throw SpreadsheetError(.date(year: day.year, month: day.month, day: day.day))
    }
    return CalendarDay.serial(year: day.year, month: day.month, day: day.day)
  }
}

extension Validation.Message {
  fileprivate func write(
    to xml: inout XMLWriter, element: String, type: String?
  ) throws(XMLWriterError) {
    try xml.start(
      element, ["table:title": title, "table:display": "true", "table:message-type": type])
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      try xml.element("text:p", text: String(line))
    }
    xml.end()
  }
}
