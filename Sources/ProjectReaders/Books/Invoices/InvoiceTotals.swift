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

  /// Follows the totals one from the other; one that may lack is what it would be.
  private func contradicted(roundingIsWithin: Bool, mayLack: Bool) -> [String]? {
    let rounding = stated["PayableRoundingAmount"] ?? 0
    let steps: [(name: String, added: [Int64])] = [
      ("LineExtensionAmount", []),
      (
        "TaxExclusiveAmount",
        [0 - (stated["AllowanceTotalAmount"] ?? 0), stated["ChargeTotalAmount"] ?? 0]
      ),
      ("TaxInclusiveAmount", [tax ?? 0, roundingIsWithin ? rounding : 0]),
      (
        "PayableAmount", [0 - (stated["PrepaidAmount"] ?? 0), roundingIsWithin ? 0 : rounding]
      ),
    ]
    guard var before = lines.value else { return nil }
    var wrong: [String] = []
    for (name, added) in steps {
      var sum = CheckedSum()
      sum.add(before)
      for part in added { sum.add(part) }
      guard let value = sum.value else { return nil }
      if stated[name] != value, stated[name] != nil || !mayLack || name == "PayableAmount" {
        wrong.append(name)
      }
      // What follows from a total that is not there cannot be compared.
      guard let next = stated[name] ?? (mayLack ? value : nil) else { break }
      before = next
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
