/// How the element of a cell begins, as far as its role and the type of its value decide.
///
/// A sheet has millions of cells and a handful of openings, so they are kept as bytes.
struct CellOpening {
  /// What decides the opening, in one number.
  struct Key: Hashable {
    fileprivate let bits: UInt64

    /// The key of a cell, or `nil` where its currency or its number of decimals cannot be written.
    init?(role: CellRole, value: CellContent) {
      let role = UInt64(truncatingIfNeeded: role.ordinal)
      switch value {
      case .empty: bits = role
      case .text: bits = Key.bits(1, role, 0)
      case .number(_, decimals: nil): bits = Key.bits(9, role, 0)
      case .number(_, let decimals?):
        guard Key.range.contains(decimals) else { return nil }
        bits = Key.bits(2, role, decimals)
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

  private var known = [(key: Key, bytes: [UInt8])?](repeating: nil, count: 64)

  /// The opening of a cell, or `nil` where it is not known yet.
  subscript(key: Key) -> [UInt8]? {
    get {
      if let entry = known[key.slot], entry.key == key { return entry.bytes }
      // Two openings of one slot in the same row would push each other out again and again.
      guard let entry = known[key.slot ^ 1], entry.key == key else { return nil }
      return entry.bytes
    }
    set {
      let isTaken = known[key.slot].map { $0.key != key } ?? false
      known[isTaken ? key.slot ^ 1 : key.slot] = newValue.map { (key, $0) }
    }
  }
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
