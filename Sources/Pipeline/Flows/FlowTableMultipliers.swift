import Foundation
import ImpactModel
import MoneyFlow
import ProjectReaders

/// The multipliers of a table of who pays whom.
///
/// Shares are what a payer pays over what it received; (I − A)⁻¹ is the inverse of Leontief (Miller
/// and Blair, Input-Output Analysis, 2009, chapters 2 and 6).
public struct FlowTableMultipliers: Sendable, Hashable {
  /// The multipliers of one account inside.
  public struct Account: Sendable, Hashable {
    /// Its name in the table.
    public let name: String
    /// What it received in all.
    public let receipts: Double
    /// The share of its receipts that it pays to others inside.
    public let kept: Double
    /// By how much it pays more than it received, from reserves, credit or subsidies; absent where
    /// it does not.
    public let drawn: Double?
    /// What one unit that it receives comes to in three rounds.
    public let threeRounds: Double
    /// The same over all rounds with suppliers alone; absent for households.
    public let typeOne: Double?
    /// The same over all rounds, with households where the table has them.
    public let typeTwo: Double
  }

  /// The accounts inside, in the order of the table.
  public let accounts: [Account]
  /// Whether households are among them.
  public let hasHouseholds: Bool
  /// The rows to which money leaves.
  public let leavesTo: [String]
  /// The largest possible error of a multiplier over all rounds.
  public let errorBound: Double
  /// The inverse (I − A)⁻¹, a row per account that receives; absent for more than `largestInverse`.
  public let inverse: [[Double]]?

  /// The most accounts of which the inverse is given.
  public static let largestInverse = 100

  /// Makes them of a table.
  ///
  /// - Throws: why money cannot be followed through it.
  public init(_ table: FlowTable) throws(FlowRefusal) {
    let plan = Plan(table)
    let inside = plan.inside.count
    let matrix = try FlowMatrix(
      accounts: plan.accounts, payments: plan.payments, receipts: plan.receipts)
    let one = try matrix.outputMultipliers(.suppliersOnly)
    let two = try matrix.outputMultipliers(.withHouseholds)
    let kept = matrix.keptShares
    let drawn = Dictionary(matrix.draws.map { ($0.account, $0.amount) }) { first, _ in first }
    let thirds = plan.thirdRounds(receipts: matrix.receipts, kept: kept)
    accounts = (0..<inside).map { place in
      let name = plan.inside[place]
      return Account(
        name: name, receipts: matrix.receipts[place], kept: kept[place],
        drawn: drawn[place], threeRounds: 1 + kept[place] + thirds[place],
        typeOne: FlowTable.isHousehold(name) ? nil : one.amounts[place],
        typeTwo: two.amounts[place])
    }
    hasHouseholds = plan.inside.contains(where: FlowTable.isHousehold)
    leavesTo = plan.leavesTo
    errorBound = max(one.errorBound, two.errorBound)
    guard inside <= Self.largestInverse else {
      inverse = nil
      return
    }
    var columns: [[Double]] = []
    for place in 0..<inside {
      var unit = [Double](repeating: 0, count: plan.accounts.count)
      unit[place] = 1
      columns.append(Array(try matrix.allRounds(of: unit).amounts.prefix(inside)))
    }
    inverse = (0..<inside).map { row in columns.map { $0[row] } }
  }

  /// Reads a file and reckons; where something is wrong there are findings and no multipliers.
  ///
  /// - Throws: where the file cannot be opened or read.
  public static func read(
    fileAt url: URL, file: String
  ) throws -> (multipliers: FlowTableMultipliers?, findings: [Finding]) {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    let bytes = try handle.read(upToCount: FlowTableReader.mostBytes + 1) ?? Data()
    let (table, findings) = FlowTableReader.read(bytes, file: file)
    guard let table else { return (nil, findings) }
    do {
      return (try FlowTableMultipliers(table), findings)
    } catch {
      return (nil, findings + [Self.refused(error, file: file)])
    }
  }

  private static func refused(_ refusal: FlowRefusal, file: String) -> Finding {
    Finding(
      "flows.refused", .error,
      Text(
        "The multipliers cannot be had: \(refusal.reason.english).",
        nl: "De vermenigvuldigers zijn er niet uit te halen: \(refusal.reason.dutch)."),
      help: Text(
        "Give each account what it received in all on a line “receipts”, and leave no line out where "
          + "money leaves; what those inside are paid is not below 0.",
        nl:
          "Geef elke rekening op een regel ‘ontvangsten’ wat die in totaal ontving, en laat geen "
          + "regel weg waar geld weggaat; wat zij betaald krijgen is niet onder 0."),
      at: Address(file: file))
  }
}

/// The accounts and payments of a table, those inside first.
private struct Plan {
  let inside: [String]
  let leavesTo: [String]
  let accounts: [FlowAccount]
  let payments: [FlowPayment]
  let receipts: [Int: Double]

  init(_ table: FlowTable) {
    let paid = Set(table.payees)
    // An account that only payers outside pay has no row, and is known by its receipts.
    let isInside = { (name: String) in paid.contains(name) || table.receipts[name] != nil }
    let inside = table.payers.filter(isInside)
    let sources = table.payers.filter { !isInside($0) }
    let ends = table.payees.filter { !inside.contains($0) }
    self.inside = inside
    // A line of subsidies alone is where money comes from.
    let gives = zip(table.payees, table.amounts)
      .filter { $1.contains { $0 < 0 } && !$1.contains { $0 > 0 } }.map(\.0)
    leavesTo = ends.filter { !gives.contains($0) }
    accounts =
      inside.map { FlowAccount($0, FlowTable.isHousehold($0) ? .household : .supplier) }
      + sources.map { FlowAccount($0, .elsewhere) } + ends.map { FlowAccount($0, .elsewhere) }
    let payerPlaces = Plan.places(inside + sources, from: 0)
    var payeePlaces = Plan.places(inside, from: 0)
    payeePlaces.merge(Plan.places(ends, from: inside.count + sources.count)) { first, _ in first }
    var payments: [FlowPayment] = []
    for (payee, row) in zip(table.payees, table.amounts) {
      for (payer, amount) in zip(table.payers, row) where amount != 0 {
        guard let from = payerPlaces[payer], let to = payeePlaces[payee] else { continue }
        // A subsidy or a loss, where money leaves: it comes from there, and is no income of theirs.
        if amount < 0, !inside.contains(payee) { continue }
        payments.append(FlowPayment(from: from, to: to, amount))
      }
    }
    self.payments = payments
    receipts = Dictionary(
      table.receipts.compactMap { name, amount in payerPlaces[name].map { ($0, amount) } }
    ) { first, _ in first }
  }

  private static func places(_ names: [String], from start: Int) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, start + $0) }) { first, _ in first }
  }

  /// What is kept in the third round of one unit that each account inside receives.
  func thirdRounds(receipts: [Double], kept: [Double]) -> [Double] {
    var thirds = [Double](repeating: 0, count: inside.count)
    for payment in payments {
      let (payer, payee) = (Int(payment.payer), Int(payment.payee))
      guard payer < inside.count, payee < inside.count, receipts[payer] > 0 else { continue }
      thirds[payer] += payment.amount / receipts[payer] * kept[payee]
    }
    return thirds
  }
}
