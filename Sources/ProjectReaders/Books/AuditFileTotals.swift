import ImpactModel

/// Compares the totals that an audit file states with the sums of its lines.
struct AuditFileTotals {
  private(set) var lines = 0
  private var debit: Int64 = 0
  private var credit: Int64 = 0
  private var hasOverflow = false
  private var unbalanced = 0
  private var firstUnbalanced: Address?
  private var oneLegged = 0
  private var firstOneLegged: Address?
  /// What the file states, and where.
  var statedLines: Int?
  var statedDebit: Int64?
  var statedCredit: Int64?
  var address: Address?
  /// Which totals the file states at all, readable or not.
  private var stated: Set<AuditFileWord> = []

  /// Adds one transaction.
  ///
  /// - Parameters:
  ///   - transaction: the amounts of its lines.
  ///   - mayBeOneLegged: whether its journal leaves one side out, so that it balances with the rest
  ///     of the file only.
  mutating func add(
    _ transaction: [(debit: Int64, credit: Int64)], mayBeOneLegged: Bool = false,
    at address: @autoclosure () -> Address
  ) {
    var (own, other): (Int64, Int64) = (0, 0)
    for line in transaction {
      own = sum(own, line.debit)
      other = sum(other, line.credit)
    }
    lines += transaction.count
    debit = sum(debit, own)
    credit = sum(credit, other)
    guard own != other else { return }
    if mayBeOneLegged {
      oneLegged += 1
      if firstOneLegged == nil { firstOneLegged = address() }
    } else {
      unbalanced += 1
      if firstUnbalanced == nil { firstUnbalanced = address() }
    }
  }

  /// Notes a total that the file states.
  mutating func state(_ element: AuditFileWord, _ text: String) {
    stated.insert(element)
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
    hasOverflow || stated.contains(.linesCount) && statedLines != lines
      || stated.contains(.totalDebit) && statedDebit != debit
      || stated.contains(.totalCredit) && statedCredit != credit
  }

  private static let remedy = Text(
    "Export the audit file again; if the totals differ again, tell the bookkeeper.",
    nl: "Exporteer de auditfile opnieuw; kloppen de totalen dan nog niet, meld het de boekhouder.")

  /// The one finding about totals, or `nil` where they agree.
  func finding(file: String) -> Finding? {
    // A file may have no transactions at all, and then states no totals either.
    guard address != nil else { return nil }
    let isUnbalanced = debit != credit || firstUnbalanced != nil
    guard isUnbalanced || isMisstated else { return nil }
    let place = isUnbalanced ? firstUnbalanced ?? firstOneLegged ?? address : address
    return Finding(
      "ledger.totals", .error, isMisstated ? misstated(isUnbalanced) : differing,
      help: AuditFileTotals.remedy, at: place ?? Address(file: file))
  }

  /// What the file states and what its lines come to.
  private func misstated(_ isUnbalanced: Bool) -> Text {
    let first = isUnbalanced ? (firstUnbalanced ?? firstOneLegged)?.ledger : nil
    let unbalanced = first.map {
      Text(
        " The first transaction whose debit and credit differ is \($0).",
        nl: " De eerste boeking waarvan debet en credit verschillen is \($0).")
    }
    return Text(
      "The lines come to \(shown(lines, debit, credit, .english)); the audit file states "
        + "\(shown(statedLines, statedDebit, statedCredit, .english))."
        + (unbalanced?.english ?? ""),
      nl: "De regels komen op \(shown(lines, debit, credit, .dutch)); de auditfile noemt "
        + "\(shown(statedLines, statedDebit, statedCredit, .dutch))."
        + (unbalanced?.dutch ?? ""))
  }

  /// Of a file that states what its lines come to, and in which debit and credit differ all the same.
  private var differing: Text {
    let count = unbalanced + oneLegged
    let first = (firstUnbalanced ?? firstOneLegged)?.ledger ?? "–"
    return Text(
      "Debit and credit differ in \(count) transactions, of which \(first) is the first; the whole "
        + "comes to \(shown(lines, debit, credit, .english)).",
      nl: "Debet en credit verschillen in \(count) boekingen, waarvan \(first) de eerste is; samen "
        + "komen de regels op \(shown(lines, debit, credit, .dutch)).")
  }

  /// The note about transactions of one side in a file that balances; none where it does not.
  var oneLeggedFinding: Finding? {
    guard let firstOneLegged, debit == credit, firstUnbalanced == nil else { return nil }
    return Finding(
      "ledger.one_legged", .note,
      Text(
        "Transactions that lack the side which their journal names, and balance with the rest of the "
          + "file: \(oneLegged).",
        nl: "Boekingen zonder de kant die hun dagboek noemt, die met de rest van het bestand in "
          + "evenwicht zijn: \(oneLegged)."),
      help: Text(
        "Costs without the name of a supplier in such a transaction count as place unknown; they are "
          + "read as they are.",
        nl: "Kosten zonder naam van een leverancier in zo’n boeking tellen als plaats onbekend; ze "
          + "zijn gelezen zoals ze zijn."), at: firstOneLegged)
  }

  /// The warning about totals that the file leaves out, which the schema asks for: lines that are
  /// missing as well do not show.
  var unstatedFinding: Finding? {
    let words: [AuditFileWord] = [.linesCount, .totalDebit, .totalCredit]
    let missing = words.filter { !stated.contains($0) }
    guard let address, !missing.isEmpty else { return nil }
    let list = missing.map(\.rawValue).joined(separator: ", ")
    return Finding(
      "ledger.no_totals", .warning,
      Text(
        "The audit file leaves out totals that tell whether all its lines are there: \(list).",
        nl: "De auditfile laat totalen weg die zeggen of alle regels er zijn: \(list)."),
      help: Text(
        "Compare the sums with those of the bookkeeping program, or export the file again.",
        nl: "Vergelijk de sommen met die van het boekhoudprogramma, of exporteer het bestand "
          + "opnieuw."), at: address)
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
