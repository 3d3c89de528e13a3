import LibXML2

/// What a workbook needs before its rows are written: names of validations, numbers of charts.
struct DocumentPlan {
  /// A chart with the place of its parts in the package.
  struct NumberedChart {
    let part: ChartPart
    let number: Int

    /// The folder of its parts: `Object 1`.
    var folder: String { "Object \(number)" }
  }

  private(set) var validations: [(validation: Validation, base: String)] = []
  private(set) var highlights: [HighlightedArea] = []
  private(set) var charts: [NumberedChart] = []
  private(set) var placements: [SheetPlacement] = []

  /// Plans a workbook that was checked.
  ///
  /// - Parameter isFlat: whether charts stand in the document itself and not in parts of their own.
  init(_ workbook: Workbook, isFlat: Bool) throws {
    for sheet in workbook.sheets {
      let areas = sheet.areas.enumerated().map { place($0.element, number: $0.offset, on: sheet) }
      let frames = try sheet.charts.map { chart in
        let part = ChartPart(
          chart: chart, sheet: chart.sheet ?? sheet.name, language: workbook.language)
        let numbered = NumberedChart(part: part, number: charts.count + 1)
        charts.append(numbered)
        return (anchor: chart.anchor, markup: try numbered.frame(isFlat: isFlat))
      }
      placements.append(SheetPlacement(areas: areas, frames: frames))
    }
  }

  private mutating func place(_ area: SheetArea, number: Int, on sheet: Sheet) -> PlacedArea {
    let base = area.range.first.rangeAddress(on: sheet.name)
    var highlight: Int?
    if !area.highlights.isEmpty {
      highlight = highlights.count
      highlights.append(HighlightedArea(highlights: area.highlights, base: base))
    }
    return PlacedArea(
      range: area.range, role: area.role, format: area.format.map { NumberFormat($0) },
      validation: area.validation.map { Array(name(of: $0, base: base).utf8) },
      highlight: highlight, number: number)
  }

  private mutating func name(of validation: Validation, base: String) -> String {
    // The references of a formula count from its own first cell.
    let isFormula = if case .formula = validation.rule { true } else { false }
    let known = validations.firstIndex {
      $0.validation == validation && (!isFormula || $0.base == base)
    }
    if known == nil { validations.append((validation, base)) }
    return DocumentPlan.validationName(known ?? validations.count - 1)
  }

  private static func validationName(_ index: Int) -> String { "validation_\(index + 1)" }

  /// Writes what may be typed where.
  func writeValidations(to xml: inout XMLWriter) throws {
    guard !validations.isEmpty else { return }
    try xml.start("table:content-validations")
    for (index, entry) in validations.enumerated() {
      try entry.validation.write(
        to: &xml, name: DocumentPlan.validationName(index), base: entry.base)
    }
    xml.end()
  }
}

extension DocumentPlan.NumberedChart {
  /// The frame in which the chart stands, with its texts for those who cannot see it.
  fileprivate func frame(isFlat: Bool) throws(XMLWriterError) -> [UInt8] {
    let chart = part.chart
    var xml = XMLWriter(declares: false)
    try xml.start(
      "draw:frame",
      [
        "draw:style-name": "chart_frame", "draw:z-index": String(number - 1), "svg:x": "0mm",
        "svg:y": "0mm",
        "svg:width": "\(chart.width)mm", "svg:height": "\(chart.height)mm",
      ])
    try xml.start(
      "draw:object",
      [
        "draw:notify-on-update-of-ranges": part.ranges,
        "xlink:href": isFlat ? nil : "./\(folder)", "xlink:type": isFlat ? nil : "simple",
        "xlink:show": isFlat ? nil : "embed", "xlink:actuate": isFlat ? nil : "onLoad",
      ])
    if isFlat {
      try xml.startPart("office:document", mediaType: ChartPart.mediaType)
      try part.writeContent(to: &xml)
      xml.end()
    }
    xml.end()
    try xml.element("svg:title", text: chart.title)
    try xml.element("svg:desc", text: chart.description)
    xml.end()
    return xml.bytes
  }
}
