import ImpactModel

/// The totals that an invoice states, and the sum of its lines.
struct InvoiceTotals {
  var stated: [String: Int64] = [:]
  var tax: Int64?
  private var lines = CheckedSum()
  private(set) var lineCount = 0

  /// Adds the amount of a line.
  mutating func add(_ amount: Int64) {
    lines.add(amount)
    lineCount += 1
  }

  /// The names of the totals that do not follow, in their order; `nil` where a sum overflows.
  ///
  /// EN 16931: BR-CO-10, 13, 15 and 16.
  var contradicted: [String]? {
    let allowance = stated["AllowanceTotalAmount"] ?? 0
    let charge = stated["ChargeTotalAmount"] ?? 0
    let sums: [(String, [Int64?])] = [
      ("LineExtensionAmount", [lines.value]),
      ("TaxExclusiveAmount", [stated["LineExtensionAmount"], 0 - allowance, charge]),
      ("TaxInclusiveAmount", [stated["TaxExclusiveAmount"], tax ?? 0]),
      (
        "PayableAmount",
        [
          stated["TaxInclusiveAmount"], 0 - (stated["PrepaidAmount"] ?? 0),
          stated["PayableRoundingAmount"] ?? 0,
        ]
      ),
    ]
    var wrong: [String] = []
    for (name, parts) in sums {
      var sum = CheckedSum()
      for part in parts { sum.add(part ?? 0) }
      guard let value = sum.value, lines.value != nil else { return nil }
      guard parts.allSatisfy({ $0 != nil }) else { continue }
      if stated[name] != value { wrong.append(name) }
    }
    return wrong
  }

  /// What is beside the lines in the amount that is owed: charges less allowances, tax, rounding.
  var besides: [(account: String, amount: Int64)] {
    [
      ("charges", (stated["ChargeTotalAmount"] ?? 0) - (stated["AllowanceTotalAmount"] ?? 0)),
      ("vat", tax ?? 0), ("rounding", stated["PayableRoundingAmount"] ?? 0),
    ].filter { $0.1 != 0 }
  }
}
