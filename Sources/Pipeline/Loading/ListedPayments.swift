import IndicatorKit
import MoneyFlow

/// The actual rows of the table `payments` as a ledger: a source equal to books.
///
/// What an organisation of the project pays is a cost on an account of its category; what is paid to
/// it is income. A row with a share that is paid nearby counts as two payments, one nearby and one
/// elsewhere.
struct ListedPayments {
  /// The list of each organisation as a book.
  let ledger: Ledger
  /// What is wrong with rows that do not count.
  let findings: [Finding]

  private static let noPayments = ListedPayments(
    ledger: Ledger(books: [], accounts: [], parties: [], totals: []), findings: [])

  private init(ledger: Ledger, findings: [Finding]) {
    self.ledger = ledger
    self.findings = findings
  }

  /// Reads the rows of a table.
  ///
  /// - Parameters:
  ///   - content: the table `payments`, absent where there is none.
  ///   - parties: the table `parties`.
  ///   - settings: the organisations of the project.
  ///   - project: the period, the currency and the language.
  static func read(
    _ content: TableContent?, parties: TableContent?, settings: BooksSettings,
    _ project: ProjectDescription
  ) -> ListedPayments {
    guard let content, let rows = try? Rows<Payment>(content, in: nil) else { return noPayments }
    let known: Rows<Party> = parties.flatMap { try? Rows<Party>($0, in: nil) } ?? Rows.none
    var listing = PaymentListing(
      content, parties: known.map(\.self), organisations: [settings.own] + settings.others,
      project: project)
    for index in rows.indices where rows[index].status == .actual {
      listing.add(rows[index], number: rows.number(at: index))
    }
    return ListedPayments(ledger: listing.ledger, findings: listing.findings)
  }
}

/// Turns rows one by one into totals.
private struct PaymentListing {
  private(set) var findings: [Finding] = []

  private let content: TableContent
  private let project: ProjectDescription
  private let organisations: [BooksSettings.Organisation]
  private let entries: [RowID: Party]
  private var days: [Int: (first: Day, last: Day)] = [:]
  private var accounts: [Int: [String]] = [:]
  private var parties: [Int: [LedgerParty]] = [:]
  private var seen: Set<[String]> = []
  private var totals: [Int: [LedgerTotal]] = [:]

