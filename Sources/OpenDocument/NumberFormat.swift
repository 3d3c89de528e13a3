import LibXML2

/// The number format that follows from the type of a value.
enum NumberFormat: Hashable {
  case general
  case number(decimals: Int)
  case percentage(decimals: Int)
  case currency(code: String, decimals: Int)
  case date
  case boolean

  /// The format of a value, or `nil` where it needs none.
  init?(of value: CellContent) {
    switch value {
    case .empty, .text: return nil
    case .number(_, decimals: nil): self = .general
    case .number(_, let decimals?): self = .number(decimals: decimals)
    case .percentage(_, let decimals): self = .percentage(decimals: decimals)
    case .currency(_, let code, let decimals): self = .currency(code: code, decimals: decimals)
    case .date: self = .date
    case .boolean: self = .boolean
    }
  }

  /// The name of its data style, unique and the same in every file.
  var name: String {
    switch self {
    case .general: "general"
    case .number(let decimals): "number_\(decimals)"
    case .percentage(let decimals): "percentage_\(decimals)"
    case .currency(let code, let decimals): "currency_\(code)_\(decimals)"
    case .date: "date"
    case .boolean: "boolean"
    }
  }

  /// Writes its data style.
  func write(
    to xml: inout XMLWriter, language: DocumentLanguage
  ) throws(XMLWriterError) {
    let kind =
      switch self {
      case .general, .number: "number:number-style"
      case .percentage: "number:percentage-style"
      case .currency: "number:currency-style"
      case .date: "number:date-style"
      case .boolean: "number:boolean-style"
      }
    try xml.start(
      kind,
      [
        "style:name": name, "number:language": language.language,
        "number:country": language.country,
      ])
    try writeParts(to: &xml, language: language)
    xml.end()
  }

  private func writeParts(
    to xml: inout XMLWriter, language: DocumentLanguage
  ) throws(XMLWriterError) {
    switch self {
    case .general:
      try xml.element("number:number", ["number:min-integer-digits": "1"])
    case .number(let decimals):
      try NumberFormat.writeNumber(decimals, to: &xml)
    case .percentage(let decimals):
      try NumberFormat.writeNumber(decimals, to: &xml)
      try xml.element("number:text", text: "%")
    case .currency(let code, let decimals):
      // The symbol has a language of its own, by which LibreOffice knows the currency.
      let (symbol, home) = NumberFormat.symbol(of: code)
      try xml.element(
        "number:currency-symbol",
        [
          "number:language": (home ?? language).language,
          "number:country": (home ?? language).country,
        ], text: symbol)
      try xml.element("number:text", text: " ")
      try NumberFormat.writeNumber(decimals, to: &xml)
    case .date:
      let mark = language.language == "nl" ? "-" : "/"
      try xml.element("number:day", ["number:style": "long"])
      try xml.element("number:text", text: mark)
      try xml.element("number:month", ["number:style": "long"])
      try xml.element("number:text", text: mark)
      try xml.element("number:year", ["number:style": "long"])
    case .boolean:
      try xml.element("number:boolean")
    }
  }

  private static func writeNumber(
    _ decimals: Int, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.element(
      "number:number",
      [
        "number:decimal-places": String(decimals), "number:min-integer-digits": "1",
        "number:grouping": "true",
      ])
  }

  private static func symbol(of code: String) -> (String, home: DocumentLanguage?) {
    switch code {
    case "EUR": ("€", .dutch)
    case "GBP": ("£", .english)
    case "USD": ("$", DocumentLanguage(language: "en", country: "US"))
    default: (code, nil)
    }
  }
}
