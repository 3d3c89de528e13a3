/// Values at chosen ranks of an unsorted list, without sorting it.
///
/// One pass counts the values in 65,536 cells between the least and the greatest, a second one
/// takes those of the cells in which a rank lies; only these are sorted. The values are exact.
struct OrderStatistics {
  private static let cells = 65_536
  private var byRank: [Int: Double] = [:]

  /// - Parameter ranks: from 0; those beyond the list are taken as its nearer end.
  init(_ values: [Double], ranks: [Int]) {
    guard let low = values.min(), let high = values.max() else { return }
    let scale = OrderStatistics.scale(low, high)
    var counts = [Int](repeating: 0, count: OrderStatistics.cells)
    for value in values { counts[OrderStatistics.cell(value, low, scale)] += 1 }
    let wanted = Set(ranks.map { min(max($0, 0), values.count - 1) }).sorted()
    var cellOfRank: [(rank: Int, cell: Int, before: Int)] = []
    var (cell, before) = (0, 0)
    for rank in wanted {
      while before + counts[cell] <= rank {
        before += counts[cell]
        cell += 1
      }
      cellOfRank.append((rank, cell, before))
    }
    var contents: [Int: [Double]] = [:]
    for place in cellOfRank { contents[place.cell] = [] }
    var isWanted = [Bool](repeating: false, count: OrderStatistics.cells)
    for place in cellOfRank { isWanted[place.cell] = true }
    for value in values {
      let cell = OrderStatistics.cell(value, low, scale)
      if isWanted[cell] { contents[cell, default: []].append(value) }
    }
    for cell in contents.keys { contents[cell]?.sort() }
    for place in cellOfRank {
      if let cell = contents[place.cell], cell.indices.contains(place.rank - place.before) {
        byRank[place.rank] = cell[place.rank - place.before]
      }
    }
    count = values.count
  }

  private var count = 0

  /// The value of which `rank` others are not greater.
  func value(_ rank: Int) -> Double? { byRank[min(max(rank, 0), max(0, count - 1))] }

  private static func scale(_ low: Double, _ high: Double) -> Double {
    let scale = Double(cells - 1) / (high - low)
    return scale.isFinite ? scale : 0
  }

  private static func cell(_ value: Double, _ low: Double, _ scale: Double) -> Int {
    // A range too wide for numbers has scale 0, and 0 · ∞ is not below anything.
    let place = (value - low) * scale
    return place < Double(cells - 1) ? max(Int(place), 0) : cells - 1
  }
}
