import LibXML2

/// The small parts of the package beside the content.
extension Workbook {
  /// `styles.xml`: cell styles, number formats and the printed page.
  func stylesPart(_ cells: CellStyles) throws -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-styles")
    try writeStyles(cells, to: &xml) { _ in }
    xml.end()
    return xml.bytes
  }

  /// Writes fonts, named styles, automatic styles and pages.
  ///
  /// - Parameter more: writes the automatic styles that a single-file document has beside these.
  func writeStyles(
    _ cells: CellStyles, to xml: inout XMLWriter, more: (inout XMLWriter) throws -> Void
  ) throws {
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
    for form in PageForm.allCases { try form.writeLayout(to: &xml) }
    try more(&xml)
    xml.end()
    try xml.start("office:master-styles")
    for form in PageForm.allCases { try writeMasterPage(form, to: &xml) }
    xml.end()
  }

  /// `meta.xml`: title and language; no date, so that the same workbook gives the same bytes.
  func metaPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-meta")
    try writeMeta(to: &xml)
    xml.end()
    return xml.bytes
  }

  /// Writes the properties of the document.
  func writeMeta(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start("office:meta")
    try xml.element("meta:generator", text: generator)
    try xml.element("dc:title", text: title)
    if let summary { try xml.element("dc:description", text: summary) }
    if let subject { try xml.element("dc:subject", text: subject) }
    for keyword in keywords { try xml.element("meta:keyword", text: keyword) }
    if let author {
      try xml.element("meta:initial-creator", text: author)
      try xml.element("dc:creator", text: author)
    }
    try xml.element("dc:language", text: language.tag)
    xml.end()
  }

  /// `settings.xml`: which rows and columns stay in sight.
  func settingsPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-settings")
    try writeSettings(to: &xml)
    xml.end()
    return xml.bytes
  }

  /// Writes which rows and columns stay in sight.
  func writeSettings(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start("office:settings")
    try xml.start("config:config-item-set", ["config:name": "ooo:view-settings"])
    try xml.start("config:config-item-map-indexed", ["config:name": "Views"])
    try xml.start("config:config-item-map-entry")
    try Workbook.writeSetting("ViewId", "string", "view1", to: &xml)
    try xml.start("config:config-item-map-named", ["config:name": "Tables"])
    for sheet in sheets { try Workbook.writeView(of: sheet, to: &xml) }
    xml.end()
    if let first = sheets.first(where: { !$0.isHidden }) {
      try Workbook.writeSetting("ActiveTable", "string", first.name, to: &xml)
    }
    for _ in 0..<4 { xml.end() }
  }

  /// `META-INF/manifest.xml`: the parts and their types.
  static func manifestPart(
    _ charts: [DocumentPlan.NumberedChart]
  ) throws(XMLWriterError) -> [UInt8] {
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
      try writeEntry(part, "text/xml", to: &xml)
    }
    for chart in charts {
      try writeEntry("\(chart.folder)/", ChartPart.mediaType, to: &xml)
      try writeEntry("\(chart.folder)/content.xml", "text/xml", to: &xml)
      try writeEntry("\(chart.folder)/styles.xml", "text/xml", to: &xml)
    }
    xml.end()
    return xml.bytes
  }

  private static func writeEntry(
    _ path: String, _ type: String, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.element(
      "manifest:file-entry", ["manifest:full-path": path, "manifest:media-type": type])
  }

  private func writeMasterPage(
    _ form: PageForm, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start(
      "style:master-page", ["style:name": form.rawValue, "style:page-layout-name": form.layoutName])
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

extension PageForm {
  /// The name of its page layout.
  var layoutName: String { self == .landscape ? "page" : "page_\(rawValue.lowercased())" }

  /// Writes A4 paper, scaled so that all columns stand on one page, or on three.
  fileprivate func writeLayout(to xml: inout XMLWriter) throws(XMLWriterError) {
    let (short, long) = ("210mm", "297mm")
    let isUpright = self == .portrait || self == .single
    try xml.start("style:page-layout", ["style:name": layoutName])
    try xml.start(
      "style:page-layout-properties",
      [
        "fo:page-width": isUpright ? short : long, "fo:page-height": isUpright ? long : short,
        "style:print-orientation": isUpright ? "portrait" : "landscape",
        "fo:margin": "12mm", "style:scale-to-X": self == .wide ? "3" : "1",
        "style:scale-to-Y": self == .single ? "1" : nil,
        // Without it LibreOffice counts from 1 again where the form of the page changes.
        "style:first-page-number": "continue",
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
}
