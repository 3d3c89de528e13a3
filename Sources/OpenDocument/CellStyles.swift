import LibXML2

/// The cell styles that a workbook uses: one for each role, and one for each role with a format.
///
/// They are named styles in `styles.xml`, which is written last, so that rows can go out before all
/// styles are known, and a reader can change the look of all input cells at once.
struct CellStyles {
  private struct Formatted: Hashable {
    let role: CellRole
    let format: NumberFormat
  }

  /// The font of all cells, which has the widths of Arial.
  static let fontName = "Liberation Sans"

  private var names: [Formatted: String] = [:]

  /// The name of the style of a cell, or `nil` for an ordinary cell without a number format.
  mutating func name(for cell: Cell) -> String? {
    guard let format = NumberFormat(of: cell.value) else {
      return cell.role == .plain ? nil : cell.role.rawValue
    }
    let style = Formatted(role: cell.role, format: format)
    if let name = names[style] { return name }
    let name = "\(style.role.rawValue)_\(style.format.name)"
    names[style] = name
    return name
  }

  /// Writes the styles, in the order of their names.
  func write(to xml: inout XMLWriter, language: DocumentLanguage) throws(XMLWriterError) {
    try CellStyles.writeDefault(to: &xml, language: language)
    let formats = Set(names.keys.map(\.format)).sorted { $0.name < $1.name }
    for format in formats { try format.write(to: &xml, language: language) }
    for role in CellRole.allCases { try role.write(to: &xml) }
    for (style, name) in names.sorted(by: { $0.value < $1.value }) {
      try xml.element(
        "style:style",
        [
          "style:name": name, "style:family": "table-cell",
          "style:parent-style-name": style.role.rawValue,
          "style:data-style-name": style.format.name,
        ])
    }
  }

  private static func writeDefault(
    to xml: inout XMLWriter, language: DocumentLanguage
  ) throws(XMLWriterError) {
    try xml.start("style:default-style", ["style:family": "table-cell"])
    try xml.element(
      "style:text-properties",
      [
        "style:font-name": fontName, "fo:font-size": "10pt",
        "fo:language": language.language, "fo:country": language.country,
      ])
    xml.end()
    try xml.start("style:style", ["style:name": "Default", "style:family": "table-cell"])
    try xml.element(
      "style:table-cell-properties", ["style:vertical-align": "top", "fo:padding": "0.6mm"])
    xml.end()
  }
}

extension CellRole {
  /// Writes the named style of the role.
  fileprivate func write(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start(
      "style:style",
      [
        "style:name": rawValue, "style:display-name": rawValue.replacing("_", with: " "),
        "style:family": "table-cell", "style:parent-style-name": "Default",
      ])
    try xml.element(
      "style:table-cell-properties",
      [
        "fo:background-color": background, "fo:border-top": self == .total ? line : nil,
        "fo:wrap-option": wraps ? "wrap" : nil,
      ])
    if self == .numberHeading {
      try xml.element("style:paragraph-properties", ["fo:text-align": "end"])
    }
    try xml.element(
      "style:text-properties",
      [
        "fo:color": colour, "fo:font-size": size, "fo:font-weight": isBold ? "bold" : nil,
        "fo:font-style": self == .note ? "italic" : nil,
      ])
    xml.end()
  }

  private var line: String { "0.75pt solid #1f3a5f" }

  private var background: String? {
    switch self {
    case .heading, .numberHeading: "#1f3a5f"
    case .input: "#fff6d6"
    case .total: "#e8eef6"
    default: nil
    }
  }

  private var colour: String {
    switch self {
    case .heading, .numberHeading: "#ffffff"
    case .title, .section: "#1f3a5f"
    case .input: "#12357a"
    case .note: "#4a4a4a"
    case .stamp: "#a30017"
    case .plain, .total, .wrapped: "#000000"
    }
  }

  private var size: String? {
    switch self {
    case .title: "16pt"
    case .section, .stamp: "12pt"
    default: nil
    }
  }

  private var isBold: Bool {
    switch self {
    case .title, .section, .heading, .numberHeading, .total, .stamp: true
    case .plain, .input, .note, .wrapped: false
    }
  }

  private var wraps: Bool {
    switch self {
    case .heading, .numberHeading, .note, .wrapped: true
    case .plain, .title, .section, .input, .total, .stamp: false
    }
  }
}
