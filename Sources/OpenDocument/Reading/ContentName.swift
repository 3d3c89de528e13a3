import LibXML2

/// The elements and attributes of a spreadsheet that the reader knows.
///
/// All others are passed over with what is inside them: shapes, charts, deleted rows of a history.
enum ContentName: Int, CaseIterable {
  // Elements.
  case document, documentContent, automaticStyles, style, tableProperties, body, spreadsheet
  case table, tableColumns, tableHeaderColumns, tableColumnGroup, tableColumn
  case tableRows, tableHeaderRows, tableRowGroup, tableRow, tableCell, coveredTableCell
  case namedExpressions, namedRange, annotation, paragraph, blanks, tab, lineBreak
  case textNote, rubyText, frame, creator, date
  // Attributes.
  case mimetype, name, styleName, family, display, visibility, columnsRepeated, rowsRepeated
  case valueType, extendedValueType, value, currency, dateValue, timeValue, booleanValue
  case stringValue, formula, rangeAddress, styleOwnName, blankCount

  /// All names, each at the place that is its raw value.
  static let list = allCases.map(\.xmlName)

  private var xmlName: XMLName {
    switch self {
    case .document, .documentContent, .automaticStyles, .body, .spreadsheet, .annotation,
      .mimetype, .valueType, .value, .currency, .dateValue, .timeValue, .booleanValue,
      .stringValue:
      XMLName(localName, in: Namespace.office)
    case .style, .tableProperties, .family, .styleOwnName: XMLName(localName, in: Namespace.style)
    case .paragraph, .blanks, .tab, .lineBreak, .textNote, .rubyText, .blankCount:
      XMLName(localName, in: Namespace.text)
    case .frame: XMLName(localName, in: Namespace.drawing)
    case .creator, .date: XMLName(localName, in: Namespace.dublinCore)
    case .extendedValueType: XMLName(localName, in: Namespace.extended)
    default: XMLName(localName, in: Namespace.table)
    }
  }

  private var localName: String {
    switch self {
    case .document: "document"
    case .documentContent: "document-content"
    case .automaticStyles: "automatic-styles"
    case .style: "style"
    case .tableProperties: "table-properties"
    case .body: "body"
    case .spreadsheet: "spreadsheet"
    case .annotation: "annotation"
    case .paragraph: "p"
    case .blanks: "s"
    case .tab: "tab"
    case .lineBreak: "line-break"
    case .textNote: "note"
    case .rubyText: "ruby-text"
    case .frame: "frame"
    case .creator: "creator"
    case .date: "date"
    default: tableElement ?? attribute
    }
  }

  private var tableElement: String? {
    switch self {
    case .table: "table"
    case .tableColumns: "table-columns"
    case .tableHeaderColumns: "table-header-columns"
    case .tableColumnGroup: "table-column-group"
    case .tableColumn: "table-column"
    case .tableRows: "table-rows"
    case .tableHeaderRows: "table-header-rows"
    case .tableRowGroup: "table-row-group"
    case .tableRow: "table-row"
    case .tableCell: "table-cell"
    case .coveredTableCell: "covered-table-cell"
    case .namedExpressions: "named-expressions"
    case .namedRange: "named-range"
    default: nil
    }
  }

  private var attribute: String {
    switch self {
    case .mimetype: "mimetype"
    case .styleName: "style-name"
    case .family: "family"
    case .display: "display"
    case .visibility: "visibility"
    case .columnsRepeated: "number-columns-repeated"
    case .rowsRepeated: "number-rows-repeated"
    case .valueType, .extendedValueType: "value-type"
    case .value: "value"
    case .currency: "currency"
    case .dateValue: "date-value"
    case .timeValue: "time-value"
    case .booleanValue: "boolean-value"
    case .stringValue: "string-value"
    case .formula: "formula"
    case .rangeAddress: "cell-range-address"
    case .blankCount: "c"
    default: "name"
    }
  }
}

/// The namespaces in which those names stand.
private enum Namespace {
  private static let base = "urn:oasis:names:tc:opendocument:xmlns:"
  static let office = base + "office:1.0"
  static let table = base + "table:1.0"
  static let text = base + "text:1.0"
  static let style = base + "style:1.0"
  static let drawing = base + "drawing:1.0"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let extended = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
}
