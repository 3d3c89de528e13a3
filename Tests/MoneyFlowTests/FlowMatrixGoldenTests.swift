import MoneyFlow
import Testing

/// Published tables and cases constructed with every step by hand.
struct FlowMatrixGoldenTests {
  /// A square table of shares as payments of accounts that each received 1.
  private func matrix(
    _ shares: [[Double]], kinds: [FlowAccount.Kind]? = nil
  ) throws -> FlowMatrix {
    var payments: [FlowPayment] = []
    for (payee, row) in shares.enumerated() {
      for (payer, share) in row.enumerated() {
        payments.append(FlowPayment(from: payer, to: payee, share))
      }
    }
    let accounts = shares.indices.map { FlowAccount("a\($0)", kinds?[$0] ?? .supplier) }
    return try FlowMatrix(
      accounts: accounts, payments: payments,
      receipts: Dictionary(uniqueKeysWithValues: shares.indices.map { ($0, 1) }))
  }

  // rOpenGov/iotables, test of leontief_inverse_create.
  @Test func `the inverse of two branches is 1.333, .167, .667 and 1.333`() throws {
    let matrix = try matrix([[0.2, 0.1], [0.4, 0.2]])
    let first = try matrix.allRounds(of: [1, 0]).amounts
    let second = try matrix.allRounds(of: [0, 1]).amounts
    for (found, published) in zip(first + second, [1.333, 0.667, 0.167, 1.333]) {
      #expect(abs(found - published) < 0.0005)
    }
  }

  /// Germany 1995 in six branches (Beutel; Eurostat Manual 2008, tables 15.4 to 15.10).
  private enum Germany {
    static let branches = ["agri", "manuf", "constr", "trade", "business", "other"]
    static let flows: [[Double]] = [
      [1131, 25480, 1, 607, 710, 762], [7930, 304584, 64167, 41082, 11981, 30360],
      [426, 7334, 3875, 5296, 23457, 9155], [3559, 72717, 14190, 74399, 10835, 21008],
      [3637, 96115, 31027, 65755, 193176, 34223], [1552, 14986, 1747, 11225, 15058, 22070],
    ]
    static let output: [Double] = [43910, 1_079_446, 245606, 540063, 692487, 508918]

    static func matrix() throws -> FlowMatrix {
      let payments = flows.enumerated().flatMap { payee, row in
        row.enumerated().map { FlowPayment(from: $0.offset, to: payee, $0.element) }
      }
      return try FlowMatrix(
        accounts: branches.map { FlowAccount($0, .supplier) }, payments: payments,
        receipts: Dictionary(uniqueKeysWithValues: output.enumerated().map { ($0, $1) }))
    }
  }

