/// A total as the store keeps it: thousands in one row, each in the same number of bytes.
///
/// A row for each of a million totals takes seconds to write, and to read.
struct LedgerTotalEntry {
  /// How many totals a row has; the last one has fewer.
  static let countInRow = 4_096
  /// How many bytes each takes.
  static let byteCount = 44

  // Names are their places in `ledger_name`, that of the kind's code too.
  let account: Int32
  let party: Int32
  let project: Int32
  let costCentre: Int32
  let kind: Int32
  /// The year times 100, plus the month.
  let month: Int32
  let lines: Int32
  let debit: Int64
  let credit: Int64

  /// Adds the bytes of the total, the lowest of each number first.
  func append(to bytes: inout [UInt8]) {
    add(account, to: &bytes)
    add(party, to: &bytes)
    add(project, to: &bytes)
    add(costCentre, to: &bytes)
    add(kind, to: &bytes)
    add(month, to: &bytes)
    add(lines, to: &bytes)
    add(debit, to: &bytes)
    add(credit, to: &bytes)
  }

  private func add(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Reads the totals of a row; bytes that make no whole total are left.
  static func all(in bytes: UnsafeRawBufferPointer) -> [LedgerTotalEntry] {
    (0..<(bytes.count / byteCount)).map { LedgerTotalEntry(bytes, at: $0 * byteCount) }
  }

  private init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    func number(_ place: Int) -> Int32 {
      Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place * 4, as: Int32.self))
    }
    func cents(_ place: Int) -> Int64 {
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place, as: Int64.self))
    }
    account = number(0)
    party = number(1)
    project = number(2)
    costCentre = number(3)
    kind = number(4)
    month = number(5)
    lines = number(6)
    debit = cents(28)
    credit = cents(36)
  }

  init(_ total: LedgerTotals.Total, _ heading: LedgerTotals.Heading, kind: Int32) {
    account = total.key.account
    party = total.key.party
    project = heading.project
    costCentre = heading.costCentre
    self.kind = kind
    month = Int32(heading.year) * 100 + Int32(heading.month)
    lines = total.lines
    debit = total.debit
    credit = total.credit
  }
}
