/// How the element of a cell begins, as far as its role and the type of its value decide.
///
/// A sheet has millions of cells and a handful of openings, so they are kept as bytes.
struct CellOpening {
  /// What decides the opening, in one number.
  struct Key: Hashable {
    fileprivate let bits: UInt64

    /// The key of a cell, or `nil` where its currency or its number of decimals cannot be written.
    init?(role: CellRole, value: CellContent) {
      let ordinal = role
      let role = UInt64(truncatingIfNeeded: role.ordinal)
      switch value {
      case .empty: bits = role
      case .text: self = Key(textOf: ordinal)
      case .number(_, let decimals):
        guard let key = Key(role: ordinal, decimals: decimals) else { return nil }
        self = key
      case .percentage(_, let decimals):
        guard Key.range.contains(decimals) else { return nil }
        bits = Key.bits(3, role, decimals)
      case .currency(_, let code, let decimals):
        guard Key.range.contains(decimals), let letters = Key.letters(code) else { return nil }
        bits = Key.bits(4, role, decimals) | letters << 20
      case .date: bits = Key.bits(5, role, 0)
      case .moment: bits = Key.bits(6, role, 0)
      case .time: bits = Key.bits(7, role, 0)
      case .boolean: bits = Key.bits(8, role, 0)
      }
    }

    /// The key of a text.
    init(textOf role: CellRole) {
      bits = Key.bits(1, UInt64(truncatingIfNeeded: role.ordinal), 0)
    }

    /// The key of a number, or `nil` where its number of decimals cannot be written.
    init?(role: CellRole, decimals: Int?) {
      let role = UInt64(truncatingIfNeeded: role.ordinal)
      guard let decimals else {
        bits = Key.bits(9, role, 0)
        return
      }
      guard Key.range.contains(decimals) else { return nil }
      bits = Key.bits(2, role, decimals)
    }

    fileprivate var slot: Int {
      Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }

    private static let range = 0...15

    private static func bits(_ kind: UInt64, _ role: UInt64, _ decimals: Int) -> UInt64 {
      kind << 16 | UInt64(truncatingIfNeeded: decimals) << 8 | role
    }

    private static func letters(_ code: String) -> UInt64? {
      var letters: UInt64 = 0
      for byte in code.utf8 {
        guard (65...90).contains(byte) else { return nil }
        letters = letters << 8 | UInt64(byte)
      }
      return code.utf8.count == 3 ? letters : nil
    }
  }

  private struct Entry {
    // No key has these bits.
    var bits = UInt64.max
    var place = 0..<0
  }

  private var entries = [Entry](repeating: Entry(), count: 64)
  // One array for all: to hold an array of each opening while it is copied takes as long again.
  private var pool: [UInt8] = []

  /// Writes the opening of a cell; gives false where it is not known yet.
  @inline(__always)
  func write(_ key: Key, to markup: inout MarkupBytes) -> Bool {
    var entry = entries[key.slot]
    // Two openings of one slot in the same row would push each other out again and again.
    if entry.bits != key.bits { entry = entries[key.slot ^ 1] }
    guard entry.bits == key.bits else { return false }
    pool.withUnsafeBufferPointer { pool in
      markup.plain(UnsafeBufferPointer(rebasing: pool[entry.place]))
    }
    return true
  }

  /// Keeps the opening of a cell, in the place of another where both its slots are taken.
  mutating func keep(_ opening: [UInt8], for key: Key) {
    if pool.count > CellOpening.largestPool { self = CellOpening() }
    let isTaken = entries[key.slot].bits != .max
    entries[isTaken ? key.slot ^ 1 : key.slot] = Entry(
      bits: key.bits, place: pool.count..<pool.count + opening.count)
    pool += opening
  }

  /// Openings that were pushed out stay in the pool, which therefore begins anew at times.
  private static let largestPool = 1 << 16
}

extension CellRole {
  fileprivate var ordinal: Int {
    switch self {
    case .plain: 0
    case .title: 1
    case .section: 2
    case .heading: 3
    case .numberHeading: 4
    case .input: 5
    case .total: 6
    case .note: 7
    case .wrapped: 8
    case .stamp: 9
    case .wrong: 10
    case .doubtful: 11
    case .remarked: 12
    case .inputText: 13
    case .bar: 14
    }
  }
}
