import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// A project's tables of materials, waste and repairs; a table that is `nil` is absent.
struct CircularityFixture {
  var materials: [[String: CellValue]]?
  var waste: [[String: CellValue]]?
  var repairs: [[String: CellValue]]?
  var activities: [[String: CellValue]]?
  var goods: [[String: CellValue]]?
  var food: [[String: CellValue]]?
  var energy: [[String: CellValue]]?
  var parameters = ParameterTable.shipped

  func measures(in year: Int = 2025) throws -> [Measure] {
    var contents: [String: TableContent] = [:]
    contents["materials"] = materials.map { HandMade.table(Product.self, $0) }
    contents["waste_streams"] = waste.map { HandMade.table(WasteStream.self, $0) }
    contents["repairs"] = repairs.map { HandMade.table(Repair.self, $0) }
    contents["circular_activities"] = activities.map { HandMade.table(CircularActivity.self, $0) }
    contents["goods_in"] = goods.map { HandMade.table(GoodsEntry.self, $0) }
    contents["food_saved"] = food.map { HandMade.table(FoodSaved.self, $0) }
    contents["energy"] = energy.map { HandMade.table(EnergyReading.self, $0) }
    return try CircularityIndicator().measure(
      ProjectData(
        project: HandMade.project(period: #require(Period(year: year))),
        card: CircularityIndicator.card, contents: contents, ledger: nil,
        parameters: parameters))
  }

  func measure(_ id: String, in year: Int = 2025) throws -> Measure {
    try #require(measures(in: year).first { $0.card.id == id })
  }

  /// A linear product of average life; cells that are named replace its own, and `nil` empties one.
  static func product(
    _ id: String, mass: Double = 1, _ cells: [String: Double?] = [:]
  ) -> [String: CellValue] {
    var row: [String: CellValue] = [
      "id": .text(id), "product": .text("Product \(id)"), "mass": .number(mass),
      "lifetime_factor": .number(1), "use_factor": .number(1),
    ]
    for share in [
      "recycled_feedstock", "reused_feedstock", "biological_feedstock", "collected_for_recycling",
      "collected_for_reuse", "collected_for_composting", "energy_recovery",
    ] { row[share] = .number(0) }
    for (column, value) in cells { row[column] = value.map { .number($0) } ?? .absent }
    return row
  }

  static func stream(_ mass: Double, to destination: String?) -> [String: CellValue] {
    [
      "date": .day(iso: "2025-06-30"), "stream": .text("Inboedel"), "mass": .number(mass),
      "destination": destination.map { .text($0) } ?? .absent,
    ]
  }

  static func repair(
    _ id: String, _ status: String, of product: String = "Lamp", weight: Double? = nil,
    kind: String? = nil, powered: Bool? = nil, day: String = "2025-03-08"
  ) -> [String: CellValue] {
    [
      "id": .text(id), "date": .day(iso: day), "product_category": .text(product),
      "repair_status": .text(status), "weight": weight.map { .number($0) } ?? .absent,
      "kind": kind.map { .text($0) } ?? .absent,
      "powered": powered.map { .flag($0) } ?? .absent,
    ]
  }

  static func activity(
    _ rung: String, mass: Double? = nil, amount: Double? = nil
  ) -> [String: CellValue] {
    [
      "date": .day(iso: "2025-06-30"), "activity": .text("Kledingruil"), "rung": .text(rung),
      "mass": mass.map { .number($0) } ?? .absent,
      "amount": amount.map { .number($0) } ?? .absent,
    ]
  }

  static func goods(_ moment: String, _ mass: Double) -> [String: CellValue] {
    [
      "date": .day(iso: "2025-06-30"), "goods": .text("Meubels"), "moment": .text(moment),
      "mass": .number(mass),
    ]
  }
}
