/// Numbers as XML Schema writes them, straight into bytes.
enum NumberText {
  private static let zero = UInt8(ascii: "0")
  /// Up to here every whole number is a `Double`, and no shorter text reads back as it.
  private static let largestExact = 1e15

  /// Adds the shortest text that reads back as the same number.
  ///
  /// - Throws: for numbers that are not finite; LibreOffice would read them as zero.
  static func append(_ value: Double, to bytes: inout [UInt8]) throws(SpreadsheetError) {
    guard value.isFinite else { throw SpreadsheetError(.notFinite) }
    guard abs(value) < largestExact / 100 else {
      let text = value.description
      bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
      return
    }
    let rounded = value.rounded()
    if rounded == value {
      append(whole: Int(rounded), width: 1, to: &bytes)
      return
    }
    // Two texts of up to fifteen digits never read as the same number, so that if the hundredth
    // does, it is the shortest.
    let hundredths = (value * 100).rounded()
    guard hundredths / 100 == value else {
      bytes.append(contentsOf: value.description.utf8)
      return
    }
    append(hundredths: Int(hundredths), to: &bytes)
  }

  /// Adds a whole number with at least so many digits.
  static func append(whole value: Int, width: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(zero) }
    bytes[start...].reverse()
  }

  private static func append(hundredths value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(value.magnitude)
    append(whole: magnitude / 100, width: 1, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    let (tenths, last) = (magnitude % 100 / 10, magnitude % 10)
    bytes.append(zero + UInt8(truncatingIfNeeded: tenths))
    if last > 0 { bytes.append(zero + UInt8(truncatingIfNeeded: last)) }
  }
}
