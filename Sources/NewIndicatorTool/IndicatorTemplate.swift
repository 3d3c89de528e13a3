/// The files of a new indicator: one that works, small enough to be read and changed.
struct IndicatorTemplate {
  let name: ModuleName
  let dutchTitle: String

  /// The marker by which the program finds the module.
  var marker: String { "type: \(name.text)Indicator\n" }

  /// The indicator itself.
  var source: String {
    """
    import IndicatorKit

    /// \(name.title): how many hours went into it, and which part was done together.
    public struct \(name.text)Indicator: Indicator {
      /// What it reads and measures.
      public static let card = IndicatorCard(
        id: "\(name.identifier)",
        title: Text(
          "\(name.title)",
          nl: "\(dutchTitle)"),
        summary: Text(
          "How many hours went into the activities, and which part was done together.",
          nl: "Hoeveel uren er in de activiteiten gingen, en welk deel samen werd gedaan."),
        tables: [Activity.self], measures: [together, hours],
        references: [Reference("Own method: the activities as the project lists them")])

      static let together = MeasureCard(
        "together", Text("Done together", nl: "Samen gedaan"),
        help: Text(
          "The activities that were done together, out of all activities.",
          nl: "De activiteiten die samen werden gedaan, van alle activiteiten."),
        kind: .share, aggregation: .pooled)

      static let hours = MeasureCard(
        "hours", Text("Hours", nl: "Uren"),
        help: Text(
          "The hours of all activities, split by how they were done.",
          nl: "De uren van alle activiteiten, verdeeld naar hoe ze werden gedaan."),
        kind: .sum, unit: .hour, aggregation: .sum, feedsValueMap: true)

      /// Makes the indicator; it has no state.
      public init() {}

      /// Measures the activities of the reporting period.
      public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
        let activities = try project.rows(Activity.self)
        guard !activities.isEmpty else { throw NotMeasurable(Self.noActivities) }
        return [
          Self.together.share(activities.filter { $0.manner == .together }, of: activities),
          Self.hours.sum(activities, columns: ["hours"]) { $0.hours }
            .broken(down: byManner(activities)),
        ]
      }

      private func byManner(_ activities: Rows<Activity>) -> Breakdown {
        Breakdown(
          id: "manner", label: Text("How", nl: "Hoe"), unit: .hour,
          entries: Manner.allCases.map { manner in
            let rows = activities.filter { $0.manner == manner }
            return Breakdown.Entry(
              id: manner.rawValue, label: manner.label, value: rows.sum { $0.hours })
          })
      }

      private static let noActivities = Text(
        "the table has no activities in this period",
        nl: "de tabel heeft geen activiteiten in deze periode")
    }

    /// How an activity was done.
    enum Manner: String, Choice {
      case together
      case alone

      var label: Text {
        switch self {
        case .together: Text("Together", nl: "Samen")
        case .alone: Text("Alone", nl: "Alleen")
        }
      }
    }

    /// One activity: a line of `tables/\(name.identifier).csv`.
    struct Activity: TableRow {
      static let table = TableCard(
        id: "\(name.identifier)",
        title: Text(
          "\(name.title)",
          nl: "\(dutchTitle)"),
        summary: Text("One line per activity.", nl: "Eén regel per activiteit."), date: "date")

      @Column(
        "Date", nl: "Datum",
        help: Text("The day of the activity.", nl: "De dag van de activiteit."),
        example: "2025-03-08")
      var date: Day
      @Column(
        "How", nl: "Hoe",
        help: Text("Together or alone.", nl: "Samen of alleen."), example: "samen")
      var manner: Manner
      @Column(
        "Hours", nl: "Uren", unit: .hour, bounds: 0...10_000,
        help: Text("How many hours it took.", nl: "Hoeveel uur het duurde."), example: "3")
      var hours: Double
    }

    """
  }

  /// The worked examples: rows in, measures out; shown on the reference page and run as tests.
  var examples: String {
    """
    # Worked examples: rows as a lead fills them in, and what the measures come to. Tests run them.

    - en: Two of three activities are done together; a day of another year does not count.
      nl: Twee van de drie activiteiten gaan samen; een dag uit een ander jaar telt niet mee.
      period: 2025
      tables:
        \(name.identifier): |
          Date,How,Hours
          2025-03-08,together,3
          2025-04-12,together,1.5
          2025-05-10,alone,2
          2024-12-31,alone,9
      measures:
        together: { value: 0.666667, tolerance: 0.000001 }
        hours: 6.5

    - en: Without activities nothing is measured.
      nl: Zonder activiteiten wordt niets gemeten.
      period: 2025
      measures:
        together: { absent: no activities in this period }
        hours: { absent: no activities in this period }

    """
  }

  /// A test that reckons by hand what the indicator must give.
  var test: String {
    """
    import IndicatorKit
    import TestSupport
    import Testing

    @testable import \(name.text)

    @Suite struct \(name.text)Tests {
      @Test func `hours are summed and split by how they were done`() throws {
        let measures = try measures([
          ["date": .day(iso: "2025-03-08"), "manner": .text("together"), "hours": .number(3)],
          ["date": .day(iso: "2025-04-12"), "manner": .text("together"), "hours": .number(1.5)],
          ["date": .day(iso: "2025-05-10"), "manner": .text("alone"), "hours": .number(2)],
          ["date": .day(iso: "2024-12-31"), "manner": .text("alone"), "hours": .number(9)],
        ])
        let together = try #require(measures.first { $0.card.id == "together" })
        #expect(together.value == 2.0 / 3)
        let hours = try #require(measures.first { $0.card.id == "hours" })
        #expect(hours.value == 6.5)
        #expect(hours.breakdowns.first?.entries.map(\\.value) == [4.5, 2])
      }

      @Test func `an empty table gives no number`() {
        #expect(throws: NotMeasurable.self) { try measures([]) }
      }

      @Test func `every column says how it is filled in`() {
        #expect(DeclarationFaults.list(Activity.self) == [])
      }

      private func measures(_ rows: [[String: CellValue]]) throws -> [Measure] {
        try \(name.text)Indicator().measure(
          ProjectData(
            project: HandMade.project(period: #require(Period(year: 2025))),
            card: \(name.text)Indicator.card,
            contents: [Activity.table.id: HandMade.table(Activity.self, rows)], ledger: nil,
            parameters: ParameterTable([])))
      }
    }

    """
  }
}
