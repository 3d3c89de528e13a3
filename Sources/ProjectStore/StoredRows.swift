/// The keys of the rows that belong to one source: its number in the upper half of the key.
///
/// A plain integer key is what SQLite appends rows by fastest.
struct StoredRows {
  /// A source with more rows than a store has keys for.
  struct TooMany: Error {}

  /// The keys that its rows can have.
  let keys: ClosedRange<Int64>
  private var last: Int64

  /// The rows of a source; numbers of sources are given out by SQLite, from 1.
  init(of source: Int64) {
    let start = source << 32
    keys = start...(start + Int64(UInt32.max))
    last = start
  }

  /// The key of the next row; the first is 1 more than the lowest.
  mutating func next() throws -> Int64 {
    guard last < keys.upperBound else { throw TooMany() }
    last += 1
    return last
  }

  /// The place of a key among those of its source, from 0.
  static func place(of key: Int64) -> Int { Int(key & Int64(UInt32.max)) - 1 }
}
