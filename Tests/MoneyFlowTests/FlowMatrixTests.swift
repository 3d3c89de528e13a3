import MoneyFlow
import TestSupport
import Testing

struct FlowMatrixTests {
  private func random(_ seed: UInt64, most retention: Double = 0.95) throws -> RandomMatrix {
    var random = SeededGenerator(seed: seed)
    return RandomMatrix(
      nearby: Int.random(in: 1...12, using: &random),
      elsewhere: Int.random(in: 0...4, using: &random), most: retention, using: &random)
  }

  private func matrix(_ random: RandomMatrix) throws -> FlowMatrix {
    try FlowMatrix(
      accounts: random.accounts, payments: random.payments, receipts: random.receipts)
  }

  private func injection(_ random: RandomMatrix, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return random.accounts.map {
      $0.kind.isNearby ? Double.random(in: 0...100, using: &generator) : 0
    }
  }

  @Test func `all rounds are what a direct method gives, within the proved bound`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let random = try random(seed)
      let injection = injection(random, seed: seed + 1_000)
      let solution = try matrix(random).allRounds(of: injection, tolerance: 1e-9)
      let direct = random.direct(injection)
      let error = zip(solution.amounts, direct).reduce(0.0) { $0 + abs($1.0 - $1.1) }
      // Elimination rounds as well, far less than the bound allows.
      #expect(error <= solution.errorBound + 1e-11 * direct.reduce(0, +))
      #expect(solution.errorBound <= 2e-9 * direct.reduce(0, +) + 1e-12)
    }
  }

  @Test func `the output multipliers are the column sums of the inverse`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let random = try random(seed)
      let solution = try matrix(random).outputMultipliers()
      let ones = random.accounts.map { $0.kind.isNearby ? 1.0 : 0 }
      for (found, expected) in zip(solution.amounts, random.direct(ones, transposed: true)) {
        #expect(abs(found - expected) <= solution.errorBound + 1e-11 * expected)
      }
    }
  }

  @Test func `what is put in leaks out again, no more and no less`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let random = try random(seed)
      let injection = injection(random, seed: seed)
      let matrix = try matrix(random)
      let leaks = try matrix.leaks(of: try matrix.allRounds(of: injection).amounts)
      let (put, left) = (injection.reduce(0, +), leaks.reduce(0.0) { $0 + $1.amount })
      #expect(abs(put - left) <= 1e-9 * put)
    }
  }

  @Test func `the rounds add up to the sum of all rounds`() throws {
    for seed in 0..<50 as Range<UInt64> {
      let random = try random(seed, most: 0.6)
      let injection = injection(random, seed: seed)
      let matrix = try matrix(random)
      let rounds = try matrix.rounds(of: injection, count: 60).map(\.total).reduce(0, +)
      let all = try matrix.allRounds(of: injection).amounts.reduce(0, +)
      #expect(abs(rounds - all) <= 1e-9 * all)
    }
  }

  @Test func `the order of payments changes no bit`() throws {
    var generator = SeededGenerator(seed: 9)
    for seed in 0..<50 as Range<UInt64> {
      let random = try random(seed)
      let injection = injection(random, seed: seed)
      let other = try FlowMatrix(
        accounts: random.accounts, payments: random.payments.shuffled(using: &generator),
        receipts: random.receipts)
      #expect(try matrix(random).allRounds(of: injection) == other.allRounds(of: injection))
    }
  }

  @Test func `the places of accounts change the order of work and not the result`() throws {
    for seed in 0..<50 as Range<UInt64> {
      let random = try random(seed)
      let injection = injection(random, seed: seed)
      let plain = random.accounts.map { FlowAccount($0.id, $0.kind) }
      let other = try FlowMatrix(
        accounts: plain, payments: random.payments, receipts: random.receipts)
      let (left, right) = (
        try matrix(random).allRounds(of: injection), try other.allRounds(of: injection)
      )
      let difference = zip(left.amounts, right.amounts).reduce(0.0) { $0 + abs($1.0 - $1.1) }
      #expect(difference <= left.errorBound + right.errorBound)
    }
  }

  // R1 an organisation, R2 its payees with a household of its own, R3 what each spends nearby again.
  @Test func `the three rounds of LM3 are the first three terms, whoever is paid`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let income = Double.random(in: 1_000...90_000, using: &random)
      var accounts = [
        FlowAccount("organisation", .organisation), FlowAccount("nearby", .neighbourhood),
      ]
      var payments: [FlowPayment] = []
      var recipients: [LocalMultiplier.Recipient] = []
      for number in 0..<Int.random(in: 0...6, using: &random) {
        let amount = Double.random(in: 1...income / 6, using: &random)
        let share = Double.random(in: 0...1, using: &random)
        payments.append(FlowPayment(from: 0, to: accounts.count, amount))
        payments.append(FlowPayment(from: accounts.count, to: 1, amount * share))
        accounts.append(FlowAccount("payee \(number)", number == 0 ? .household : .supplier))
        let respending = try #require(ReSpending(share, .surveyed))
        recipients.append(.init(amount: amount, respending: respending))
      }
      let matrix = try FlowMatrix(accounts: accounts, payments: payments, receipts: [0: income])
      let injection = [income] + accounts.dropFirst().map { _ in 0.0 }
      let expected = try #require(LocalMultiplier(income: income, local: recipients))
      let rounds = try matrix.rounds(of: injection, count: 3).map(\.total)
      #expect(abs(try matrix.multiplier(of: injection, rounds: 3) - expected.value) < 1e-12)
      #expect(abs(rounds[1] - expected.secondRound) < 1e-7)
      #expect(abs(rounds[2] - expected.thirdRound) < 1e-7)
    }
  }

  @Test func `money in loops is that between accounts which reach each other`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let random = try random(seed)
      let count = random.accounts.count
      var reaches = random.shares.map { $0.map { $0 > 0 } }
      for via in 0..<count {
        for from in 0..<count where reaches[via][from] {
          for to in 0..<count where reaches[to][via] { reaches[to][from] = true }
        }
      }
      var (paid, inLoops, returned) = (0.0, 0.0, 0.0)
      let weight = { (to: Int, from: Int) in
        random.shares[to][from] * (random.receipts[from] ?? 0)
      }
      for payment in random.payments { paid += payment.amount }
      for from in 0..<count {
        for to in 0..<count {
          if from == to || (reaches[to][from] && reaches[from][to]) { inLoops += weight(to, from) }
          returned += min(weight(to, from), weight(from, to))
        }
      }
      let found = try matrix(random).circulation
      #expect(abs(found.paid - paid) <= 1e-9 * paid)
      #expect(abs(found.inLoops - inLoops) <= 1e-9 * paid)
      #expect(abs(found.returned - returned) <= 1e-9 * paid)
    }
  }

  // The hub pays all of its 100 to the baker, who pays 20 of 100 back: the hub has 1 ÷ (1 − .2) of
  // what is put in, and the baker the same.
  @Test func `an account may spend all it has nearby where enough leaks from those it pays`() throws
  {
    let accounts = [FlowAccount("hub", .organisation), FlowAccount("baker", .supplier)]
    let matrix = try FlowMatrix(
      accounts: accounts,
      payments: [FlowPayment(from: 0, to: 1, 100), FlowPayment(from: 1, to: 0, 20)],
      receipts: [0: 100])
    for found in try matrix.allRounds(of: [100, 0]).amounts { #expect(abs(found - 125) < 1e-10) }
    for (found, expected) in zip(try matrix.outputMultipliers().amounts, [2.5, 1.5]) {
      #expect(abs(found - expected) < 1e-12)
    }
    // Three rounds end by themselves: 100 + 100 + 20.
    #expect(abs(try matrix.multiplier(of: [100, 0], rounds: 3) - 2.2) < 1e-12)
  }

  // Two accounts pass 99.999 % on to each other: 1 ÷ (1 − 0.99999) = 100,000 of each euro.
  @Test func `money that hardly leaks still has a sum with a bound`() throws {
    let accounts = [FlowAccount("a", .supplier), FlowAccount("b", .supplier)]
    let matrix = try FlowMatrix(
      accounts: accounts,
      payments: [FlowPayment(from: 0, to: 1, 99_999), FlowPayment(from: 1, to: 0, 99_999)],
      receipts: [0: 100_000, 1: 100_000])
    for tolerance in [1e-6, 1e-12, 0] {
      let solution = try matrix.allRounds(of: [1, 0], tolerance: tolerance)
      let error = abs(solution.amounts.reduce(0, +) - 100_000)
      #expect(error <= solution.errorBound + 1e-6)
      #expect(solution.errorBound < 1)
    }
  }

  @Test func `whoever pays more than it received draws on reserves`() throws {
    let accounts = [FlowAccount("hub", .organisation), FlowAccount("state", .state)]
    let matrix = try FlowMatrix(
      accounts: accounts, payments: [FlowPayment(from: 0, to: 1, 120)], receipts: [0: 100])
    #expect(matrix.draws.map(\.account) == [0])
    #expect(abs(try #require(matrix.draws.first).amount - 20) < 1e-9)
  }

  @Test func `what no matrix can be made of is refused with the reason`() throws {
    let accounts = [FlowAccount("hub", .organisation), FlowAccount("baker", .supplier)]
    func build(_ payment: FlowPayment, _ receipts: [Int: Double] = [0: 1]) throws {
      _ = try FlowMatrix(accounts: accounts, payments: [payment], receipts: receipts)
    }
    #expect(throws: FlowRefusal.noSuchAccount(2)) { try build(FlowPayment(from: 0, to: 2, 1)) }
    #expect(throws: FlowRefusal.noSuchAccount(-1)) { try build(FlowPayment(from: -1, to: 0, 1)) }
    #expect(throws: FlowRefusal.noSuchAccount(7)) {
      try build(FlowPayment(from: 0, to: 1, 1), [7: 1])
    }
    #expect(throws: FlowRefusal.unusableAmount(account: "hub")) {
      try build(FlowPayment(from: 0, to: 1, -1))
    }
    #expect(throws: FlowRefusal.unusableAmount(account: "hub")) {
      try build(FlowPayment(from: 0, to: 1, .nan))
    }
    #expect(throws: FlowRefusal.noReceipts(account: "hub")) {
      try build(FlowPayment(from: 0, to: 1, 1), [:])
    }
    let matrix = try FlowMatrix(accounts: accounts, payments: [])
    #expect(throws: FlowRefusal.unusableInjection) { try matrix.allRounds(of: [1]) }
    #expect(throws: FlowRefusal.unusableInjection) { try matrix.allRounds(of: [-1, 0]) }
    #expect(throws: FlowRefusal.unusableInjection) { try matrix.multiplier(of: [0, 0], rounds: 3) }
  }

  @Test func `refunds are netted and turned round where they exceed the payments`() {
    let payments = [
      FlowPayment(from: 0, to: 1, 10), FlowPayment(from: 0, to: 1, -4),
      FlowPayment(from: 1, to: 2, 5), FlowPayment(from: 1, to: 2, -8),
      FlowPayment(from: 2, to: 1, 1), FlowPayment(from: 2, to: 0, 3),
      FlowPayment(from: 2, to: 0, -3),
    ]
    #expect(
      FlowPayment.netted(payments) == [
        FlowPayment(from: 0, to: 1, 6), FlowPayment(from: 2, to: 1, 4),
      ])
  }

  // The hub pays two shops of one chain 30 each and a baker 40; nothing is spent again.
  @Test func `an owner gathers what its shops receive one by one`() throws {
    let accounts = [
      FlowAccount("hub", .organisation), FlowAccount("shop a", .chain, owner: "Keten"),
      FlowAccount("shop b", .supplier, owner: "Keten"), FlowAccount("baker", .supplier),
    ]
    let matrix = try FlowMatrix(
      accounts: accounts,
      payments: [
        FlowPayment(from: 0, to: 1, 30), FlowPayment(from: 0, to: 2, 30),
        FlowPayment(from: 0, to: 3, 40),
      ], receipts: [0: 200])
    let payees = try matrix.holders(of: [200, 0, 0, 0], by: .payee)
    #expect(payees.holders.map(\.name) == ["baker", "shop a", "shop b"])
    let owners = try matrix.holders(of: [200, 0, 0, 0], by: .owner)
    #expect(owners.holders.map(\.name) == ["Keten", "baker"])
    #expect(abs(try #require(owners.holders.first).amount - 60) < 1e-9)
    let concentration = try #require(owners.concentration)
    #expect(abs(concentration.herfindahlIndex - 0.52) < 1e-9)
    #expect(abs(try #require(payees.concentration).herfindahlIndex - 0.34) < 1e-9)
  }
}
