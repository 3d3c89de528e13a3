import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// A project with contracts, a norm of 36 hours and, where a test gives them, books.
struct EmploymentFixture {
  /// One contract in the words of a test.
  struct Contract {
    var id: String
    var person: String
    var start = "2025-01-01"
    var end: String?
    var hours = 36.0
    var group: String? = "none"
    var postcode: String?
    var kind: String?
    var wage: Double?
    var isApprentice: Bool?
  }

  var contracts: [Contract]
  var norm: Double? = 36
  var ledger: Ledger?
  var postcodes = ["9999"]
  /// Other tables, by identifier.
  var tables: [String: TableContent] = [:]
  /// Parameters beside the norm, by identifier.
  var parameters: [String: Double] = [:]

  func measures(in year: Int = 2025) throws -> [Measure] {
    try EmploymentIndicator().measure(data(in: #require(Period(year: year))))
  }

  func measure(_ id: String, in year: Int = 2025) throws -> Measure {
    try #require(measures(in: year).first { $0.card.id == id })
  }

  func data(in period: Period) throws -> ProjectData {
    var stated = parameters
    stated["employment.full_time_hours"] = norm
    let from = try #require(Day(year: 2020, month: 1, day: 1))
    let values = stated.sorted { $0.key < $1.key }.map { id, value in
      ParameterValue(
        id: id, value: value, from: from, until: nil, source: "cao",
        origin: .parameter(id: id, value: value, source: "cao"))
    }
    return ProjectData(
      project: HandMade.project(period: period, postcodes: postcodes),
      card: EmploymentIndicator.card,
      contents: tables.merging(["staff": table]) { _, staff in staff }, ledger: ledger,
      parameters: ParameterTable(values))
  }

  private var table: TableContent {
    HandMade.table(
      StaffMember.self,
      contracts.map { contract in
        [
          "id": .text(contract.id), "person": .person(named: contract.person),
          "start": .day(iso: contract.start),
          "end": contract.end.map { .day(iso: $0) } ?? .absent,
          "hours_per_week": .number(contract.hours),
          "target_group": contract.group.map { .text($0) } ?? .absent,
          "postcode": contract.postcode.map { .text($0) } ?? .absent,
          "contract": contract.kind.map { .text($0) } ?? .absent,
          "hourly_wage": contract.wage.map { .number($0) } ?? .absent,
          "is_apprentice": contract.isApprentice.map { .flag($0) } ?? .absent,
        ]
      })
  }
}
