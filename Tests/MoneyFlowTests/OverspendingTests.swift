import Foundation
import MoneyFlow
import TestSupport
import Testing

/// All rounds of matrices in which accounts keep all that they receive, or pay more than that.
struct OverspendingTests {
  private func matrix(
    _ shares: [[Double]], kinds: [FlowAccount.Kind]? = nil
  ) throws -> FlowMatrix {
    try OverspendingMatrix(shares).matrix(kinds: kinds)
  }

  private func unit(_ place: Int, of count: Int) -> [Double] {
    (0..<count).map { $0 == place ? 1 : 0 }
  }

  // As in a table in physical units: (I − A)⁻¹ of [[0, 3/2], [1/4, 0]] is
  // 1/(1 − 3/8)·[[1, 3/2], [1/4, 1]] = [[8/5, 12/5], [2/5, 8/5]], whose columns sum to 2 and 4.
  @Test func `a column of one and a half has the inverse of its fractions`() throws {
    let matrix = try matrix([[0, 1.5], [0.25, 0]])
    let first = try matrix.allRounds(of: [1, 0])
    let second = try matrix.allRounds(of: [0, 1])
    for (found, expected) in zip(first.amounts + second.amounts, [1.6, 0.4, 2.4, 1.6]) {
      #expect(abs(found - expected) < 1e-14)
    }
    #expect(first.errorBound < 1e-13 && second.errorBound < 1e-13)
    let multipliers = try matrix.outputMultipliers()
    for (found, expected) in zip(multipliers.amounts, [2.0, 4]) {
      #expect(abs(found - expected) <= multipliers.errorBound)
    }
    #expect(multipliers.errorBound < 1e-12)
  }

  // Of 100 the hub pays 120 to the baker, who pays 20 back and 60 to the state of each 120:
  // the hub has 100 ÷ (1 − 1.2 ÷ 6) = 125 and the baker 150, of which the state takes 75; the hub
  // draws 25 and the baker keeps 50.
  @Test func `money drawn from reserves goes round, and what leaks is what was put in`() throws {
    let accounts = [
      FlowAccount("hub", .organisation), FlowAccount("baker", .supplier),
      FlowAccount("state", .state),
    ]
    let matrix = try FlowMatrix(
      accounts: accounts,
      payments: [
        FlowPayment(from: 0, to: 1, 120), FlowPayment(from: 1, to: 0, 20),
        FlowPayment(from: 1, to: 2, 60),
      ], receipts: [0: 100])
    let amounts = try matrix.allRounds(of: [100, 0, 0]).amounts
    for (found, expected) in zip(amounts, [125.0, 150, 0]) {
      #expect(abs(found - expected) < 1e-10)
    }
    let leaks = try matrix.leaks(of: amounts)
    #expect(leaks.map(\.account) == [2, nil])
    for (found, expected) in zip(leaks.map(\.amount), [75.0, 25]) {
      #expect(abs(found - expected) < 1e-10)
    }
    #expect(matrix.draws.map(\.account) == [0])
    let holders = try matrix.holders(of: [100, 0, 0], by: .payee).holders
    #expect(holders.map(\.name) == ["baker", "state", "hub"])
    for (found, expected) in zip(holders.map(\.amount), [150.0, 75, 25]) {
      #expect(abs(found - expected) < 1e-10)
    }
    #expect(abs(try #require(matrix.circulation.loopShare) - 140.0 / 200) < 1e-12)
  }

  // Half of what an organisation receives goes to households, who spend 1.1 of it in the shop, which
  // pays them .3: households 210/67, shop 130/67, organisation 172/67; without them 1 each.
  @Test func `households that draw on their savings count in type two alone`() throws {
    let matrix = try matrix(
      [[0, 0, 0], [0, 0, 1.1], [0.5, 0.3, 0]], kinds: [.organisation, .supplier, .household])
    let second = try matrix.outputMultipliers(.withHouseholds).amounts
    for (found, expected) in zip(second, [172.0 / 67, 130.0 / 67, 210.0 / 67]) {
      #expect(abs(found - expected) < 1e-13)
    }
    #expect(try matrix.outputMultipliers(.suppliersOnly).amounts == [1, 1, 0])
  }

