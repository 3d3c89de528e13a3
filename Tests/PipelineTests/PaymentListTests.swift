import ExportKit
import IndicatorKit
import Pipeline
import Testing

/// The table `payments` as the only source of what a project spends.
@Suite struct PaymentListTests {
  private static let heading =
    "id,status,payer,payee,category,amount,local_share,wages,date,until\n"

  /// What the costs of the list come to, and what is said of it.
  private func list(
    _ rows: String, books: Bool = false
  ) throws -> (costs: Double?, findings: [Finding]) {
    var project = TestProject()
    project.hasBooks = books
    project.tables["payments"] = Self.heading + rows
    project.tables["inputs"] = """
      id,stakeholder,description,kind,period,quantity,quantity_from,rate,price_year
      i1,town,All costs,cash,1,,books.costs,,

      """
    let result = try project.report()
    return (try #require(result.report).inputs.first?.quantity, result.findings)
  }

  @Test func `actual rows are costs and planned ones are not`() throws {
    let (costs, findings) = try list(
      """
      a,actual,,Baker,Food,100.25,,no,2025-03-01,
      b,actual,,Painter,Paint,49.75,40 %,no,2025-03-01,2025-03-31
      c,actual,,,Wages,50,,yes,,
      d,planned,,Baker,Food,1000,,no,2025-04-01,

      """)
    #expect(costs == 200)
    #expect(findings.map(\.code) == ["books.basis"])
    #expect(findings.first?.message.english.contains("the list of payments") == true)
  }

  @Test func `what the organisation receives is no cost`() throws {
    let (costs, _) = try list(
      """
      a,actual,,Baker,Food,100,,no,2025-03-01,
      b,actual,Town,TIME BANK,,5000,,no,2025-03-01,

      """)
    #expect(costs == 100)
  }

  @Test func `rows of another period do not count in this one`() throws {
    let (costs, findings) = try list(
      """
      a,actual,,Baker,Food,100,,no,2025-12-31,
      b,actual,,Baker,Food,7,,no,2026-01-01,
      c,actual,,Baker,Food,9,,no,2024-01-01,2024-12-31

      """)
    #expect(costs == 100)
    #expect(findings.map(\.code) == ["books.basis"])
  }

  @Test(arguments: [
    ("b,actual,Somebody,Somebody else,Food,7,,no,2025-03-01,", "C3"),
    ("b,actual,,Time bank,Food,7,,no,2025-03-01,", "D3"),
    ("b,actual,,Baker,Food,7,,no,2024-12-01,2025-01-31", "I3"),
    ("b,actual,,Baker,Food,7,,no,2024-12-01,2026-01-31", "I3"),
    ("b,actual,,Baker,Food,7,,no,2025-03-02,2025-03-01", "I3"),
    ("b,actual,,Baker,Food,7,,no,,2025-03-01", "I3"),
  ])
  func `a row that cannot count is one warning at its cell`(row: String, cell: String) throws {
    let (costs, findings) = try list("a,actual,,Baker,Food,100,,no,2025-03-01,\n\(row)\n")
    #expect(costs == 100)
    let left = findings.filter { $0.code == "payments.left_out" }
    #expect(left.map(\.severity) == [.warning])
    #expect(left.first?.address?.cell == cell)
  }

  @Test func `a list beside books needs a choice`() throws {
    let (costs, findings) = try list("a,actual,,Baker,Food,100,,no,2025-03-01,\n", books: true)
    #expect(costs == nil)
    #expect(findings.contains { $0.code == "books.basis_missing" })
  }

  @Test func `a plan beside books needs none`() throws {
    let (costs, findings) = try list("a,planned,,Baker,Food,100,,no,2025-03-01,\n", books: true)
    #expect(costs == 208_025.3)
    #expect(!findings.contains { $0.code.hasPrefix("books.") })
  }
}
