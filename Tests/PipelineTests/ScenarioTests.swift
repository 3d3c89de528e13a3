import Foundation
import IndicatorKit
import TestSupport
import Testing

@Suite struct ScenarioTests {
  private func findings(_ rows: String) throws -> [Finding] {
    var project = TestProject()
    project.tables["scenarios"] = "scenario,title,figure,value,reason\n" + rows
    return try project.report().findings
  }

  @Test func `every number of the map may be another in a scenario`() throws {
    let found = try findings(
      """
      careful,Careful,outcome.o1.deadweight,40 %,a
      careful,,outcome.o1.quantity,"90,5",
      careful,,outcome.o2.proxy,-12.25,
      careful,,outcome.o2.benefit_periods,1,
      careful,,input.i1.quantity,60000,
      bold,Bold,outcome.o1.deadweight,5,
      bold,,sroi.discount_rate,3 %,

      """)
    #expect(found == [])
  }

  @Test(arguments: [
    ("careful,,outcome.o9.deadweight,40 %,", "value_map.unknown_part", "C2"),
    ("careful,,outcome.o1.deadwieght,40 %,", "value_map.unknown_part", "C2"),
    ("careful,,input.i1.rate,3,", "value_map.unknown_part", "C2"),
    ("careful,,sroi.ratio,3,", "value_map.unknown_part", "C2"),
    ("careful,,outcome.o1.deadweight,120 %,", "table.out_of_bounds", "D2"),
    ("careful,,outcome.o1.deadweight,much,", "table.not_a_number", "D2"),
    ("careful,,outcome.o1.deadweight,20 (10–30),", "table.not_a_number", "D2"),
    ("careful,,outcome.o1.quantity,1.234,", "table.ambiguous_number", "D2"),
    ("careful,,outcome.o1.benefit_periods,1.5,", "table.not_whole", "D2"),
    (
      "careful,,outcome.o1.deadweight,30 %,\ncareful,,outcome.o1.deadweight,40 %,",
      "value_map.scenario_twice", "C3"
    ),
  ])
  func `a change that cannot be is one finding at its cell`(
    rows: String, code: String, cell: String
  ) throws {
    let found = try findings(rows + "\n")
    #expect(found.map(\.code) == [code], "\(found)")
    #expect(found.first?.address?.cell == cell)
    #expect(found.first?.severity == .error)
  }

  @Test func `a part that is nearly right is named`() throws {
    let found = try findings("careful,,outcome.o1.deadwieght,40 %,\n")
    #expect(found.first?.help.english == "Did you mean “outcome.o1.deadweight”?")
  }
}
