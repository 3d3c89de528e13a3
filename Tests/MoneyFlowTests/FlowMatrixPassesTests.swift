import MoneyFlow
import TestSupport
import Testing

/// Matrices of payments that are brought one by one, twice.
struct FlowMatrixPassesTests {
  private struct Unreadable: Error {}

  private let accounts = [
    FlowAccount("hub", .organisation), FlowAccount("baker", .supplier), FlowAccount("tax", .state),
  ]

  /// A matrix of payments that differ from pass to pass.
  private func matrix(_ passes: [[FlowPayment]]) throws -> FlowMatrix {
    var pass = 0
    return try FlowMatrix(accounts: accounts, receipts: [0: 100, 1: 100]) { take in
      for payment in passes[pass] { take(payment) }
      pass += 1
    }
  }

  @Test func `payments brought twice make the matrix of an array of them`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let random = RandomMatrix(
        nearby: Int.random(in: 1...20, using: &generator), elsewhere: 3, most: 0.9,
        using: &generator)
      var passes = 0
      let brought = try FlowMatrix(accounts: random.accounts, receipts: random.receipts) { take in
        passes += 1
        // The order of a pass is free.
        for payment in random.payments.shuffled(using: &generator) { take(payment) }
      }
      let whole = try FlowMatrix(
        accounts: random.accounts, payments: random.payments, receipts: random.receipts)
      #expect(passes == 2)
      for payer in random.accounts.indices {
        for payee in random.accounts.indices {
          #expect(brought.share(from: payer, to: payee) == whole.share(from: payer, to: payee))
        }
      }
      let injection = random.accounts.map { $0.kind.isNearby ? 1.0 : 0 }
      #expect(try brought.allRounds(of: injection) == whole.allRounds(of: injection))
    }
  }

  @Test func `a second pass of other payments is refused`() throws {
    let payments = [FlowPayment(from: 0, to: 1, 40), FlowPayment(from: 1, to: 2, 30)]
    #expect(try matrix([payments, payments]).share(from: 0, to: 1) == 0.4)
    let others: [[FlowPayment]] = [
      [], [payments[0]], payments + [payments[0]],
      [payments[0], payments[0]], [payments[0], FlowPayment(from: 2, to: 1, 30)],
      [payments[0], FlowPayment(from: 1, to: 0, 30)],
    ]
    for other in others {
      #expect(throws: FlowRefusal.paymentsChanged) { try matrix([payments, other]) }
    }
    #expect(throws: FlowRefusal.noSuchAccount(9)) {
      try matrix([payments, [payments[0], FlowPayment(from: 9, to: 0, 1)]])
    }
    #expect(throws: FlowRefusal.unusableAmount(account: "hub")) {
      try matrix([payments, [FlowPayment(from: 0, to: 1, .infinity), payments[1]]])
    }
  }

  @Test func `what cannot be read ends the building`() {
    #expect(throws: Unreadable.self) {
      try FlowMatrix(accounts: accounts) { _ in throw Unreadable() }
    }
  }

  @Test func `a payment of nothing by an account without receipts is no share`() throws {
    let matrix = try FlowMatrix(
      accounts: accounts, payments: [FlowPayment(from: 1, to: 0, 0)], receipts: [0: 100])
    #expect(matrix.share(from: 1, to: 0) == 0)
    #expect(try matrix.allRounds(of: [10, 0, 0]).amounts == [10, 0, 0])
  }

  @Test func `of long rows too the order of payments changes no bit`() throws {
    var generator = SeededGenerator(seed: 3)
    let firms = (0..<200).map { FlowAccount("f\($0)", .supplier) }
    let payments = (0..<4_000).map { _ in
      FlowPayment(
        from: Int.random(in: 1..<200, using: &generator),
        to: Int.random(in: 0..<3, using: &generator), Double.random(in: 0...1, using: &generator))
    }
    let receipts = Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, 100.0) })
    let injection = firms.map { _ in Double.random(in: 0...9, using: &generator) }
    let one = try FlowMatrix(accounts: firms, payments: payments, receipts: receipts)
    let other = try FlowMatrix(
      accounts: firms, payments: payments.shuffled(using: &generator), receipts: receipts)
    #expect(try one.allRounds(of: injection) == other.allRounds(of: injection))
  }
}
