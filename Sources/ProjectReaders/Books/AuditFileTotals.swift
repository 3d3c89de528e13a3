import ImpactModel

/// Compares the totals that an audit file states with the sums of its lines.
struct AuditFileTotals {
  private(set) var lines = 0
  private var debit: Int64 = 0
  private var credit: Int64 = 0
  private var hasOverflow = false
  private var firstUnbalanced: Address?
  /// What the file states, and where.
  var statedLines: Int?
  var statedDebit: Int64?
  var statedCredit: Int64?
  var address: Address?

  /// Adds one transaction.
  mutating func add(
    _ transaction: [(debit: Int64, credit: Int64)], at address: @autoclosure () -> Address
  ) {
    var (own, other): (Int64, Int64) = (0, 0)
    for line in transaction {
      own = sum(own, line.debit)
      other = sum(other, line.credit)
    }
    lines += transaction.count
    debit = sum(debit, own)
    credit = sum(credit, other)
    if own != other, firstUnbalanced == nil { firstUnbalanced = address() }
  }

  /// Notes a total that the file states.
  mutating func state(_ element: AuditFileWord, _ text: String) {
    switch element {
    case .linesCount: statedLines = Int(text)
    case .totalDebit: statedDebit = XMLAmount.cents(text)
    case .totalCredit: statedCredit = XMLAmount.cents(text)
    default: break
    }
  }

  /// The finding about the totals of an opening balance, which need not balance by itself.
  func openingFinding(file: String) -> Finding? {
    guard let address, isMisstated else { return nil }
    return Finding(
      "ledger.totals", .error,
      Text(
        "The opening balance comes to \(shown(lines, debit, credit, .english)); the audit file "
          + "states \(shown(statedLines, statedDebit, statedCredit, .english)).",
        nl: "De openingsbalans komt op \(shown(lines, debit, credit, .dutch)); de auditfile "
          + "noemt \(shown(statedLines, statedDebit, statedCredit, .dutch))."),
      help: AuditFileTotals.remedy, at: address)
  }

  private var isMisstated: Bool {
    statedLines != lines || statedDebit != debit || statedCredit != credit || hasOverflow
  }

  private static let remedy = Text(
    "Export the audit file again; if the totals differ again, tell the bookkeeper.",
    nl: "Exporteer de auditfile opnieuw; kloppen de totalen dan nog niet, meld het de boekhouder.")

  /// The one finding about totals, or `nil` where they agree.
  ///
  /// - Parameter allowsOneLegged: whether transactions may balance over the file only, as the
  ///   bank and sales journals of some 3.1 exports do.
  func finding(allowsOneLegged: Bool, file: String) -> Finding? {
    // A file may have no transactions at all, and then states no totals either.
    guard address != nil else { return nil }
    let isUnbalanced = debit != credit || (firstUnbalanced != nil && !allowsOneLegged)
    guard isUnbalanced || isMisstated else { return nil }
    let place = isUnbalanced ? firstUnbalanced ?? address : address
    let first = isUnbalanced ? firstUnbalanced?.ledger : nil
    let unbalanced = first.map {
      Text(
        " The first transaction whose debit and credit differ is \($0).",
        nl: " De eerste boeking waarvan debet en credit verschillen is \($0).")
    }
    return Finding(
      "ledger.totals", .error,
      Text(
        "The lines come to \(shown(lines, debit, credit, .english)); the audit file states "
          + "\(shown(statedLines, statedDebit, statedCredit, .english))."
          + (unbalanced?.english ?? ""),
        nl: "De regels komen op \(shown(lines, debit, credit, .dutch)); de auditfile noemt "
          + "\(shown(statedLines, statedDebit, statedCredit, .dutch))."
          + (unbalanced?.dutch ?? "")),
      help: AuditFileTotals.remedy,
      at: place ?? Address(file: file))
  }

  private mutating func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.addingReportingOverflow(right)
    if overflow { hasOverflow = true }
    return result
  }

  private func shown(
    _ lines: Int?, _ debit: Int64?, _ credit: Int64?, _ language: Language
  ) -> String {
    func amount(_ cents: Int64?) -> String {
      guard let cents else { return "–" }
      let text = Money(minorUnits: cents, currency: .euro).exactText
      return language == .dutch ? text.replacing(".", with: ",") : text
    }
    let count = lines.map(String.init) ?? "–"
    return language == .dutch
      ? "\(count) regels, debet \(amount(debit)), credit \(amount(credit))"
      : "\(count) lines, debit \(amount(debit)), credit \(amount(credit))"
  }
}
