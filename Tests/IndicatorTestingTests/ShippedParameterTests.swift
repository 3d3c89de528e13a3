import IndicatorKit
import Pipeline
import ProjectReaders
import Testing

/// A worked example sees the module's own and the shipped parameters, below those that it names.
@Suite struct ShippedParameterTests {
  struct Norms: Indicator {
    static let norm = ParameterCard("norms.own", Text("Own norm", nl: "Eigen norm"), unit: .ratio)
    static let rate = ParameterCard.discountRate(.netherlands)
    static let measures = ["own", "rate"].map {
      MeasureCard(
        $0, Text("A norm", nl: "Een norm"), help: Text("A norm.", nl: "Een norm."),
        kind: .computed, aggregation: .none)
    }
    static let card = IndicatorCard(
      id: "norms", title: Text("Norms", nl: "Normen"), summary: Text("Norms.", nl: "De normen."),
      tables: [], measures: measures, parameters: [norm, rate], references: [],
      parameterFiles: [
        "norms.csv": "id,value,unit,from,until,source\nnorms.own,7,number,2020-01-01,,us\n",
        "sources.yaml": "us:\n  title: Us\n  citation: Us, 2020\n  licence: Our own.\n",
      ])

    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      let values = [try project.parameter(Self.norm), try project.parameter(Self.rate)]
      return zip(Self.measures, values).map { card, value in
        value.map {
          card.computed($0.value, inputs: [], rule: Text("norm", nl: "norm"), from: $0.origin)
        } ?? card.notMeasurable(Text("no norm", nl: "geen norm"))
      }
    }
  }

  private func values(_ parameters: [WorkedExample.Parameter]) throws -> [Double?] {
    let example = WorkedExample(
      name: Text("A", nl: "B"), period: try #require(Period(year: 2025)), parameters: parameters,
      expectations: [], line: 1)
    return ExampleRun(Norms(), example, file: "examples.yaml").measures.map(\.value)
  }

  @Test func `what the example does not name is what is shipped`() throws {
    let day = try #require(Day(year: 2025, month: 12, day: 31))
    let shipped = try #require(
      ParameterTable.shipped.value(
        Norms.rate.id, on: day))
    #expect(try values([]) == [7, shipped.value])
  }

  @Test func `what the example names stands before what is shipped`() throws {
    let named = [
      WorkedExample.Parameter(id: "norms.own", value: 3, line: 1),
      WorkedExample.Parameter(id: Norms.rate.id, value: 0.5, line: 2),
    ]
    #expect(try values(named) == [3, 0.5])
  }
}