  @Test func `all rounds lie within the bound, whatever the columns sum to`() throws {
    var random = SeededGenerator(seed: 31)
    var overspending = 0
    for _ in 0..<300 {
      let count = Int.random(in: 2...14, using: &random)
      let table = OverspendingMatrix(
        accounts: count, most: [0.5, 0.9, 0.999].randomElement(using: &random) ?? 0.5,
        spread: [4, 100, 10_000].randomElement(using: &random) ?? 4, using: &random)
      let matrix = try table.matrix()
      if table.columnSums.contains(where: { $0 >= 1 }) { overspending += 1 }
      let injection = (0..<count).map { _ in
        Bool.random(using: &random) ? Double.random(in: 0...100, using: &random) : 0
      }
      let solution = try matrix.allRounds(of: injection)
      let direct = table.direct(injection)
      let error = zip(solution.amounts, direct).reduce(0.0) { $0 + abs($1.0 - $1.1) }
      #expect(error <= solution.errorBound)
      #expect(solution.errorBound <= 1e-8 * direct.reduce(0, +))

      let multipliers = try matrix.outputMultipliers()
      let columns = table.direct(injection.map { _ in 1 }, transposed: true)
      let largest = zip(multipliers.amounts, columns).map { abs($0 - $1) }.max() ?? .infinity
      #expect(largest <= multipliers.errorBound)
      #expect(multipliers.errorBound <= 1e-6 * (columns.max() ?? 0))
      let leaks = try matrix.leaks(of: solution.amounts).reduce(0.0) { $0 + $1.amount }
      let put = injection.reduce(0, +)
      #expect(abs(put - leaks) <= solution.errorBound * (1 + (table.columnSums.max() ?? 0)) + 1e-9)
    }
    #expect(overspending > 150)
  }

  // A pair apart from all others sends the same matrix the other way round the methods.
  @Test func `both methods find the same where both can`() throws {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<100 {
      let count = Int.random(in: 1...12, using: &random)
      let table = OverspendingMatrix(accounts: count, most: 0.95, spread: 1, using: &random)
      let injection = (0..<count).map { _ in Double.random(in: 0...100, using: &random) }
      let none = [Double](repeating: 0, count: count)
      let wider = try matrix(
        table.shares.map { $0 + [0, 0] } + [none + [0, 1.25], none + [0.5, 0]])
      let (left, right) = (
        try table.matrix().allRounds(of: injection), try wider.allRounds(of: injection + [0, 0])
      )
      let difference = zip(left.amounts, right.amounts).reduce(0.0) { $0 + abs($1.0 - $1.1) }
      #expect(difference <= left.errorBound + right.errorBound)
      #expect(right.amounts.suffix(2) == [0, 0])
    }
  }

  @Test func `the order of payments changes no bit of a draw on reserves either`() throws {
    var random = SeededGenerator(seed: 33)
    for _ in 0..<30 {
      let table = OverspendingMatrix(accounts: 9, most: 0.9, spread: 100, using: &random)
      let payments = table.shares.enumerated().flatMap { payee, row in
        row.enumerated().map { FlowPayment(from: $0.offset, to: payee, $0.element) }
      }
      let other = try FlowMatrix(
        accounts: (0..<9).map { FlowAccount("a\($0)", .supplier) },
        payments: payments.shuffled(using: &random),
        receipts: Dictionary(uniqueKeysWithValues: (0..<9).map { ($0, 1) }))
      let injection = (0..<9).map { _ in Double.random(in: 0...9, using: &random) }
      let matrix = try table.matrix()
      #expect(try matrix.allRounds(of: injection) == other.allRounds(of: injection))
      #expect(try matrix.outputMultipliers() == other.outputMultipliers())
    }
  }