  @Test func `the output multipliers of Germany in 1995 are Eurostat's to four decimals`() throws {
    let found = try Germany.matrix().outputMultipliers()
    let published = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]
    for (multiplier, expected) in zip(found.amounts, published) {
      #expect(abs(multiplier - expected) < 0.00005)
    }
    #expect(found.errorBound < 1e-10)
  }

  @Test func `the inverse of Germany in 1995 has Eurostat's diagonal`() throws {
    let matrix = try Germany.matrix()
    let published = [1.0339, 1.4292, 1.0289, 1.1784, 1.4126, 1.0515]
    for (branch, expected) in published.enumerated() {
      var unit = [Double](repeating: 0, count: 6)
      unit[branch] = 1
      #expect(abs(try matrix.allRounds(of: unit).amounts[branch] - expected) < 0.00005)
    }
  }

  @Test func `the shares of Germany in 1995 are Eurostat's`() throws {
    let matrix = try Germany.matrix()
    for (branch, expected) in [0.9742, 0.7178, 0.9842].enumerated() {
      #expect(abs(1 - matrix.share(from: branch, to: branch) - expected) < 0.00005)
    }
    #expect(abs(matrix.share(from: 2, to: 1) - 0.2613) < 0.00005)
    #expect(abs(matrix.share(from: 0, to: 4) - 0.0828) < 0.00005)
    #expect(abs(matrix.share(from: 4, to: 4) - 0.279) < 0.0005)
  }

  // Miller and Blair, Input-Output Analysis, second edition, 2009: the open model of two sectors in
  // section 2.3 and the same closed for households in section 2.5, with the sums of the columns.
  @Test func `the inverses of Miller and Blair are theirs to four decimals`() throws {
    let open = try matrix([[0.15, 0.25], [0.2, 0.05]])
    let closed = try matrix(
      [[0.15, 0.25, 0.05], [0.2, 0.05, 0.4], [0.3, 0.25, 0.05]],
      kinds: [.supplier, .supplier, .household])
    let published: [(FlowMatrix, [[Double]])] = [
      (open, [[1.2541, 0.3300], [0.2640, 1.1221]]),
      (
        closed,
        [[1.3651, 0.4253, 0.2509], [0.5273, 1.3481, 0.5954], [0.5698, 0.4890, 1.2885]]
      ),
    ]
    for (matrix, inverse) in published {
      for column in inverse.indices {
        var unit = [Double](repeating: 0, count: inverse.count)
        unit[column] = 1
        let found = try matrix.allRounds(of: unit).amounts
        for row in inverse.indices { #expect(abs(found[row] - inverse[row][column]) < 0.00005) }
      }
    }
  }

  // The simple output multipliers are 1.518 and 1.452, the total ones 2.462 and 2.262 (chapter 6).
  @Test func `closed for households the two types are Miller and Blair's multipliers`() throws {
    let closed = try matrix(
      [[0.15, 0.25, 0.05], [0.2, 0.05, 0.4], [0.3, 0.25, 0.05]],
      kinds: [.supplier, .supplier, .household])
    let first = try closed.outputMultipliers(.suppliersOnly).amounts
    let second = try closed.outputMultipliers(.withHouseholds).amounts
    for (found, expected) in zip(first.prefix(2), [1.518, 1.452]) {
      #expect(abs(found - expected) < 0.0005)
    }
    for (found, expected) in zip(second.prefix(2), [2.462, 2.262]) {
      #expect(abs(found - expected) < 0.0005)
    }
  }

  /// Organisation, supplier and household.
  private func small() throws -> FlowMatrix {
    try matrix(
      [[0, 0, 0.05], [0.3, 0.1, 0.35], [0.3, 0.25, 0]],
      kinds: [.organisation, .supplier, .household])
  }

  @Test func `the rounds of a small neighbourhood are 1, .6, .225 and .08625`() throws {
    let rounds = try small().rounds(of: [1, 0, 0], count: 4).map(\.total)
    for (found, expected) in zip(rounds, [1, 0.6, 0.225, 0.08625]) {
      #expect(abs(found - expected) < 1e-15)
    }
    #expect(abs(try small().multiplier(of: [1, 0, 0], rounds: 3) - 1.825) < 1e-12)
  }

  @Test func `all rounds of a small neighbourhood come to 1.964791`() throws {
    let solution = try small().allRounds(of: [1, 0, 0])
    for (found, expected) in zip(solution.amounts, [1.021691, 0.509274, 0.433826]) {
      #expect(abs(found - expected) < 0.0000005)
    }
    #expect(abs(solution.amounts.reduce(0, +) - 1.964791) < 0.000001)
    let multiplier = try small().outputMultipliers().amounts[0]
    #expect(abs(multiplier - solution.amounts.reduce(0, +)) < 1e-12)
  }

  // Without the household the organisation keeps .3 with a supplier that keeps .1:
  // 1 + .3 ÷ (1 − .1) = 1.333…; the supplier 1 ÷ (1 − .1) = 1.111…
  @Test func `in type one households end the round`() throws {
    let multipliers = try small().outputMultipliers(.suppliersOnly).amounts
    #expect(abs(multipliers[0] - 4.0 / 3) < 1e-12)
    #expect(abs(multipliers[1] - 10.0 / 9) < 1e-12)
    #expect(multipliers[2] == 0)
  }

  @Test func `a bucket that keeps 80 percent comes to five times what is put in`() throws {
    let bucket = try matrix([[0.8]])
    let rounds = try bucket.rounds(of: [10], count: 4).map(\.total)
    for (found, published) in zip(rounds, [10, 8, 6.4, 5.12]) {
      #expect(abs(found - published) < 1e-12)
    }
    #expect(abs(try bucket.allRounds(of: [10]).amounts[0] - 50) < 1e-9)
  }

  // A → B → C → A and C → D: three of four edges are in a loop, the flow hierarchy is .25.
  @Test func `three of four equal payments go round in a loop`() throws {
    let payments = [(0, 1), (1, 2), (2, 0), (2, 3)].map { FlowPayment(from: $0.0, to: $0.1, 1) }
    let kinds: [FlowAccount.Kind] = [.supplier, .elsewhere]
    for kind in kinds {
      let accounts = (0..<4).map { FlowAccount("a\($0)", $0 == 3 ? kind : .supplier) }
      let circulation = try FlowMatrix(accounts: accounts, payments: payments).circulation
      #expect(circulation.paid == 4)
      #expect(circulation.loopShare == 0.75)
      #expect(circulation.returned == 0)
    }
  }

  // An organisation with an income of 100 spends 90, of which 45 nearby: it keeps .45, not .5.
  @Test func `what is not spent goes to the reserves`() throws {
    let matrix = try FlowMatrix(
      accounts: [
        FlowAccount("hub", .organisation), FlowAccount("baker", .supplier),
        FlowAccount("state", .state),
      ],
      payments: [FlowPayment(from: 0, to: 1, 45), FlowPayment(from: 0, to: 2, 45)],
      receipts: [0: 100])
    #expect(matrix.share(from: 0, to: 1) == 0.45)
    let leaks = try #require(try matrix.rounds(of: [100, 0, 0], count: 1).first).leaks
    #expect(leaks.map(\.account) == [2, nil])
    #expect(leaks.map(\.amount) == [45, 10])
    #expect(matrix.draws.isEmpty)
  }
}
