import ExportKit

extension ReportDocument {
  /// Writes rows of detail in the namespace of their module, as `DetailSchema` declares them.
  mutating func detail(_ detail: Detail, of indicator: String) throws {
    let namespace = DetailSchema.namespace(of: indicator)
    try block(detail.card.id, ["xmlns": namespace]) { document in
      for row in detail.rows {
        try document.block("row") { document in
          for (column, value) in zip(detail.card.columns, row.values) {
            try document.value(value, column)
          }
        }
      }
    }
  }

  private mutating func value(_ value: Detail.Value, _ column: DetailColumn) throws {
    let unit = column.unit
    let attributes: KeyValuePairs<String, String?> = [
      "unit": unit?.code, "currency": unit.flatMap(currencyCode),
    ]
    switch value {
    case .absent: break
    case .text(let text): try element(column.id, attributes, text: text)
    case .integer(let integer): try element(column.id, attributes, text: String(integer))
    case .number(let number): try self.number(column.id, number, attributes)
    case .day(let day): try element(column.id, attributes, text: day.description)
    case .yesNo(let flag): try element(column.id, attributes, text: String(flag))
    }
  }
}
