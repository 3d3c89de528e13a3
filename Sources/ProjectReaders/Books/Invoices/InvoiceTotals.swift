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
  /// EN 16931: BR-CO-10, 13, 15 and 16. Of an invoice that does not claim to follow EN 16931, all
  /// totals but the payable one may be absent, and the total with tax may be what UBL 2.1 says that
  /// it is: “the sum of payable amount and prepaid amount”, the rounding within it.
  func contradicted(asEuropean isEuropean: Bool) -> [String]? {
    guard let wrong = contradicted(roundingIsWithin: false, mayLack: !isEuropean), !isEuropean,
      !wrong.isEmpty
    else { return contradicted(roundingIsWithin: false, mayLack: !isEuropean) }
    return contradicted(roundingIsWithin: true, mayLack: true)?.isEmpty == true ? [] : wrong
  }

  private func contradicted(roundingIsWithin: Bool, mayLack: Bool) -> [String]? {
    let allowance = stated["AllowanceTotalAmount"] ?? 0
    let charge = stated["ChargeTotalAmount"] ?? 0
    let rounding = stated["PayableRoundingAmount"] ?? 0
    let sums: [(String, [Int64?])] = [
      ("LineExtensionAmount", [lines.value]),
      ("TaxExclusiveAmount", [stated["LineExtensionAmount"], 0 - allowance, charge]),
      (
        "TaxInclusiveAmount",
        [stated["TaxExclusiveAmount"], tax ?? 0, roundingIsWithin ? rounding : 0]
      ),
      (
        "PayableAmount",
        [
          stated["TaxInclusiveAmount"], 0 - (stated["PrepaidAmount"] ?? 0),
          roundingIsWithin ? 0 : rounding,
        ]
      ),
    ]
    var wrong: [String] = []
    for (name, parts) in sums {
      var sum = CheckedSum()
      for part in parts { sum.add(part ?? 0) }
      guard let value = sum.value, lines.value != nil else { return nil }
      guard parts.allSatisfy({ $0 != nil }) else { continue }
      if mayLack, stated[name] == nil, name != "PayableAmount" { continue }
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
