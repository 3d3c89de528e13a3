/// Numbers in bytes, lowest byte first; what lies beyond the end is absent.
struct LittleEndianReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// The number of two bytes at a place.
  func short(_ offset: Int) -> Int? { number(offset, width: 2) }

  /// The number of four bytes at a place.
  func word(_ offset: Int) -> Int? { number(offset, width: 4) }

  /// The number of eight bytes at a place, absent above the largest that fits.
  func long(_ offset: Int) -> Int? {
    guard let low = number(offset, width: 4), let high = number(offset + 4, width: 4),
      high < 1 << 31
    else { return nil }
    return high << 32 | low
  }

  /// The bytes of a part.
  func slice(_ offset: Int, _ count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return Array(bytes[offset..<offset + count])
  }

  private func number(_ offset: Int, width: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    var value = 0
    for place in (0..<width).reversed() { value = value << 8 | Int(bytes[offset + place]) }
    return value
  }
}
