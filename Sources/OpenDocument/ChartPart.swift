import LibXML2

/// The document inside the document that holds a chart.
struct ChartPart {
  /// The media type of charts.
  static let mediaType = "application/vnd.oasis.opendocument.chart"

  /// Colours that differ in lightness too, so that they can be told apart in grey (Okabe and Ito,
  /// 2008, in an order of our own).
  private static let colours = ["#1f3a5f", "#e69f00", "#56b4e9", "#a30017", "#009e73", "#cc79a7"]
  private static let symbols = ["circle", "square", "diamond", "arrow-up", "x", "star"]

  let chart: Chart
  /// The sheet that holds the numbers.
  let sheet: String
  let language: DocumentLanguage

  /// `content.xml` of the chart.
  func contentPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-content")
    try writeContent(to: &xml)
    xml.end()
    return xml.bytes
  }

  /// `styles.xml` of the chart, which has none beside those of its content.
  func stylesPart() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter()
    try xml.startPart("office:document-styles")
    try xml.element("office:styles")
    xml.end()
    return xml.bytes
  }

  /// Writes the styles and the body, which a single-file document holds in place.
  func writeContent(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start("office:automatic-styles")
    try writeStyles(to: &xml)
    xml.end()
    try xml.start("office:body")
    try xml.start("office:chart")
    try xml.start(
      "chart:chart",
      [
        "svg:width": "\(chart.width)mm", "svg:height": "\(chart.height)mm",
        "chart:class": chartClass, "chart:style-name": "chart",
      ])
    try writeTitle(chart.title, style: "title", to: &xml)
    if hasLegend {
      try xml.element(
        "chart:legend",
        ["chart:legend-position": "bottom", "chart:style-name": "legend"])
    }
    try writePlot(to: &xml)
    for _ in 0..<3 { xml.end() }
  }

  /// Which ranges the chart follows, as the frame of the chart names them.
  var ranges: String {
    let all =
      [chart.categories]
      + chart.series.flatMap { series in
        [CellRange(series.label, to: series.label), series.values]
      }
    return all.map(address).joined(separator: " ")
  }

  private func address(_ range: CellRange) -> String { range.address(on: sheet) }

  private var chartClass: String {
    switch chart.kind {
    case .column, .stackedColumn, .bar, .waterfall: "chart:bar"
    case .line: "chart:line"
    case .pie: "chart:circle"
    }
  }

  private var isStacked: Bool { chart.kind == .stackedColumn || chart.kind == .waterfall }

  /// One series is named by the title; a waterfall's parts by the categories.
  private var hasLegend: Bool {
    chart.kind == .pie || (chart.series.count > 1 && chart.kind != .waterfall)
  }

  private func writeTitle(
    _ title: String, style: String, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start("chart:title", ["chart:style-name": style])
    try xml.element("text:p", text: title)
    xml.end()
  }

  private func writePlot(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start(
      "chart:plot-area",
      ["chart:style-name": "plot", "table:cell-range-address": ranges])
    try writeAxis("x", title: chart.categoryTitle, to: &xml)
    try writeAxis("y", title: chart.valueTitle, to: &xml)
    for (index, series) in chart.series.enumerated() {
      try xml.start(
        "chart:series",
        [
          "chart:style-name": "series_\(index)", "chart:class": chartClass,
          "chart:values-cell-range-address": address(series.values),
          "chart:label-cell-address": address(CellRange(series.label, to: series.label)),
        ])
      if chart.kind == .pie { try writeSlices(to: &xml) }
      xml.end()
    }
    try xml.element("chart:wall", ["chart:style-name": "wall"])
    xml.end()
  }

  private func writeSlices(to xml: inout XMLWriter) throws(XMLWriterError) {
    for index in 0..<Chart.mostSlices {
      try xml.element("chart:data-point", ["chart:style-name": "slice_\(index)"])
    }
  }

  private func writeAxis(
    _ dimension: String, title: String?, to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start(
      "chart:axis",
      [
        "chart:dimension": dimension, "chart:name": "primary-\(dimension)",
        "chart:style-name": "axis_\(dimension)",
      ])
    if let title { try writeTitle(title, style: "label", to: &xml) }
    if dimension == "x" {
      try xml.element(
        "chart:categories", ["table:cell-range-address": address(chart.categories)])
    } else {
      try xml.element("chart:grid", ["chart:class": "major", "chart:style-name": "grid"])
    }
    xml.end()
  }
}

