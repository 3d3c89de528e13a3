import ExportKit
import MoneyFlow

/// The multiplier of three rounds of organisations in one neighbourhood, as one matrix has it.
///
/// Income from one another is no income from outside: it is their second round. What a joined
/// organisation spends again is what its own report says; of all others nearby it is the share that
/// the payer's report has for those it pays. With one organisation it is the LM3 of its report
/// (Sacks, The Money Trail, nef, 2002).
struct JoinedRounds {
  /// The least share of the organisations of a neighbourhood that must state all three rounds.
  static let leastShare = 0.5

  private let organisations: [MoneyOrganisation]
  private let payments: [MoneyMatrix.Payment]
  private let fromNearby: [Int: Double]

  init(
    _ organisations: [MoneyOrganisation], _ payments: [MoneyMatrix.Payment],
    fromNearby: [Int: Double]
  ) {
    self.organisations = organisations
    self.payments = payments
    self.fromNearby = fromNearby
  }

  /// Those of the neighbourhoods with two organisations or more, by name.
  var all: [MoneyMatrix.Multiplier] {
    var members: [String: [Int]] = [:]
    for (index, organisation) in organisations.enumerated() {
      for place in organisation.neighbourhoods { members[place, default: []].append(index) }
    }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { multiplier(of: $0.key, $0.value) }
  }

  private func multiplier(of place: String, _ members: [Int]) -> MoneyMatrix.Multiplier {
    // One that works in several neighbourhoods has one boundary in its books and not two.
    let joined = members.filter { index in
      let organisation = organisations[index]
      return organisation.neighbourhoods.count == 1 && (organisation.rounds?.first ?? 0) > 0
    }
    func absent(_ reason: Text) -> MoneyMatrix.Multiplier {
      MoneyMatrix.Multiplier(
        neighbourhood: place, organisations: members.count, joined: joined.count, rounds: [],
        value: nil, reason: reason)
    }
    guard joined.count > 1, Double(joined.count) >= JoinedRounds.leastShare * Double(members.count)
    else { return absent(JoinedRounds.tooFew) }
    do throws(FlowRefusal) {
      let rounds = try rounds(of: joined)
      guard let first = rounds.first, first > 0 else { return absent(JoinedRounds.noIncome) }
      return MoneyMatrix.Multiplier(
        neighbourhood: place, organisations: members.count, joined: joined.count, rounds: rounds,
        value: rounds.reduce(0, +) / first, reason: nil)
    } catch {
      return absent(error.reason)
    }
  }

  /// What is received in each of three rounds.
  ///
  /// Each organisation has an account of its own for those nearby whom it pays, so that its first
  /// three rounds are those of its report.
  private func rounds(of joined: [Int]) throws(FlowRefusal) -> [Double] {
    var accounts: [FlowAccount] = []
    var flows: [FlowPayment] = []
    var receipts: [Int: Double] = [:]
    var injection: [Double] = []
    let count = joined.count
    for (position, index) in joined.enumerated() {
      let first = organisations[index].rounds?.first ?? 0
      accounts.append(FlowAccount("organisation \(index)", .organisation))
      receipts[position] = first
      let inside = payments.filter { $0.payee == index && joined.contains($0.payer) }
      injection.append(max(0, first - inside.reduce(0) { $0 + $1.amount }))
      for payment in inside {
        guard let payer = joined.firstIndex(of: payment.payer) else { continue }
        flows.append(FlowPayment(from: payer, to: position, payment.amount))
      }
    }
    let last = 2 * count
    for (position, index) in joined.enumerated() {
      guard let rounds = organisations[index].rounds else { continue }
      let nearby = max(0, rounds.second - (fromNearby[index] ?? 0))
      accounts.append(FlowAccount("nearby \(index)", .neighbourhood))
      receipts[count + position] = nearby
      flows.append(FlowPayment(from: position, to: count + position, nearby))
      guard rounds.second > 0, nearby > 0, rounds.third > 0 else { continue }
      flows.append(
        FlowPayment(from: count + position, to: last, rounds.third * (nearby / rounds.second)))
    }
    accounts.append(FlowAccount("the neighbourhood", .neighbourhood))
    injection += [Double](repeating: 0, count: count + 1)
    let matrix = try FlowMatrix(accounts: accounts, payments: flows, receipts: receipts)
    return try matrix.rounds(of: injection, count: 3).map(\.total)
  }

  private static let tooFew = Text(
    "fewer than two organisations, or fewer than half, state all three rounds for this neighbourhood alone",
    nl:
      "minder dan twee organisaties, of minder dan de helft, vermelden alle drie de ronden voor deze wijk alleen"
  )
  private static let noIncome = Text(
    "all income comes from one another", nl: "alle inkomsten komen van elkaar")
}
