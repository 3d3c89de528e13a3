/// Reads the decimal numbers of XML: a point, no thousands.
enum XMLAmount {
  /// The largest amount that a bank line or an invoice can have, in cents; sums of many fit.
  static let possible: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

  /// The amount in cents, or `nil` where the text is no amount of at most two decimals.
  static func cents(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { cents($0) }
  }

  /// The amount in cents of a text in UTF-8, or `nil` where it is none.
  static func cents(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    let whole = rest[..<point]
    var fraction = rest[point...].dropFirst()
    while fraction.count > 2, fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
    guard fraction.count <= 2, !(whole.isEmpty && fraction.isEmpty) else { return nil }
    // Counted below zero, where there is room for one more.
    var cents: Int64 = 0
    for byte in whole { guard append(byte, to: &cents) else { return nil } }
    for byte in fraction { guard append(byte, to: &cents) else { return nil } }
    for _ in fraction.count..<2 {
      guard append(UInt8(ascii: "0"), to: &cents) else { return nil }
    }
    guard !isNegative else { return cents }
    let (positive, overflow) = Int64(0).subtractingReportingOverflow(cents)
    return overflow ? nil : positive
  }

  /// Writes a digit behind a number below zero; says whether it was a digit and fits.
  private static func append(_ digit: UInt8, to number: inout Int64) -> Bool {
    guard (48...57).contains(digit) else { return false }
    let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, more) = tens.subtractingReportingOverflow(Int64(digit - 48))
    number = sum
    return !overflow && !more
  }
}
