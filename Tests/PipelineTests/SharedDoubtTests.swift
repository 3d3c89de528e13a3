import ExportKit
import Foundation
import IndicatorKit
import Testing

/// One word at several rows: what moves together by it, and what does not.
@Suite struct SharedDoubtTests {
  /// The time bank with doubt on two quantities and on the grant, all under one word.
  private func report() throws -> Report {
    var project = TestProject()
    let lines = TestProject.outcomes("").split(separator: "\n", omittingEmptySubsequences: true)
    project.tables["outcomes"] =
      lines.enumerated().map { index, line in
        index == 0 ? line + ",quantity_shared_doubt" : line + (index < 3 ? ",survey" : ",")
      }.joined(separator: "\n")
      .replacing("socialisation,yes,95,", with: "socialisation,yes,95 (80–110),")
      .replacing("health,yes,95,", with: "health,yes,95 (80–110),") + "\n"
    project.tables["inputs"] = """
      id,stakeholder,description,kind,period,quantity,quantity_from,rate,price_year,shared_doubt
      i1,town,Grant,cash,1,50000 (40000–60000),,,,survey
      i2,town,Hall,cash,1,5000 (4000–6000),,,,survey

      """
    return try #require(try project.report().report)
  }

  @Test func `quantities of outcomes move together and those of inputs stay out of it`() throws {
    let doubt = try #require(try report().doubt)
    let members = doubt.drivers.map { Set($0.members.map(\.description)) }
    #expect(members.contains(["outcome.o1.quantity", "outcome.o2.quantity"]))
    // The inputs move with each other, which changes nothing of the present value.
    let inputs = try #require(members.first { $0.contains("input.i1.quantity") })
    #expect(inputs == ["input.i1.quantity", "input.i2.quantity"])
    #expect(members.count == 2)
  }

  @Test func `what the same word would hide is in the interval`() throws {
    // Both sides at the same quantile: every ratio would lie near the middle one.
    let doubt = try #require(try report().doubt)
    let (low, high) = (
      try #require(doubt.ratioLow.value), try #require(doubt.ratioHigh.value)
    )
    // Triangular inputs of ±20 % alone put the 5th and 95th percentile 13.7 % below and above.
    #expect(high / low > 1.25)
  }
}
