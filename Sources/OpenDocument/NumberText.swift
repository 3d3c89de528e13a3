/// Numbers as XML Schema writes them, straight into bytes.
enum NumberText {
  private static let zero = UInt8(ascii: "0")
  /// Up to here every hundredth is told from its neighbours by fifteen digits.
  private static let largestExact = 1e13
  /// The digits of the longest whole number, a sign and a point.
  private static let longest = 24

  /// Adds the shortest text that reads back as the same number.
  ///
  /// - Throws: for numbers that are not finite; LibreOffice would read them as zero.
  static func append(_ value: Double, to bytes: inout [UInt8]) throws(SpreadsheetError) {
    guard value.isFinite else { throw SpreadsheetError(.notFinite) }
    // Two texts of up to fifteen digits never read as the same number, so that if the whole number
    // or the hundredth does, it is the shortest.
    if value.magnitude < largestExact {
      let hundredths = (value * 100).rounded()
      if hundredths / 100 == value {
        append(hundredths: Int(hundredths), to: &bytes)
        return
      }
    }
    let text = value.description
    bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
  }

  /// Adds a whole number with at least so many digits.
  static func append(whole value: Int, width: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      var start = longest
      var rest = value.magnitude
      while start > 1, rest > 0 || longest - start < width {
        start -= 1
        room[start] = zero + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      if value < 0 {
        start -= 1
        room[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: room[start...])
    }
  }

  private static func append(hundredths value: Int, to bytes: inout [UInt8]) {
    let hundredths = value.magnitude % 100
    // The sign of -0.05 would be lost with its whole part.
    if value < 0, value > -100 { bytes.append(UInt8(ascii: "-")) }
    append(whole: value / 100, width: 1, to: &bytes)
    guard hundredths > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(zero + UInt8(truncatingIfNeeded: hundredths / 10))
    if hundredths % 10 > 0 { bytes.append(zero + UInt8(truncatingIfNeeded: hundredths % 10)) }
  }
}
