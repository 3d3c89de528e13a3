/// Finds tags with more attributes than any document has, before libxml2 reads them.
///
/// libxml2 compares each attribute of a tag with all others: a tag of 80,000 takes it 5 seconds, and
/// one of a million, which a ZIP file holds in a few kB, ten minutes (2.9.14, measured). Only tags
/// that are longer than a stride are looked at, so that usual documents cost next to nothing.
/// Documents in UTF-16 are looked at whole; other encodings have ASCII in common with UTF-8.
struct AttributeCounter {
  /// The most attributes that a tag may have.
  static let most = 2_000
  private static let stride = 1 << 12
  private static let (open, close) = (UInt8(ascii: "<"), UInt8(ascii: ">"))

  private var isInTag = false
  /// Whether the next byte tells a tag from a remark.
  private var isAtOpening = false
  private var quote: UInt8?
  private var count = 0
  private var encoding: Encoding?
  /// The first byte of a character of which the second one is in the next part.
  private var half: UInt8?

  private enum Encoding {
    case bytes, bigEndian, littleEndian
  }

  /// Looks at the next part of a document; gives false where a tag has too many attributes.
  mutating func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let encoding = encoding ?? AttributeCounter.encoding(of: bytes)
    self.encoding = encoding
    guard encoding == .bytes else { return follow(ascii(bytes, encoding)) }
    var place = 0
    if isInTag {
      // The tag that was cut ends at the next one at the latest.
      place = bytes.firstIndex(of: AttributeCounter.open) ?? bytes.count
      guard follow(bytes[..<place]) else { return false }
    }
    while place < bytes.count {
      let end = min(place + AttributeCounter.stride, bytes.count)
      let last = AttributeCounter.lastOpening(bytes, place, end)
      if end == bytes.count { return follow(bytes[(last ?? place)...], fromStart: last != nil) }
      if let last, last > place {
        place = last
      } else {
        let next = bytes[(place + 1)...].firstIndex(of: AttributeCounter.open) ?? bytes.count
        guard follow(bytes[place..<next], fromStart: true) else { return false }
        place = next
      }
    }
    return true
  }

  private mutating func follow(
    _ bytes: some Sequence<UInt8>, fromStart: Bool = false
  ) -> Bool {
    if fromStart { (isInTag, isAtOpening, quote, count) = (false, false, nil, 0) }
    for byte in bytes {
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == AttributeCounter.open {
        (isInTag, isAtOpening, count) = (true, true, 0)
      } else if isAtOpening, byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        (isInTag, isAtOpening) = (false, false)
      } else if isInTag {
        isAtOpening = false
        switch byte {
        case AttributeCounter.close: isInTag = false
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          quote = byte
          count += 1
          if count > AttributeCounter.most { return false }
        default: break
        }
      }
    }
    return true
  }

  /// The characters of UTF-16 as bytes, zero for those that are not ASCII.
  private mutating func ascii(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: Encoding
  ) -> [UInt8] {
    var found: [UInt8] = []
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (high, low) = encoding == .bigEndian ? (first, byte) : (byte, first)
      found.append(high == 0 && low < 0x80 ? low : 0)
    }
    return found
  }

  private static func encoding(of start: UnsafeBufferPointer<UInt8>) -> Encoding {
    guard start.count > 1 else { return .bytes }
    switch (start[0], start[1]) {
    case (0xFE, 0xFF), (0, 1...): return .bigEndian
    case (0xFF, 0xFE), (1..., 0): return .littleEndian
    default: return .bytes
    }
  }

  private static func lastOpening(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    bytes[start..<end].lastIndex(of: open)
  }
}
