import ImpactModel

/// The totals of a set of books while its lines come in.
///
/// A file of two million lines can have a million totals. They lie in pieces behind an index of
/// four bytes each: a dictionary of them takes three times the memory whenever it grows.
struct LedgerTotals {
  /// What lines are added up by; all but the month are numbers of names.
  struct Key: Hashable {
    let account: Int32
    let party: Int32
    let project: Int32
    let costCentre: Int32
    let year: Int16
    let month: Int8
    /// The place of the kind of journal among `kinds`.
    let kind: Int8

    /// The kinds of journals in the order of their codes.
    static let kinds = JournalKind.allCases.sorted { $0.rawValue < $1.rawValue }
  }

  /// What the lines of one key come to, in cents; its parts are in the order that leaves no gaps.
  struct Total {
    let key: Key
    fileprivate(set) var lines: Int32 = 0
    fileprivate(set) var debit: Int64 = 0
    fileprivate(set) var credit: Int64 = 0

    fileprivate init(_ key: Key) { self.key = key }

    /// Adds a line; says whether everything still fits.
    fileprivate mutating func add(debit more: Int64, credit other: Int64) -> Bool {
      let (debits, credits) = (
        debit.addingReportingOverflow(more), credit.addingReportingOverflow(other)
      )
      let count = lines.addingReportingOverflow(1)
      (debit, credit, lines) = (debits.partialValue, credits.partialValue, count.partialValue)
      return !debits.overflow && !credits.overflow && !count.overflow
    }
  }

  private static let pieceSize = 4_096

  private(set) var hasOverflow = false
  private(set) var count = 0
  private var pieces: [[Total]] = []
  /// For each slot the place of a total plus 1, or 0; a power of two, at most three quarters full.
  private var slots = [UInt32](repeating: 0, count: 1_024)

  /// The total at a place.
  subscript(place: Int) -> Total {
    pieces[place / Self.pieceSize][place % Self.pieceSize]
  }

  /// Adds a line.
  mutating func add(_ key: Key, debit: Int64, credit: Int64) {
    let place = place(of: key)
    let (piece, offset) = (place / Self.pieceSize, place % Self.pieceSize)
    if !pieces[piece][offset].add(debit: debit, credit: credit) { hasOverflow = true }
  }

  private mutating func place(of key: Key) -> Int {
    var slot = key.hashValue & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if self[place].key == key { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    if count % Self.pieceSize == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(Self.pieceSize)
    }
    pieces[pieces.count - 1].append(Total(key))
    count += 1
    slots[slot] = UInt32(count)
    if count * 4 > slots.count * 3 { grow() }
    return count - 1
  }

  /// Gives back the memory that only adding needs; nothing can be added from then on.
  mutating func close() { slots = [] }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for place in 0..<count {
      var slot = self[place].key.hashValue & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// The places of the totals by account, party, project, kind, month and cost centre.
  ///
  /// - Parameter ranks: the place of each number in the order of the names; nothing comes first.
  func order(_ ranks: [Int32]) -> [UInt32] {
    func rank(_ number: Int32) -> Int32 { number < 0 ? -1 : ranks[Int(number)] }
    // Of a million totals every array of places counts.
    var places = Array(0..<UInt32(count))
    places.sort { left, right in
      let (one, other) = (self[Int(left)].key, self[Int(right)].key)
      let start = (rank(one.account), rank(one.party), rank(one.project))
      let end = (rank(other.account), rank(other.party), rank(other.project))
      if start != end { return start < end }
      let (month, otherMonth) = (
        Int(one.year) * 12 + Int(one.month), Int(other.year) * 12 + Int(other.month)
      )
      return (Int(one.kind), month, rank(one.costCentre))
        < (Int(other.kind), otherMonth, rank(other.costCentre))
    }
    return places
  }
}