// The styles.
extension ChartPart {
  private func writeStyles(to xml: inout XMLWriter) throws(XMLWriterError) {
    try writeStyle("chart", graphic: ["draw:stroke": "none", "draw:fill": "none"], to: &xml)
    try writeStyle("title", fontSize: "12pt", to: &xml)
    try writeStyle("label", fontSize: "9pt", to: &xml)
    try writeStyle(
      "legend", graphic: ["draw:stroke": "none", "draw:fill": "none"], fontSize: "9pt", to: &xml)
    try writeStyle("wall", graphic: ["draw:stroke": "none", "draw:fill": "none"], to: &xml)
    try writeStyle(
      "plot",
      chart: [
        "chart:vertical": chart.kind == .bar ? "true" : nil,
        "chart:stacked": isStacked ? "true" : nil,
        "chart:symbol-type": chart.kind == .line ? "automatic" : nil,
        // Numbers on a sheet that is folded away belong to the picture too.
        "chart:include-hidden-cells": "true", "chart:auto-position": "true",
      ], to: &xml)
    try writeStyle(
      "axis_x",
      chart: [
        "chart:display-label": "true", "chart:reverse-direction": reversed,
        // Words below columns break into lines before they are turned.
        "text:line-break": chart.kind == .bar ? nil : "true",
        "style:rotation-angle": chart.kind == .waterfall ? "0" : nil,
      ],
      fontSize: "9pt", to: &xml)
    try writeStyle(
      "axis_y",
      chart: [
        "chart:display-label": "true", "chart:link-data-style-to-source": "true",
        // At the end of the reversed categories, which is below them.
        "chart:axis-position": chart.kind == .bar ? "end" : nil,
        // Numbers stand upright; where they are too many some are left out.
        "style:rotation-angle": "0",
      ],
      fontSize: "9pt", to: &xml)
    try writeStyle(
      "grid", graphic: ["svg:stroke-color": "#c8c8c8", "svg:stroke-width": "0.2mm"], to: &xml)
    for index in chart.series.indices { try writeSeries(index, to: &xml) }
    guard chart.kind == .pie else { return }
    for index in 0..<Chart.mostSlices {
      try writeStyle("slice_\(index)", graphic: solid(index), to: &xml)
    }
  }

  /// The first bar stands at the top, as the first row of the table does.
  private var reversed: String? { chart.kind == .bar ? "true" : nil }

  private func writeSeries(_ index: Int, to xml: inout XMLWriter) throws(XMLWriterError) {
    let name = "series_\(index)"
    if chart.kind == .waterfall, index == 0 {
      try writeStyle(name, graphic: ["draw:stroke": "none", "draw:fill": "none"], to: &xml)
    } else if chart.kind == .line {
      let symbol = ChartPart.symbols[index % ChartPart.symbols.count]
      try writeStyle(
        name, chart: ["chart:symbol-type": "named-symbol", "chart:symbol-name": symbol],
        graphic: [
          "draw:stroke": "solid", "svg:stroke-width": "0.7mm",
          "svg:stroke-color": ChartPart.colours[index % ChartPart.colours.count],
          "draw:fill-color": ChartPart.colours[index % ChartPart.colours.count],
        ], to: &xml)
    } else {
      try writeStyle(
        name, graphic: solid(chart.kind == .waterfall ? index - 1 : index), to: &xml)
    }
  }

  private func solid(_ index: Int) -> KeyValuePairs<String, String?> {
    [
      "draw:fill": "solid", "draw:stroke": "none",
      "draw:fill-color": ChartPart.colours[index % ChartPart.colours.count],
    ]
  }

  private func writeStyle(
    _ name: String, chart: KeyValuePairs<String, String?>? = nil,
    graphic: KeyValuePairs<String, String?>? = nil, fontSize: String? = nil,
    to xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start("style:style", ["style:name": name, "style:family": "chart"])
    if let chart { try xml.element("style:chart-properties", chart) }
    if let graphic { try xml.element("style:graphic-properties", graphic) }
    if let fontSize {
      try xml.element(
        "style:text-properties",
        [
          "fo:font-size": fontSize, "fo:font-family": "'\(CellStyles.fontName)'",
          "fo:language": language.language, "fo:country": language.country,
        ])
    }
    xml.end()
  }
}
