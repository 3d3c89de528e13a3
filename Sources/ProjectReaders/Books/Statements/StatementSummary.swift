/// The counts and sums that a statement states of its entries (`TxsSummry`), and those that were read.
///
/// Banks differ in whether entries that are not booked yet are among them, so that either fits.
struct StatementSummary {
  /// How many entries there are.
  var entries: Int?
  /// How many entries came in.
  var credits: Int?
  /// How many entries went out.
  var debits: Int?
  /// What came in, in cents.
  var credited: Int64?
  /// What went out, in cents.
  var debited: Int64?
  private var booked = Counts()
  private var all = Counts()

  /// What was read of one kind of entries.
  private struct Counts {
    var credits = 0
    var debits = 0
    var credited = CheckedSum()
    var debited = CheckedSum()

    mutating func add(_ amount: Int64, isCredit: Bool) {
      if isCredit {
        credits += 1
        credited.add(amount)
      } else {
        debits += 1
        debited.add(amount)
      }
    }
  }

  /// Counts an entry.
  mutating func add(_ amount: Int64, isCredit: Bool, isBooked: Bool) {
    all.add(amount, isCredit: isCredit)
    if isBooked { booked.add(amount, isCredit: isCredit) }
  }

  /// Whether the statement states nothing that was not read.
  var fits: Bool { fits(booked) || fits(all) }

  private func fits(_ read: Counts) -> Bool {
    (entries ?? read.credits + read.debits) == read.credits + read.debits
      && (credits ?? read.credits) == read.credits && (debits ?? read.debits) == read.debits
      && (credited ?? read.credited.value) == read.credited.value
      && (debited ?? read.debited.value) == read.debited.value
  }
}
