#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of a file that is looked at: what was passed is dropped when more is read.
struct XMLWindow {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let size: Int
  private var start = 0
  private var end = 0

  /// Makes a window of so many bytes.
  init(size: Int) {
    self.size = size
    bytes = .allocate(capacity: size + XMLPlainElements.slack)
    bytes.initialize(repeating: 0, count: size + XMLPlainElements.slack)
  }

  func free() { bytes.deallocate() }

  /// The bytes that were not passed yet; a zero stands behind them.
  var rest: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// Whether nothing was passed and nothing more can be read.
  var isFull: Bool { end - start == size }

  /// Passes over so many bytes.
  mutating func pass(_ count: Int) { start += count }

  /// Reads on in a file; says whether there was more.
  mutating func fill(from file: UnsafeMutablePointer<FILE>) -> Bool {
    memmove(bytes, bytes + start, end - start)
    (start, end) = (0, end - start)
    let count = fread(bytes + end, 1, size - end, file)
    end += count
    bytes[end] = 0
    return count > 0
  }

  /// How many bytes there are up to the next end of a tag, from a place on, or in all.
  ///
  /// Of a byte that is not ASCII libxml2 wants the three behind it to say that it is not UTF-8: an end
  /// right behind one does not count.
  func count(throughTagFrom place: Int) -> Int {
    let (first, size) = (bytes + start, end - start)
    var place = place
    while place < size, let found = memchr(first + place, 62, size - place) {
      let count = UnsafeRawPointer(found) - UnsafeRawPointer(first) + 1
      guard (max(0, count - 4)..<count).contains(where: { first[$0] >= 0x80 }) else { return count }
      place = count
    }
    return size
  }
}
