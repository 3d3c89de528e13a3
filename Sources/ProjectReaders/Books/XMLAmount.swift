/// Reads the decimal numbers of XML: a point, no thousands.
enum XMLAmount {
  /// The largest amount that a bank line or an invoice can have, in cents; sums of many fit.
  static let possible: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

  /// The amount in cents, or `nil` where the text is no amount of at most two decimals.
  static func cents(_ text: String) -> Int64? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.count > 2, fraction.last == "0" { fraction = fraction.dropLast() }
    guard fraction.count <= 2, !(whole.isEmpty && fraction.isEmpty),
      whole.utf8.allSatisfy({ (48...57).contains($0) }),
      fraction.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let padding = String(repeating: "0", count: 2 - fraction.count)
    return Int64((isNegative ? "-" : "") + whole + fraction + padding)
  }
}
