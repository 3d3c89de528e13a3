import Dispatch
import ImpactModel

/// The draws of a sum of products, one after the other for each row of the map.
struct Drawing: Sendable {
  let seed: UInt64
  /// How many draws.
  let count: Int
  /// How many threads share the work; the draws do not depend on it.
  let workers: Int

  /// The most tables that are held at a time, about 50 MB.
  private static let mostTables = 1_024

  init(seed: UInt64, count: Int, workers: Int? = nil) {
    self.seed = seed
    self.count = max(1, count)
    self.workers = max(1, workers ?? Parallel.usualWorkers)
  }

  /// The most factors that are drawn in one analysis: two seconds of two processor cores.
  static let mostFactorDraws = 1_000_000_000

  /// The draws that an analysis of so many factors may have.
  static func draws(wanted: Int, factors: Int) -> Int {
    let allowed = mostFactorDraws / max(1, factors)
    return min(max(1, wanted), max(DrawStream.blockSize, allowed))
  }

  /// Draws a sum of products.
  ///
  /// - Throws: `ValuationError` where a factor or a sum is no finite number.
  func sums(
    _ products: [Product], certain: Double, groups: [DoubtModel.Group]
  ) throws(ValuationError) -> [Double] {
    let streams = groups.map { DrawStream($0.streamName, seed: seed) }
    var sums = [Double](repeating: certain, count: count)
    var start = 0
    while start < products.count {
      var (end, tables) = (start, 0)
      repeat {
        tables += products[end].factors.count
        end += 1
      } while end < products.count
        && tables + products[end].factors.count <= Drawing.mostTables
      try add(Array(products[start..<end]), streams, to: &sums)
      start = end
    }
    guard DrawArithmetic.holds(sums, { $0.isFinite }) else { throw .totalNotFinite }
    return sums
  }

  private func add(
    _ products: [Product], _ streams: [DrawStream], to sums: inout [Double]
  ) throws(ValuationError) {
    let plan = TablePlan(products, workers: workers)
    if let row = plan.rowNotFinite { throw .notFinite(row: row) }
    let (count, workers) = (count, workers)
    sums.withUnsafeMutableBufferPointer { buffer in
      // Each worker writes the blocks that are its own, and none other reads them meanwhile.
      nonisolated(unsafe) let sums = buffer
      let blocks = (count + DrawStream.blockSize - 1) / DrawStream.blockSize
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let scratch = DrawScratch()
        for block in stride(from: worker, to: blocks, by: workers) {
          let first = block * DrawStream.blockSize
          let last = min(first + DrawStream.blockSize, count)
          scratch.add(
            plan, streams, block, to: UnsafeMutableBufferPointer(rebasing: sums[first..<last]))
        }
      }
    }
  }
}

/// The tables of some products, each made once however many rows have the factor.
private struct TablePlan: Sendable {
  struct Step: Sendable {
    let constant: Double
    let factors: [(group: Int, table: Int)]
  }

  let steps: [Step]
  let tables: [FactorTable]
  /// A row of which a factor is not finite.
  let rowNotFinite: RowID?

  init(_ products: [Product], workers: Int) {
    var indices: [[FactorPart]: Int] = [:]
    var wanted: [(factor: Factor, row: RowID)] = []
    steps = products.map { product in
      Step(
        constant: product.constant,
        factors: product.factors.map { factor in
          if let index = indices[factor.parts] { return (factor.group, index) }
          indices[factor.parts] = wanted.count
          wanted.append((factor, product.row))
          return (factor.group, wanted.count - 1)
        })
    }
    let factors = wanted.map(\.factor)
    tables = Parallel.map(factors.count, workers: workers) { FactorTable(factors[$0]) }
    rowNotFinite = zip(wanted, tables).first { !$0.1.isFinite }?.0.row
  }
}

/// The memory in which a worker draws one block.
private struct DrawScratch {
  private let draws: Scratch<UInt32>
  private let product: Scratch<Double>

  init() {
    draws = Scratch(repeating: 0, count: DrawStream.blockSize)
    product = Scratch(repeating: 0, count: DrawStream.blockSize)
  }

  func add(
    _ plan: TablePlan, _ streams: [DrawStream], _ block: Int,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let draws = UnsafeMutableBufferPointer(rebasing: self.draws.buffer[..<sums.count])
    let product = UnsafeMutableBufferPointer(rebasing: self.product.buffer[..<sums.count])
    for step in plan.steps {
      product.update(repeating: step.constant)
      for factor in step.factors {
        streams[factor.group].fill(self.draws.buffer, block: block, count: sums.count)
        plan.tables[factor.table].multiply(product, draws)
      }
      for index in sums.indices { sums[index] += product[index] }
    }
  }
}

/// Memory of a fixed size that goes when its owner goes.
private final class Scratch<Element> {
  let buffer: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    buffer = .allocate(capacity: count)
    buffer.initialize(repeating: element)
  }

  deinit { buffer.deallocate() }
}
