import ExportKit
import Foundation
import Portfolio
import TestSupport
import Testing

@Suite struct `The joined money of a portfolio` {
  private typealias Edit = @Sendable (inout PortfolioReport) -> Void

  /// An organisation with three rounds.
  private static func organisation(
    _ letter: String, _ rounds: (Double, Double, Double), elsewhere: Double = 0,
    payer: String = "Gemeente Utrecht", paid: Double = 100, neighbourhood: String = "Groenhof",
    more: @escaping Edit = { _ in }
  ) -> Edit {
    let number = letter.utf8.first.map { String(10_000_000 + Int($0)) } ?? ""
    return {
      $0.id = letter
      $0.organisation = "Stichting \(letter.uppercased())"
      $0.number = number
      $0.outcome = "Uitkomst \(letter)"
      $0.rounds = rounds
      $0.elsewhere = elsewhere
      $0.payer = payer
      $0.inputs = paid
      $0.neighbourhood = neighbourhood
      more(&$0)
    }
  }

  private static func matrices(_ edits: [Edit]) throws -> [MoneyMatrix] {
    let register = try Register()
    for edit in edits { try #require(try register.add(edit)?.status == .added) }
    return try register.portfolio.picture().money
  }

  private static func cell(_ matrix: MoneyMatrix, _ payer: String, _ payee: String)
    -> MoneyMatrix.Payment?
  {
    matrix.payments.first {
      matrix.parties[$0.payer].label.english == payer
        && matrix.parties[$0.payee].label.english == payee
    }
  }

  @Test func `counts a payment between two organisations once`() throws {
    let matrix = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 400, 100), elsewhere: 300),
        Self.organisation("b", (500, 200, 50), payer: "stichting A", paid: 150),
      ]).first)
    let paid = try #require(Self.cell(matrix, "Stichting A", "Stichting B"))
    #expect(paid.amount == 150 && paid.witness == .payee && paid.payeeSays == nil)
    #expect(Self.cell(matrix, "Stichting A", "Suppliers nearby")?.amount == 250)
    #expect(Self.cell(matrix, "Stichting A", "Suppliers elsewhere")?.amount == 300)
    #expect(Self.cell(matrix, "Payers that one organisation names", "Stichting A")?.amount == 100)
    #expect(
      Self.cell(matrix, "Income of which no payer is named", "Stichting A")?.amount == 900)
    #expect(
      Self.cell(matrix, "Income of which no payer is named", "Stichting B")?.amount == 350)
    // All that A pays is what its report says, and all that B receives as well.
    let fromA = matrix.payments.filter { $0.payer == 0 }.reduce(0) { $0 + $1.amount }
    let toB = matrix.payments.filter { $0.payee == 1 }.reduce(0) { $0 + $1.amount }
    #expect(fromA == 700 && toB == 500)
  }

  @Test func `follows three rounds through both organisations`() throws {
    let matrix = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 400, 100)),
        Self.organisation("b", (500, 200, 50), payer: "Stichting A", paid: 150),
      ]).first)
    let multiplier = try #require(matrix.multipliers.first)
    #expect(multiplier.neighbourhood == "Groenhof")
    #expect(multiplier.joined == 2 && multiplier.organisations == 2)
    // From outside: 1,000 + (500 − 150). Paid nearby: B 150, others 250 of A; 350 × 200/500 of B.
    // Spent again: 150 × 200/500 of B, 250 × 100/400 and 140 × 50/200 of the others.
    let rounds = [1_350, 540, 157.5]
    for (got, wanted) in zip(multiplier.rounds, rounds) { #expect(abs(got - wanted) < 1e-9) }
    #expect(abs((multiplier.value ?? 0) - 2_047.5 / 1_350) < 1e-12)
  }

  @Test func `without payments between them it is the sums over the income, never an average`()
    throws
  {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<4 {
      var edits: [Edit] = []
      var sums = (first: 0.0, all: 0.0)
      for letter in ["a", "b", "c"] {
        let first = Double.random(in: 100...10_000, using: &generator)
        let second = first * Double.random(in: 0.1...0.9, using: &generator)
        let third = second * Double.random(in: 0.1...0.9, using: &generator)
        sums = (sums.first + first, sums.all + first + second + third)
        edits.append(Self.organisation(letter, (first, second, third)))
      }
      let value = try Self.matrices(edits).first?.multipliers.first?.value
      #expect(abs((value ?? 0) - sums.all / sums.first) < 1e-9)
    }
  }

  @Test func `gives no multiplier where too few state their rounds, and says why`() throws {
    let silent: Edit = {
      $0.id = "c"
      $0.organisation = "Stichting C"
      $0.number = "10000099"
      $0.outcome = "Iets"
    }
    let alone = try Self.matrices([Self.organisation("a", (1_000, 400, 100)), silent])
    let multiplier = try #require(alone.first?.multipliers.first)
    #expect(multiplier.value == nil && multiplier.reason != nil && multiplier.joined == 1)
    let apart = try Self.matrices([
      Self.organisation("a", (1_000, 400, 100)),
      Self.organisation("b", (500, 200, 50), neighbourhood: "Zuid"),
    ])
    #expect(apart.first?.multipliers.isEmpty == true, "nearby is another place for each")
  }

  @Test func `shows what the payee says beyond what the payer can have paid`() throws {
    let matrix = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 100, 10), elsewhere: 20),
        Self.organisation("b", (500, 200, 50), payer: "Stichting A", paid: 150),
      ]).first)
    let paid = try #require(Self.cell(matrix, "Stichting A", "Stichting B"))
    #expect(paid.amount == 120 && paid.payeeSays == 150)
  }

  @Test func `names a payer without a report where two organisations name it`() throws {
    let matrix = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 400, 100)), Self.organisation("b", (500, 200, 50)),
      ]).first)
    #expect(Self.cell(matrix, "Gemeente Utrecht", "Stichting A")?.amount == 100)
    #expect(Self.cell(matrix, "Gemeente Utrecht", "Stichting B")?.amount == 100)
  }

  @Test func `counts the books of one organisation once, and leaves out what contradicts`() throws {
    let twin: Edit = { $0.id = "a2" }
    let same = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 400, 100)),
        Self.organisation("a", (1_000, 400, 100), more: twin),
      ]).first)
    #expect(same.parties.first?.received == 1_000 && same.leftOut.isEmpty)
    let other = try #require(
      try Self.matrices([
        Self.organisation("a", (1_000, 400, 100)),
        Self.organisation("a", (900, 300, 100), more: twin),
      ]).first)
    #expect(other.leftOut.map(\.organisation) == ["Stichting A"])
    #expect(other.parties.first?.received == nil)
  }

  @Test func `keeps years, perspectives and municipalities apart`() throws {
    let matrices = try Self.matrices([
      Self.organisation("a", (1_000, 400, 100)),
      Self.organisation("b", (1_000, 400, 100)) { $0.year = 2024 },
      Self.organisation("c", (1_000, 400, 100)) { $0.perspective = .forecast },
    ])
    #expect(matrices.map(\.year) == [2024, 2025, 2025])
    #expect(matrices.map(\.perspective) == ["evaluation", "evaluation", "forecast"])
  }
}