  // Shares of 1/2 and 2 − e keep 1 − e/2 on each turn: the columns of the inverse sum to
  // (1 + 1/2)·2/e and (3 − e)·2/e, exact numbers for an e that is a power of 2.
  @Test(arguments: [4, 10, 20, 30, 40]) func `a hair below all that comes in is still bounded`(
    bits: Int
  ) throws {
    let rest = pow(0.5, Double(bits))
    let matrix = try matrix([[0, 2 - rest], [0.5, 0]])
    let found = try matrix.outputMultipliers()
    for (multiplier, expected) in zip(found.amounts, [1.5 * 2 / rest, (3 - rest) * 2 / rest]) {
      #expect(abs(multiplier - expected) <= found.errorBound)
    }
    let sum = try matrix.allRounds(of: [0, 1])
    #expect(abs(sum.amounts.reduce(0, +) - (3 - rest) * 2 / rest) <= sum.errorBound)
    // What the last bit of a share changes grows with the square of the multiplier.
    #expect(found.errorBound <= 1e-14 * pow(6 / rest, 2))
    #expect(sum.errorBound <= 1e-14 * pow(6 / rest, 2))
  }

  // An account that keeps all but 1/1024 of what it receives has 1024; who pays it half, 1 + 512. No
  // column sums to 1, and what is put into the other never comes back.
  @Test func `an account that hardly leaks has a sum with a bound beside one that leaks`() throws {
    let matrix = try matrix([[0, 0], [0.5, 1 - 1.0 / 1_024]])
    let found = try matrix.allRounds(of: [1, 0])
    #expect(abs(found.amounts.reduce(0, +) - 513) <= found.errorBound)
    let multipliers = try matrix.outputMultipliers()
    for (multiplier, expected) in zip(multipliers.amounts, [513.0, 1_024]) {
      #expect(abs(multiplier - expected) <= multipliers.errorBound)
    }
    #expect(found.errorBound < 1e-8 && multipliers.errorBound < 1e-8)
  }

  @Test(arguments: [1, 4, 10, 20, 30, 40, 50]) func `a hair above all that comes in has no end`(
    bits: Int
  ) throws {
    let matrix = try matrix([[0, 2 + pow(0.5, Double(bits))], [0.5, 0]])
    #expect(throws: FlowRefusal.leaksNothing(account: "a1")) { try matrix.allRounds(of: [1, 0]) }
    #expect(throws: FlowRefusal.leaksNothing(account: "a1")) { try matrix.outputMultipliers() }
  }