  init(
    _ content: TableContent, parties: [Party], organisations: [BooksSettings.Organisation],
    project: ProjectDescription
  ) {
    self.content = content
    self.organisations = organisations
    self.project = project
    entries = Dictionary(parties.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What was listed, organisation by organisation.
  var ledger: Ledger {
    let all = totals.keys.sorted()
    return Ledger(
      books: all.map { index in
        LedgerBook(
          file: book(index), company: organisations[index].name, currency: project.currency,
          first: days[index]?.first ?? project.period.first,
          last: days[index]?.last ?? project.period.last, form: .list, format: Payment.table.id)
      },
      accounts: all.flatMap { index in
        (accounts[index] ?? []).map {
          LedgerAccount(book: book(index), id: $0, name: "", kind: .profitAndLoss)
        }
      },
      parties: all.flatMap { parties[$0] ?? [] }, totals: all.flatMap { totals[$0] ?? [] })
  }

  /// The list of the project itself is the file; those of others are told apart by a number.
  private func book(_ index: Int) -> String {
    index == 0 ? content.file : content.file + "#\(index + 1)"
  }

  /// Adds a row, or says why it does not count.
  mutating func add(_ row: Payment, number: Int) {
    let payer = row.payer.map { organisation($0) } ?? 0
    let payee = row.payee.flatMap { organisation($0) }
    guard payer != nil || payee != nil else { return add(Self.notOurs, "payer", number) }
    guard payer != payee else { return add(Self.toItself, "payee", number) }
    guard let day = day(of: row) else { return add(Self.straddles, "date", number) }
    let cents = Int64((row.amount.value * 100).rounded())
    if let payer { pay(row, cents, on: day, from: payer) }
    if let payee { receive(row, cents, on: day, by: payee) }
  }

  private func organisation(_ name: String) -> Int? {
    organisations.firstIndex { PartyName.isSame($0.name, name) }
  }

  /// The first day of a row whose days lie in one period; without a day it is the reporting period's.
  private func day(of row: Payment) -> Day? {
    guard let date = row.date else { return row.until == nil ? project.period.first : nil }
    guard let until = row.until else { return date }
    guard date <= until else { return nil }
    let (first, last) = (project.period.contains(date), project.period.contains(until))
    let isAround = date < project.period.first && project.period.last < until
    return first == last && !isAround ? date : nil
  }

  private mutating func pay(_ row: Payment, _ cents: Int64, on day: Day, from payer: Int) {
    let category =
      row.category ?? Text("Payments", nl: "Betalingen")[project.language]
    let journal: JournalKind = row.isWages == true ? .payroll : .purchase
    guard let share = row.localShare?.value, journal == .purchase else {
      let party = party(row, of: payer, isNearby: nil)
      return add(category, party, journal, debit: cents, on: day, to: payer)
    }
    let near = Int64((Double(cents) * share).rounded())
    for (part, isNearby) in [(near, true), (cents - near, false)] where part != 0 {
      let party = party(row, of: payer, isNearby: isNearby)
      add(category, party, journal, debit: part, on: day, to: payer)
    }
  }

  private mutating func receive(_ row: Payment, _ cents: Int64, on day: Day, by payee: Int) {
    let account = Text("Received", nl: "Ontvangen")[project.language]
    let name = row.payer ?? organisations.first?.name ?? ""
    let party = name.isEmpty ? nil : add(party: name, id: name, nil, to: payee, isNearby: nil)
    add(account, party, .sales, credit: cents, on: day, to: payee)
  }

  /// The party of a row, numbered by its name so that rows of one payee are one party.
  private mutating func party(_ row: Payment, of payer: Int, isNearby: Bool?) -> String? {
    let entry = row.party.flatMap { entries[$0] }
    let name = entry?.name ?? row.payee ?? ""
    let side = isNearby.map { $0 ? "near" : "far" }
    let id = [name, side ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    guard !id.isEmpty else { return nil }
    // With its keys both sides would be one party again, and that is in two places.
    let known = isNearby == nil ? entry : nil
    return add(party: name, id: id, known, to: payer, isNearby: isNearby)
  }

  private mutating func add(
    party name: String, id: String, _ entry: Party?, to index: Int, isNearby: Bool?
  ) -> String {
    let id = "list " + id
    if seen.insert([book(index), "party", id]).inserted {
      parties[index, default: []].append(
        LedgerParty(
          book: book(index), id: id, name: name, commerceNumber: entry?.commerceNumber,
          taxNumber: nil, postcode: entry?.postcode?.description, country: nil,
          isNearby: isNearby))
    }
    return id
  }

  private mutating func add(
    _ account: String, _ party: String?, _ journal: JournalKind, debit: Int64 = 0,
    credit: Int64 = 0, on day: Day, to index: Int
  ) {
    guard let month = Day(year: day.year, month: day.month, day: 1) else { return }
    if seen.insert([book(index), "account", account]).inserted {
      accounts[index, default: []].append(account)
    }
    let known = days[index] ?? (day, day)
    days[index] = (min(known.first, day), max(known.last, day))
    totals[index, default: []].append(
      LedgerTotal(
        book: book(index), account: account, party: party, project: nil, journal: journal,
        month: month, debit: debit, credit: credit, lines: 1))
  }

  // MARK: Findings

  private mutating func add(_ problem: (Text, Text), _ column: String, _ number: Int) {
    let position = CoreTables.declaration(of: Payment.self).position(of: column) ?? 0
    findings.append(
      Finding(
        "payments.left_out", .warning, problem.0, help: problem.1,
        at: content.address(row: number, column: position)))
  }

  private static let notOurs = (
    Text(
      "Neither the payer nor the payee is an organisation of this project; the row does not count.",
      nl: "Betaler noch ontvanger is een organisatie van dit project; de rij telt niet mee."),
    Text(
      "Leave the payer empty for the project's own organisation, or write its name as in "
        + "project.yaml.",
      nl:
        "Laat de betaler leeg voor de eigen organisatie, of schrijf de naam zoals in project.yaml.")
  )
  private static let toItself = (
    Text(
      "The payer and the payee are the same organisation; the row does not count.",
      nl: "Betaler en ontvanger zijn dezelfde organisatie; de rij telt niet mee."),
    Text("Name who pays what it receives.", nl: "Noem wie betaalt wat zij ontvangt.")
  )
  private static let straddles = (
    Text(
      "The days of this payment do not lie within one reporting period; the row does not count.",
      nl: "De dagen van deze betaling liggen niet in één verslagperiode; de rij telt niet mee."),
    Text(
      "Divide it over two rows, or mend the days.",
      nl: "Verdeel haar over twee rijen, of verbeter de dagen.")
  )
}
