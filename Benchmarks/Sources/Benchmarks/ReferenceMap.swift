import Foundation
import ImpactModel
import Valuation

/// The value map of the peers, from the text file that their `gen.py` writes.
///
/// The first line has the number of rows, the discount rate and the investment; a row has its
/// years, its quantity and, for proxy, deadweight, displacement, attribution and drop-off, whether
/// it is PERT or triangular, and its low, most likely and high value.
enum ReferenceMap {
  enum Fault: Error {
    case notReadable(String)
  }

  static func read(_ path: String) throws -> DoubtfulMap {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
    guard let head = lines.first, head.count == 3, let investment = RowID("investment") else {
      throw Fault.notReadable(path)
    }
    var doubts: [Doubt] = []
    let rows = try lines.dropFirst().enumerated().map { index, numbers in
      guard numbers.count == 22, let id = RowID("o\(index + 1)") else {
        throw Fault.notReadable(path)
      }
      let own = try parts.enumerated().map { try doubt(id, $1, Array(numbers[(2 + $0 * 4)...])) }
      doubts += own
      func mode(_ index: Int) -> Double { numbers[2 + index * 4 + 2] }
      return ValueMap.Row(
        id: id, quantity: numbers[1], proxy: mode(0), deadweight: mode(1), displacement: mode(2),
        attribution: mode(3), dropOff: mode(4), firstPeriod: 1, benefitPeriods: Int(numbers[0]))
    }
    let map = ValueMap(
      rate: head[1], benefitTiming: .endOfPeriod, inputTiming: .startOfPeriod, rows: rows,
      inputs: [ValueMap.Input(id: investment, amount: head[2], period: 1)])
    return DoubtfulMap(map, doubts: doubts)
  }

  private static let parts: [Doubt.Part] = [
    .proxy, .deadweight, .displacement, .attribution, .dropOff,
  ]

  private static func doubt(_ row: RowID, _ part: Doubt.Part, _ numbers: [Double]) throws -> Doubt {
    let (low, mode, high) = (numbers[1], numbers[2], numbers[3])
    let made =
      numbers[0] == 1
      ? Distribution.pert(low: low, mode: mode, high: high)
      : Distribution.triangular(low: low, mode: mode, high: high)
    guard let made else { throw Fault.notReadable("row \(row)") }
    let name = part == .dropOff ? "drop_off" : part.rawValue
    return Doubt(
      id: FigureID(joining: "outcome", row.description, name), place: .row(row, part),
      distribution: made)
  }
}