  @Test(arguments: [
    [[1.0]], [[2]], [[0, 1], [1, 0]], [[0, 2], [0.5, 0]], [[0, 1e9], [1e-9, 0]],
  ])
  func `a group that keeps exactly all it receives, or more, is refused`(shares: [[Double]])
    throws
  {
    let name = shares.count == 1 || shares[0][1] == 1 ? "a0" : "a1"
    #expect(throws: FlowRefusal.leaksNothing(account: name)) {
      try matrix(shares).outputMultipliers()
    }
  }

  // What is put in never reaches accounts 1 and 2; account 0 pays most of all and leaks all of it.
  @Test func `a closed group is refused by name where nothing that is put in reaches it`() throws {
    let matrix = try matrix([[0, 0, 0, 0], [0, 0, 0.9, 0], [0, 1.2, 0, 0], [3, 0, 0, 0]])
    #expect(throws: FlowRefusal.leaksNothing(account: "a1")) {
      try matrix.allRounds(of: [1, 0, 0, 0])
    }
  }

  // Accounts 0 and 1 keep 1.1 between them on each turn; account 2 pays 5 to 3, of which hardly
  // anything comes back. All four reach each other.
  @Test func `the account that is named is one of those that keep all`() throws {
    let matrix = try matrix([
      [0, 1.1, 0.0001, 0], [1, 0, 0, 0], [0.01, 0, 0, 0.0001], [0, 0, 5, 0],
    ])
    let refusal = #expect(throws: FlowRefusal.self) { try matrix.allRounds(of: [0, 0, 0, 1]) }
    #expect(
      [0, 1].map { FlowRefusal.leaksNothing(account: "a\($0)") }.contains(try #require(refusal)))
  }

  @Test func `random groups that keep all are refused, with one of them named`() throws {
    var random = SeededGenerator(seed: 34)
    for _ in 0..<100 {
      let count = Int.random(in: 2...8, using: &random)
      let others = Int.random(in: 0...4, using: &random)
      // Shares of 64ths that add up to 1, and weights that are powers of 2: no bit is rounded.
      let weights = (0..<count).map { _ in pow(2, Double(Int.random(in: -3...3, using: &random))) }
      var shares = [[Double]](
        repeating: [Double](repeating: 0, count: count + others), count: count + others)
      for payer in 0..<count {
        shares[(payer + 1) % count][payer] +=
          1.0 / 64 * weights[payer] / weights[(payer + 1) % count]
        for _ in 0..<63 {
          let payee = Int.random(in: 0..<count, using: &random)
          shares[payee][payer] += 1.0 / 64 * weights[payer] / weights[payee]
        }
      }
      for payer in count..<count + others {
        shares[Int.random(in: 0..<payer, using: &random)][payer] = 1.5
      }
      let matrix = try matrix(shares)
      let group = (0..<count).map { FlowRefusal.leaksNothing(account: "a\($0)") }
      let refusal = #expect(throws: FlowRefusal.self) { try matrix.outputMultipliers() }
      #expect(group.contains(try #require(refusal)))
    }
  }

  // Each pays 1.01 of what it receives to the next; 1,000 of them pass on (1.01^1000 − 1) ÷ 0.01.
  @Test func `a long chain in any order is gone through a few times only`() throws {
    var random = SeededGenerator(seed: 35)
    let order = Array(0..<1_000).shuffled(using: &random)
    let matrix = try FlowMatrix(
      accounts: (0..<1_000).map { FlowAccount("a\($0)", .supplier) },
      payments: zip(order, order.dropFirst()).map { FlowPayment(from: $0, to: $1, 1.01) },
      receipts: Dictionary(uniqueKeysWithValues: (0..<1_000).map { ($0, 1) }))
    let first = try #require(order.first)
    let expected = (pow(1.01, 1_000) - 1) / 0.01
    let found = try matrix.outputMultipliers()
    #expect(abs(found.amounts[first] - expected) < 1e-8 * expected)
    #expect(found.sweeps < 5)
    let all = try matrix.allRounds(of: unit(first, of: 1_000))
    #expect(abs(all.amounts.reduce(0, +) - expected) < 1e-8 * expected)
  }

  // Each of a ring pays 1.5 or 2/3 of what it receives to the next; the last pays a tenth less or
  // more. What comes back to each is .9 of what it paid, or 1.1.
  @Test(arguments: [0.9, 1.1]) func `a long ring ends or does not by what comes back`(
    returned: Double
  ) throws {
    var random = SeededGenerator(seed: 36)
    let order = Array(0..<400).shuffled(using: &random)
    let payments = order.indices.map { place in
      let share = (place % 2 == 0 ? 1.5 : 2.0 / 3) * (place == 399 ? returned : 1)
      return FlowPayment(from: order[place], to: order[(place + 1) % 400], share)
    }
    let matrix = try FlowMatrix(
      accounts: (0..<400).map { FlowAccount("a\($0)", .supplier) }, payments: payments,
      receipts: Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, 1) }))
    let first = try #require(order.first)
    guard returned < 1 else {
      let refusal = #expect(throws: FlowRefusal.self) { try matrix.outputMultipliers() }
      guard case .leaksNothing = try #require(refusal) else {
        Issue.record("the ring was refused for \(String(describing: refusal))")
        return
      }
      return
    }
    // 200 pairs of 1 and 1.5 before the last share, over 1 less what comes back.
    let found = try matrix.outputMultipliers()
    #expect(abs(found.amounts[first] - 200 * 2.5 / (1 - returned)) < 1e-8)
    #expect(found.sweeps < 50)
  }

  @Test func `the rounds add up to all rounds where reserves are drawn upon`() throws {
    var random = SeededGenerator(seed: 37)
    for _ in 0..<30 {
      let table = OverspendingMatrix(accounts: 8, most: 0.6, spread: 20, using: &random)
      let matrix = try table.matrix()
      let injection = (0..<8).map { _ in Double.random(in: 0...9, using: &random) }
      let rounds = try matrix.rounds(of: injection, count: 120).map(\.total).reduce(0, +)
      let all = try matrix.allRounds(of: injection).amounts.reduce(0, +)
      #expect(abs(rounds - all) <= 1e-9 * all)
    }
  }
}
