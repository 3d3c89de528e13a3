import Foundation
import IndicatorKit
import Pipeline
import TestSupport

/// A small project of 2025 made of texts: the time bank of the reference, which a test changes.
struct TestProject {
  /// The text of each table.
  var tables: [String: String] = [
    "stakeholders": """
    id,name,domain,included,reason
    people,Members,citizens,yes,They are helped
    town,Town,government,yes,It pays

    """,
    "inputs": """
    id,stakeholder,description,kind,period,quantity,quantity_from,rate,price_year
    i1,town,Grant,cash,1,50000,,,

    """,
    "outcomes": outcomes(""),
    "proxies": proxies(year: "2025"),
  ]
  /// Whether the books of the example are there: two audit files of 2025.
  var hasBooks = false
  /// The modules.
  var indicators: [any Indicator] = []
  /// The settings from the periods on.
  var periods = "  - {from: 2025-01-01, until: 2025-12-31}"
  var baseYear = 2025

  /// The outcomes of the time bank, and more rows.
  static func outcomes(_ more: String) -> String {
    let deductions = "10 %,a,10 %,b,10 %,c,70 %,d,1,2"
    return """
      id,stakeholder,description,intended,quantity,quantity_from,proxy,deadweight,deadweight_reason,displacement,displacement_reason,attribution,attribution_reason,drop_off,drop_off_reason,first_period,benefit_periods,state,state_reason,weight
      o1,people,Increased socialisation,yes,95,,p1,\(deductions),,,
      o2,people,Improved health,yes,95,,p2,\(deductions),,,
      o3,people,Greater independence,yes,90,,p3,\(deductions),,,
      o4,people,More included,yes,95,,p4,\(deductions),,,
      \(more)
      """
  }

  /// The proxies of the time bank.
  static func proxies(year: String, currency: String = "") -> String {
    """
    id,description,value,price_year,currency,source
    p1,Socialisation,3432,\(year),\(currency),Reference
    p2,Health,600,\(year),\(currency),Reference
    p3,Independence,640,\(year),\(currency),Reference
    p4,Inclusion,4353,\(year),\(currency),Reference

    """
  }

  private var settings: String {
    """
    project: {id: time-bank, revision: "1", name: Time bank, perspective: evaluation, language: en, currency: EUR}
    organisation: {name: Time bank}
    where: {neighbourhood: Somewhere, country: NL, postcodes: ["9999"]}
    periods:
    \(periods)
    value_map: {discount_rate: 3.5 %, benefit_timing: start_of_period, price_base_year: \(baseYear)}

    """
  }

  /// Makes the folder, and its report although there may be errors.
  func report() throws -> ReportResult {
    let folder = try Places.temporaryFolder().appending(path: "time-bank")
    let files = FileManager.default
    try files.createDirectory(
      at: folder.appending(path: "tables"), withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: folder.appending(path: "project.yaml"))
    for (name, text) in tables {
      try Data(text.utf8).write(to: folder.appending(path: "tables/\(name).csv"))
    }
    if hasBooks {
      try files.copyItem(
        at: Places.repository.appending(path: "Examples/groenhof/books"),
        to: folder.appending(path: "books"))
    }
    return try Pipeline(
      registry: Registry(indicators: indicators, exporters: []), program: "Wijkwaarde test"
    ).report(ProjectFolder(folder), isDraftAllowed: true)
  }
}
