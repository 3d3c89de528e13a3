import ExportKit
import LibXML2

/// The document while it is written: the bytes, the open elements, and what was numbered so far.
struct ReportDocument {
  private let currency: Currency
  private var xml = XMLWriter(indents: true)
  private var path: [String] = []
  private var figures: [FigureID: Double?] = [:]
  private var origins = Numbered<Origin>()
  private(set) var units: [Unit] = []

  init(currency: Currency) { self.currency = currency }

  /// What was written.
  var bytes: [UInt8] { xml.bytes }

  /// The origins that figures refer to, in the order in which they were first met.
  var numberedOrigins: [Origin] { origins.items }

  // MARK: Elements

  /// Writes an element with what `content` writes inside it.
  mutating func block(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout ReportDocument) throws -> Void
  ) throws {
    let id = attributes.first { $0.key == "id" }?.value
    path.append(id.map { "\(name) ‘\($0)’" } ?? name)
    try checked { (xml: inout XMLWriter) throws(XMLWriterError) in
      try xml.start(name, attributes)
    }
    try content(&self)
    xml.end()
    path.removeLast()
  }

  /// Writes an element without children: with text, or empty.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
  ) throws {
    path.append(name)
    try checked { (xml: inout XMLWriter) throws(XMLWriterError) in
      try xml.element(name, attributes, text: text)
    }
    path.removeLast()
  }

  /// Names the stylesheet that stands inside the document, before its first element.
  mutating func stylesheetInstruction() {
    xml.instruction("xml-stylesheet", "type=\"text/xsl\" href=\"#\(ReportStylesheet.id)\"")
  }

  /// Writes the stylesheet, which is in a namespace of its own.
  mutating func stylesheet() { xml.fragment(ReportStylesheet.text) }

  /// Writes a text: one element per language, one alone where there is no Dutch, or one without a
  /// language where both are the same.
  mutating func text(_ name: String, _ text: Text) throws {
    if text.isEnglishOnly {
      return try element(name, ["lang": Language.english.rawValue], text: text.english)
    }
    guard text.english != text.dutch else { return try element(name, text: text.english) }
    for language in Language.allCases {
      try element(name, ["lang": language.rawValue], text: text[language])
    }
  }

  /// Writes an element of text where there is one.
  mutating func optional(_ name: String, _ text: String?) throws {
    if let text { try element(name, text: text) }
  }

  /// Writes a number with the shortest text that reads back the same.
  mutating func number(
    _ name: String, _ value: Double, _ attributes: KeyValuePairs<String, String?> = [:]
  ) throws {
    guard value.isFinite else {
      throw ReportXMLError.notFinite(element: (path + [name]).joined(separator: "/"))
    }
    try element(name, attributes, text: DecimalText.exact(value))
  }

  // MARK: Figures

  /// Writes a figure under the name of its role.
  mutating func figure(_ name: String, _ figure: Figure, period: Int? = nil) throws {
    try claim(figure.id, value: figure.value)
    let attributes: KeyValuePairs<String, String?> = [
      "id": figure.id.description, "period": period.map(String.init),
      "unit": code(of: figure.unit), "currency": currencyCode(of: figure.unit),
      "origin": reference(to: figure.origin),
    ]
    try block(name, attributes) { document in
      try document.text("label", figure.label)
      if let value = figure.value {
        try document.number("value", value)
      } else {
        try document.text("absent", figure.absence ?? Text(verbatim: ""))
      }
    }
  }

  /// Reserves an identifier for one element of the document.
  mutating func claim(_ id: FigureID, value: Double?) throws {
    guard figures[id] == nil else { throw ReportXMLError.doubledFigure(id) }
    figures[id] = .some(value)
  }

  /// Whether a figure with this identifier and this value stands in the document already.
  func holds(_ figure: Figure) -> Bool {
    guard let value = figures[figure.id] else { return false }
    return value == figure.value
  }

  /// The number of an origin as figures cite it, or `nil` for a figure that comes from nothing.
  mutating func reference(to origin: Origin) -> String? {
    origins.reference(to: origin).map { "o\($0)" }
  }

  /// The code of a unit, which is noted for the section of units.
  mutating func code(of unit: Unit) -> String {
    if !units.contains(where: { $0.code == unit.code }) { units.append(unit) }
    return unit.code
  }

  /// The project's currency for a unit of money.
  func currencyCode(of unit: Unit) -> String? { unit.isMoney ? currency.code : nil }

  private mutating func checked(_ write: (inout XMLWriter) throws(XMLWriterError) -> Void) throws {
    do {
      try write(&xml)
    } catch {
      throw ReportXMLError.unwritableCharacter(
        error.character, element: path.joined(separator: "/"))
    }
  }
}
