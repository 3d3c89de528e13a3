import ImpactModel

/// The totals of a set of books while its lines come in.
///
/// A file of two million lines can have a million totals. They lie in pieces behind an index of
/// four bytes each: a dictionary of them takes three times the memory whenever it grows.
struct LedgerTotals {
  /// What the lines of an account and a party are added up by; names are their numbers.
  struct Heading: Hashable {
    let project: Int32
    let costCentre: Int32
    let year: Int16
    let month: Int8
    /// The place of the kind of journal among `kinds`.
    let kind: Int8

    /// The kinds of journals in the order of their codes.
    static let kinds = JournalKind.allCases.sorted { $0.rawValue < $1.rawValue }
  }

  /// What lines are added up by, in numbers: of the names of the account and the party, and of the
  /// heading.
  struct Key: Equatable {
    let account: Int32
    let party: Int32
    fileprivate let heading: Int32

    /// Mixes the numbers so that the low bits of the result depend on all of them.
    fileprivate var mixed: Int {
      let names = UInt64(UInt32(bitPattern: account)) << 32 | UInt64(UInt32(bitPattern: party))
      var mixed = names ^ UInt64(UInt32(bitPattern: heading)) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
      mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
      return Int(truncatingIfNeeded: mixed ^ mixed >> 33)
    }
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
  /// The headings, each at the place of its number.
  private(set) var headings: [Heading] = []
  private var numbers: [Heading: Int32] = [:]

  /// The total at a place.
  subscript(place: Int) -> Total {
    pieces[place / Self.pieceSize][place % Self.pieceSize]
  }

  /// The heading of a total.
  func heading(of total: Total) -> Heading { headings[Int(total.key.heading)] }

  /// Adds a line.
  mutating func add(
    account: Int32, party: Int32, _ heading: Heading, debit: Int64, credit: Int64
  ) {
    let place = place(of: Key(account: account, party: party, heading: number(of: heading)))
    let (piece, offset) = (place / Self.pieceSize, place % Self.pieceSize)
    if !pieces[piece][offset].add(debit: debit, credit: credit) { hasOverflow = true }
  }

  private mutating func number(of heading: Heading) -> Int32 {
    if let known = numbers[heading] { return known }
    let number = Int32(headings.count)
    headings.append(heading)
    numbers[heading] = number
    return number
  }

  private mutating func place(of key: Key) -> Int {
    var slot = key.mixed & (slots.count - 1)
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
  mutating func close() {
    slots = []
    numbers = [:]
  }

  private mutating func grow() {
    // The old slots go first: with them the new ones would take half as much again.
    let size = slots.count * 2
    slots = []
    slots = [UInt32](repeating: 0, count: size)
    var place: UInt32 = 0
    for piece in pieces {
      for total in piece {
        var slot = total.key.mixed & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        place += 1
        slots[slot] = place
      }
    }
  }

  /// The places of the totals by account, party, project, kind, month and cost centre.
  ///
  /// They are counted into place, from the last of these to the first: comparing a million totals
  /// twenty times each takes ten times as long.
  ///
  /// - Parameter ranks: the place of each number in the order of the names; nothing comes first.
  func order(_ ranks: [Int32]) -> [UInt32] {
    let headingRanks = headingRanks(ranks)
    var places = Array(0..<UInt32(count))
    places = sorted(places, below: headings.count) { headingRanks[Int($0.heading)] }
    places = sorted(places, below: ranks.count + 1) { Self.rank($0.party, ranks) }
    return sorted(places, below: ranks.count + 1) { Self.rank($0.account, ranks) }
  }

  /// Places by a number that each total has, those of the same number as they were.
  private func sorted(
    _ places: [UInt32], below end: Int, by number: (Key) -> Int
  ) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: end + 1)
    for piece in pieces { for total in piece { next[number(total.key) + 1] += 1 } }
    for place in 1..<(end + 1) { next[place] += next[place - 1] }
    var sorted = [UInt32](repeating: 0, count: places.count)
    for place in places {
      let number = number(self[Int(place)].key)
      sorted[Int(next[number])] = place
      next[number] += 1
    }
    return sorted
  }

  /// The place of each heading in the order of all: by project, kind, month and cost centre.
  private func headingRanks(_ ranks: [Int32]) -> [Int] {
    let order = headings.indices.sorted { left, right in
      let (one, other) = (headings[left], headings[right])
      let (project, otherProject) = (Self.rank(one.project, ranks), Self.rank(other.project, ranks))
      if project != otherProject { return project < otherProject }
      return (one.kind, one.year, one.month, Self.rank(one.costCentre, ranks))
        < (other.kind, other.year, other.month, Self.rank(other.costCentre, ranks))
    }
    var places = [Int](repeating: 0, count: headings.count)
    for (rank, place) in order.enumerated() { places[place] = rank }
    return places
  }

  /// The rank of a name, from 1; that of none is 0.
  private static func rank(_ number: Int32, _ ranks: [Int32]) -> Int {
    number < 0 ? 0 : Int(ranks[Int(number)]) + 1
  }
}
