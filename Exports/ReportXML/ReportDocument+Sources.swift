import ExportKit

extension ReportDocument {
  /// Writes the dated parameters that were used.
  mutating func parameters(_ parameters: [ReportParameter]) throws {
    try block("parameters") { document in
      for parameter in parameters {
        let attributes: KeyValuePairs<String, String?> = [
          "name": parameter.id, "unit": document.code(of: parameter.unit),
          "currency": document.currencyCode(of: parameter.unit),
          "origin": document.reference(to: parameter.origin),
          "validFrom": parameter.validity?.first.description,
          "validUntil": parameter.validity?.last?.description,
        ]
        try document.block("parameter", attributes) { document in
          try document.text("label", parameter.label)
          if let value = parameter.printableValue {
            try document.number("value", value)
          } else {
            try document.text("absent", ReportDocument.notPrintable)
          }
          try document.element("source", text: parameter.source)
          try document.optional("publisher", parameter.publisher)
          try document.optional("licence", parameter.licence)
        }
      }
    }
  }

  private static let notPrintable = Text(
    "its licence lets it be named and not printed",
    nl: "de licentie laat noemen toe en afdrukken niet")

  /// Writes the files that the report was made of.
  mutating func sources(_ sources: [ReportSource]) throws {
    try block("sources") { document in
      for source in sources {
        let attributes: KeyValuePairs<String, String?> = [
          "file": source.file, "kind": source.kind, "sha256": source.sha256,
          "rows": source.rows.map { String($0) }, "rejectedRows": String(source.rejectedRows),
        ]
        try document.block("source", attributes) { document in
          try document.text("title", source.title)
          try document.optional("licence", source.licence)
        }
      }
    }
  }

  /// Writes what the checks found.
  mutating func findings(_ findings: [Finding]) throws {
    try block("findings") { document in
      for finding in findings {
        let attributes: KeyValuePairs<String, String?> = [
          "code": finding.code, "severity": finding.severity.rawValue,
        ]
        try document.block("finding", attributes) { document in
          try document.text("message", finding.message)
          try document.text("help", finding.help)
          if let address = finding.address { try document.address("address", address) }
        }
      }
    }
  }

  /// Writes the units that figures name; of two with one code the first stands.
  mutating func unitSection() throws {
    try block("units") { document in
      for unit in document.units {
        let attributes: KeyValuePairs<String, String?> = [
          "code": unit.code, "decimals": String(unit.decimals),
          "percentage": String(unit.isPercentage), "money": String(unit.isMoney),
        ]
        try document.block("unit", attributes) { try $0.text("symbol", unit.symbol) }
      }
    }
  }

  /// Writes the origins that figures refer to.
  mutating func originSection() throws {
    try block("origins") { document in
      for (index, origin) in document.numberedOrigins.enumerated() {
        try document.block("origin", ["id": "o\(index + 1)"]) { try $0.origin(origin) }
      }
    }
  }

  private mutating func origin(_ origin: Origin) throws {
    switch origin {
    case .cell(let address):
      try self.address("cell", address)
    case .selection(let selection):
      try self.selection(selection)
    case .ledger(let selection):
      try block("ledger", ["lines": String(selection.lines)]) { document in
        for file in selection.files { try document.element("file", text: file) }
        for account in selection.accounts { try document.element("account", text: account) }
      }
    case .parameter(let id, let value, let source):
      try block("parameterValue", ["name": id]) { document in
        try document.number("value", value)
        try document.element("source", text: source)
      }
    case .computation(let rule, let inputs):
      try block("computation") { document in
        try document.text("rule", rule)
        for input in inputs {
          try document.element("of", ["figure": input.description])
        }
      }
    case .combined(let parts):
      try block("combined") { document in
        for part in parts { try document.origin(part) }
      }
    }
  }

  private mutating func selection(_ selection: Selection) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "table": selection.table, "file": selection.file, "sheet": selection.sheet,
      "count": String(selection.count),
    ]
    try block("selection", attributes) { document in
      for range in selection.rows {
        try document.element(
          "rows", ["first": String(range.lowerBound), "last": String(range.upperBound)])
      }
      for column in selection.columns { try document.element("column", text: column) }
    }
  }

  /// Writes a place in a file of the project.
  mutating func address(_ name: String, _ address: Address) throws {
    try element(
      name,
      [
        "file": address.file, "sheet": address.sheet, "line": address.line.map(String.init),
        "row": address.row.map(String.init), "column": address.column.map(String.init),
        "cell": address.cell, "heading": address.heading,
        "byte": address.byte.map(String.init), "ledger": address.ledger,
      ])
  }
}
