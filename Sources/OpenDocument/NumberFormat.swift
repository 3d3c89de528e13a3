import LibXML2

/// The number format that follows from the type of a value.
enum NumberFormat: Hashable {
  case general
  case number(decimals: Int)
  case percentage(decimals: Int)
  case currency(code: String, decimals: Int)
  case date
  case moment
  case time
  case boolean
  case text

  /// The format of cells that somebody will fill in.
  init(_ format: CellFormat) {
    switch format {
    case .text: self = .text
    case .number(let decimals): self = .number(decimals: decimals)
    case .percentage(let decimals): self = .percentage(decimals: decimals)
    case .currency(let code, let decimals): self = .currency(code: code, decimals: decimals)
    case .date: self = .date
    }
  }

  /// The format of a value, or `nil` where it needs none.
  init?(of value: CellContent) {
    switch value {
    case .empty, .text: return nil
    case .number(_, decimals: nil): self = .general
    case .number(_, let decimals?): self = .number(decimals: decimals)
    case .percentage(_, let decimals): self = .percentage(decimals: decimals)
    case .currency(_, let code, let decimals): self = .currency(code: code, decimals: decimals)
    case .date: self = .date
    case .moment: self = .moment
    case .time: self = .time
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
    case .moment: "moment"
    case .time: "time"
    case .boolean: "boolean"
    case .text: "text"
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
      case .date, .moment: "number:date-style"
      case .time: "number:time-style"
      case .boolean: "number:boolean-style"
      case .text: "number:text-style"
      }
    try xml.start(
      kind,
      [
        "style:name": name, "number:language": language.language,
        "number:country": language.country,
        // A length of time may be longer than a day.
        "number:truncate-on-overflow": self == .time ? "false" : nil,
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
      try NumberFormat.writeDate(to: &xml, language: language)
    case .moment:
      try NumberFormat.writeDate(to: &xml, language: language)
      try xml.element("number:text", text: " ")
      try NumberFormat.writeTime(to: &xml)
    case .time:
      try NumberFormat.writeTime(to: &xml)
    case .boolean:
      try xml.element("number:boolean")
    case .text:
      try xml.element("number:text-content")
    }
  }

  private static func writeDate(
    to xml: inout XMLWriter, language: DocumentLanguage
  ) throws(XMLWriterError) {
    let mark = language.language == "nl" ? "-" : "/"
    try xml.element("number:day", ["number:style": "long"])
    try xml.element("number:text", text: mark)
    try xml.element("number:month", ["number:style": "long"])
    try xml.element("number:text", text: mark)
    try xml.element("number:year", ["number:style": "long"])
  }

  private static func writeTime(to xml: inout XMLWriter) throws(XMLWriterError) {
    for unit in ["hours", "minutes", "seconds"] {
      if unit != "hours" { try xml.element("number:text", text: ":") }
      try xml.element("number:\(unit)", ["number:style": "long"])
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
