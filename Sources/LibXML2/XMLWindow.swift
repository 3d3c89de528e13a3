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
  func count(throughTagFrom place: Int) -> Int {
    guard place < end - start, let found = memchr(bytes + start + place, 62, end - start - place)
    else { return end - start }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes + start) + 1
  }
}
