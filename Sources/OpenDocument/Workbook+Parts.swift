import LibXML2

/// The small parts of the package beside the content.
extension Workbook {
  /// `styles.xml`: cell styles, number formats and the printed page.
  func stylesPart(_ cells: CellStyles) throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-styles")
    try xml.start("office:font-face-decls")
    try xml.element(
      "style:font-face",
      [
        "style:name": CellStyles.fontName, "svg:font-family": "'\(CellStyles.fontName)'",
        "style:font-family-generic": "swiss",
      ])
    xml.end()
    try xml.start("office:styles")
    try cells.write(to: &xml, language: language)
    xml.end()
    try xml.start("office:automatic-styles")
    try Workbook.writePageLayout(to: &xml)
    xml.end()
    try xml.start("office:master-styles")
    try writeMasterPage(to: &xml)
    for _ in 0..<2 { xml.end() }
    return xml.bytes
  }

  /// `meta.xml`: title and language; no date, so that the same workbook gives the same bytes.
  func metaPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-meta")
    try xml.start("office:meta")
    try xml.element("meta:generator", text: generator)
    try xml.element("dc:title", text: title)
    if let summary { try xml.element("dc:description", text: summary) }
    if let author {
      try xml.element("meta:initial-creator", text: author)
      try xml.element("dc:creator", text: author)
    }
    try xml.element("dc:language", text: language.tag)
    for _ in 0..<2 { xml.end() }
    return xml.bytes
  }

  /// `settings.xml`: which rows and columns stay in sight.
  func settingsPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-settings")
    try xml.start("office:settings")
    try xml.start("config:config-item-set", ["config:name": "ooo:view-settings"])
    try xml.start("config:config-item-map-indexed", ["config:name": "Views"])
    try xml.start("config:config-item-map-entry")
    try Workbook.writeSetting("ViewId", "string", "view1", to: &xml)
    try xml.start("config:config-item-map-named", ["config:name": "Tables"])
    for sheet in sheets { try Workbook.writeView(of: sheet, to: &xml) }
    xml.end()
    if let first = sheets.first {
      try Workbook.writeSetting("ActiveTable", "string", first.name, to: &xml)
    }
    for _ in 0..<5 { xml.end() }
    return xml.bytes
  }

  /// `META-INF/manifest.xml`: the parts and their types.
  static func manifestPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start(
      "manifest:manifest",
      [
        "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        "manifest:version": openDocumentVersion,
      ])
    try xml.element(
      "manifest:file-entry",
      [
        "manifest:full-path": "/", "manifest:version": openDocumentVersion,
        "manifest:media-type": mediaType,
      ])
    for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
      try xml.element(
        "manifest:file-entry",
        ["manifest:full-path": part, "manifest:media-type": "text/xml"])
    }
    xml.end()
    return xml.bytes
  }

  /// A4 on its side, scaled so that all columns stand on one page.
  private static func writePageLayout(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start("style:page-layout", ["style:name": "page"])
    try xml.start(
      "style:page-layout-properties",
      [
        "fo:page-width": "297mm", "fo:page-height": "210mm",
        "style:print-orientation": "landscape", "fo:margin": "12mm", "style:scale-to-X": "1",
      ])
    xml.end()
    for (kind, gap) in [
      ("style:header-style", "fo:margin-bottom"), ("style:footer-style", "fo:margin-top"),
    ] {
      try xml.start(kind)
      try xml.element(
        "style:header-footer-properties", ["fo:min-height": "7mm", gap: "2mm"])
      xml.end()
    }
    xml.end()
  }

  private func writeMasterPage(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start(
      "style:master-page", ["style:name": "Default", "style:page-layout-name": "page"])
    try xml.start("style:header")
    let heading = [pageStamp, title].compactMap { $0 }.joined(separator: " · ")
    try xml.element("text:p", text: heading)
    xml.end()
    try xml.start("style:footer")
    try xml.start("text:p")
    try xml.element("text:sheet-name", text: "?")
    try xml.text(" · ")
    try xml.element("text:page-number", text: "1")
    try xml.text(" / ")
    try xml.element("text:page-count", text: "1")
    for _ in 0..<3 { xml.end() }
  }

  private static func writeView(
    of sheet: Sheet, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    let (columns, rows) = (max(0, sheet.frozenColumns), max(0, sheet.frozenRows))
    try xml.start("config:config-item-map-entry", ["config:name": sheet.name])
    let settings: KeyValuePairs = [
      "HorizontalSplitMode": ("short", columns > 0 ? 2 : 0),
      "VerticalSplitMode": ("short", rows > 0 ? 2 : 0),
      "HorizontalSplitPosition": ("int", columns), "VerticalSplitPosition": ("int", rows),
      "ActiveSplitRange": ("short", columns > 0 ? 3 : 2),
      "PositionLeft": ("int", 0), "PositionRight": ("int", columns),
      "PositionTop": ("int", 0), "PositionBottom": ("int", rows),
    ]
    for (name, (type, value)) in settings {
      try writeSetting(name, type, String(value), to: &xml)
    }
    xml.end()
  }

  private static func writeSetting(
    _ name: String, _ type: String, _ value: String, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.element(
      "config:config-item", ["config:name": name, "config:type": type], text: value)
  }
}
