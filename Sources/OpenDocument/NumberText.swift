/// Numbers as XML Schema writes them.
enum NumberText {
  private static let zero = UInt8(ascii: "0")
  /// Up to here every hundredth is told from its neighbours by fifteen digits.
  private static let largestExact = 1e13

  /// The most bytes that a number takes here: the digits of the longest whole number and a sign,
  /// or fifteen digits, a sign and a point.
  static let longest = 24

  /// Gives the shortest text that reads back as the same number.
  ///
  /// - Throws: for numbers that are not finite; LibreOffice would read them as zero.
  static func text(_ value: Double) throws(SpreadsheetError) -> String {
    guard value.isFinite else { throw SpreadsheetError(.notFinite) }
    let short = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      guard let start = room.baseAddress else { return "" }
      let count = write(hundredths: value, to: start)
      return String(decoding: room.prefix(count), as: UTF8.self)
    }
    guard short.isEmpty else { return short }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Writes the shortest text of a number of at most two decimals.
  ///
  /// - Parameter room: a place with room for `longest` bytes.
  /// - Returns: how many bytes, or 0 for all other numbers.
  static func write(hundredths value: Double, to room: UnsafeMutablePointer<UInt8>) -> Int {
    // Two texts of up to fifteen digits never read as the same number, so that if the whole number
    // or the hundredth does, it is the shortest.
    guard value.magnitude < largestExact else { return 0 }
    let hundredths = (value * 100).rounded()
    guard hundredths / 100 == value else { return 0 }
    let number = Int(hundredths).magnitude
    var count = 0
    if hundredths < 0 {
      room.pointee = UInt8(ascii: "-")
      count = 1
    }
    count += write(number / 100, width: 1, to: room + count)
    let decimals = number % 100
    guard decimals > 0 else { return count }
    room[count] = UInt8(ascii: ".")
    room[count + 1] = zero + UInt8(truncatingIfNeeded: decimals / 10)
    guard decimals % 10 > 0 else { return count + 2 }
    room[count + 2] = zero + UInt8(truncatingIfNeeded: decimals % 10)
    return count + 3
  }

  /// Writes a whole number with at least so many digits, and gives how many bytes.
  ///
  /// - Parameter room: a place with room for `longest` bytes.
  static func write(whole value: Int, width: Int, to room: UnsafeMutablePointer<UInt8>) -> Int {
    guard value < 0 else { return write(value.magnitude, width: width, to: room) }
    room.pointee = UInt8(ascii: "-")
    return 1 + write(value.magnitude, width: width, to: room + 1)
  }

  private static func write(
    _ value: UInt, width: Int, to room: UnsafeMutablePointer<UInt8>
  ) -> Int {
    // The magnitude of an integer has at most nineteen digits.
    var (count, bound) = (1, UInt(10))
    while value >= bound {
      count += 1
      bound &*= 10
    }
    count = max(count, min(width, longest - 1))
    var rest = value
    for place in (0..<count).reversed() {
      room[place] = zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return count
  }
}
