import LibXML2

/// The cell styles that a workbook uses: one for each role, and one for each role with a format.
///
/// They are named styles in `styles.xml`, which is written last, so that rows can go out before all
/// styles are known, and a reader can change the look of all input cells at once. Only highlights
/// need automatic styles in `content.xml`, because LibreOffice looks for them nowhere else.
struct CellStyles {
  private struct Formatted: Hashable {
    let role: CellRole
    let format: NumberFormat?

    var name: String {
      format.map { "\(role.rawValue)_\($0.name)" } ?? role.rawValue
    }
  }

  private struct Highlighted: Hashable {
    let style: Formatted
    let area: Int
  }

  /// The font of all cells, which has the widths of Arial.
  static let fontName = "Liberation Sans"
  /// The room above and below what a cell holds.
  fileprivate static let paddingAbove = "0.6mm"
  /// The room beside it, without which a number touches the text of the next column.
  fileprivate static let paddingBeside = "1.2mm"

  private var names: [Formatted: [UInt8]] = [:]
  private var highlighted: [Highlighted: [UInt8]] = [:]
  private var isSettled = false

  /// The name of the style of a cell, or `nil` for an ordinary cell without a number format.
  ///
  /// - Parameter waiting: the format of what is not a number yet.
  mutating func name(
    role: CellRole, value: CellContent, format waiting: NumberFormat?
  ) -> [UInt8]? {
    let format = NumberFormat(of: value) ?? waiting
    if format == nil, role == .plain { return nil }
    return name(of: Formatted(role: role, format: format))
  }

  /// The name of the style of a cell in a highlighted area.
  ///
  /// - Throws: where rows that were asked for again need a style that they did not need before.
  mutating func name(
    role: CellRole, value: CellContent, format waiting: NumberFormat?, area: Int
  ) throws(SpreadsheetError) -> [UInt8] {
    let style = Formatted(role: role, format: NumberFormat(of: value) ?? waiting)
    let key = Highlighted(style: style, area: area)
    if let name = highlighted[key] { return name }
    guard !isSettled else { throw SpreadsheetError(.rowsChanged) }
    let parent = name(of: style)
    let name = Array("highlight_\(area)_".utf8) + parent
    highlighted[key] = name
    return name
  }

  /// Says that all highlighted styles are known.
  mutating func settle() { isSettled = true }

  private mutating func name(of style: Formatted) -> [UInt8] {
    if let name = names[style] { return name }
    let name = Array(style.name.utf8)
    names[style] = name
    return name
  }

  /// Writes the styles, in the order of their names.
  func write(to xml: inout XMLWriter, language: DocumentLanguage) throws(XMLWriterError) {
    try CellStyles.writeDefault(to: &xml, language: language)
    let formats = Set(names.keys.compactMap(\.format)).sorted { $0.name < $1.name }
    for format in formats { try format.write(to: &xml, language: language) }
    for role in CellRole.allCases { try role.write(to: &xml) }
    for look in Highlight.Look.allCases { try look.write(to: &xml) }
    for style in names.keys.sorted(by: { $0.name < $1.name }) {
      guard let format = style.format else { continue }
      try xml.element(
        "style:style",
        [
          "style:name": style.name, "style:family": "table-cell",
          "style:parent-style-name": style.role.rawValue,
          "style:data-style-name": format.name,
        ])
    }
  }

  /// Writes the automatic styles of the highlighted areas.
  func writeHighlights(to xml: inout XMLWriter, areas: [HighlightedArea]) throws {
    for (key, name) in highlighted.sorted(by: { $0.value.lexicographicallyPrecedes($1.value) }) {
      guard areas.indices.contains(key.area) else { continue }
      try xml.start(
        "style:style",
        [
          "style:name": String(decoding: name, as: UTF8.self), "style:family": "table-cell",
          "style:parent-style-name": key.style.name,
        ])
      for highlight in areas[key.area].highlights {
        try highlight.write(to: &xml, base: areas[key.area].base)
      }
      xml.end()
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
      "style:table-cell-properties",
      [
        "style:vertical-align": "top", "fo:padding-top": paddingAbove,
        "fo:padding-bottom": paddingAbove, "fo:padding-left": paddingBeside,
        "fo:padding-right": paddingBeside,
      ])
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
        // LibreOffice takes the padding of the default style away where there is a border.
        "fo:padding-top": self == .total ? CellStyles.paddingAbove : nil,
        "fo:padding-bottom": self == .total ? CellStyles.paddingAbove : nil,
        "fo:padding-left": self == .total ? CellStyles.paddingBeside : nil,
        "fo:padding-right": self == .total ? CellStyles.paddingBeside : nil,
        "fo:wrap-option": wraps ? "wrap" : nil,
        // On a protected sheet inputs stay open.
        "style:cell-protect": self == .input || self == .inputText ? "none" : nil,
      ])
    if self == .numberHeading {
      try xml.element("style:paragraph-properties", ["fo:text-align": "end"])
    }
    try xml.element(
      "style:text-properties",
      [
        "fo:color": colour, "fo:font-size": size, "fo:font-weight": isBold ? "bold" : nil,
        "fo:font-style": self == .note ? "italic" : nil,
        "style:text-underline-style": self == .doubtful ? "solid" : nil,
        "style:text-underline-width": self == .doubtful ? "auto" : nil,
        "style:text-underline-color": self == .doubtful ? "font-color" : nil,
      ])
    xml.end()
  }

  private var line: String { "0.75pt solid #1f3a5f" }

  private var background: String? {
    switch self {
    case .heading, .numberHeading: "#1f3a5f"
    case .input, .inputText: "#fff6d6"
    case .total: "#e8eef6"
    case .wrong: "#fbe3e6"
    case .doubtful: "#fdf0d0"
    case .remarked: "#e3edf7"
    default: nil
    }
  }

  private var colour: String {
    switch self {
    case .heading, .numberHeading: "#ffffff"
    case .title, .section: "#1f3a5f"
    case .input, .inputText: "#12357a"
    case .note: "#4a4a4a"
    case .stamp, .wrong: "#a30017"
    case .doubtful: "#6b4700"
    case .bar: "#5b7ea8"
    case .plain, .total, .wrapped, .remarked: "#000000"
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
    case .title, .section, .heading, .numberHeading, .total, .stamp, .wrong: true
    case .plain, .input, .inputText, .note, .wrapped, .doubtful, .remarked, .bar: false
    }
  }

  private var wraps: Bool {
    switch self {
    case .heading, .numberHeading, .inputText, .total, .note, .wrapped, .wrong, .doubtful,
      .remarked:
      true
    case .plain, .title, .section, .input, .stamp, .bar: false
    }
  }
}
