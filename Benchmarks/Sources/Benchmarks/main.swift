import Foundation
import ImpactModel
import Valuation

let usage = """
  wijkwaarde-benchmarks mc FILE DRAWS [THREADS]   draws the map; whole process is the measure
  wijkwaarde-benchmarks exact FILE                mean, deviation and Sobol indices
  wijkwaarde-benchmarks convolution FILE          the analysis that a report makes
  wijkwaarde-benchmarks report FILE               the same of the first 20 rows

  """

/// Runs work some times and gives its last result with the median time in milliseconds.
func timed<Result>(_ times: Int, _ work: () throws -> Result) rethrows -> (Result, Double) {
  let clock = ContinuousClock()
  var milliseconds: [Double] = []
  var start = clock.now
  var result = try work()
  for index in 0..<times {
    if index > 0 {
      start = clock.now
      result = try work()
    }
    let parts = (clock.now - start).components
    milliseconds.append(Double(parts.seconds) * 1_000 + Double(parts.attoseconds) * 1e-15)
  }
  return (result, milliseconds.sorted()[times / 2])
}

func show(_ analysis: DoubtAnalysis, _ milliseconds: Double) {
  guard let ratio = analysis.ratio else { return }
  let percentiles = [ratio.low, ratio.median, ratio.high]
  print(
    analysis.method.rawValue, analysis.draws, "draws:", milliseconds, "ms; mean", ratio.mean,
    "deviation", ratio.deviation, "percentiles", percentiles.map(\.value), "errors",
    percentiles.map(\.error), "below 1:", analysis.chanceBelowOne ?? 0)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
var map = try ReferenceMap.read(arguments[2])
switch arguments[1] {
case "mc":
  let draws = arguments.count > 3 ? Int(arguments[3]) ?? 1_000_000 : 1_000_000
  let threads = arguments.count > 4 ? Int(arguments[4]) : nil
  let (analysis, time) = try timed(1) { try map.drawn(seed: 1, draws: draws, workers: threads) }
  show(analysis, time)
case "exact":
  let (moments, time) = try timed(21) { try map.exactMoments() }
  guard let moments else { break }
  let investment = map.map.inputs.reduce(0) { $0 + $1.amount }
  let first = moments.drivers.prefix(5).map { ($0.group, $0.totalEffect) }
  print(
    "exact:", time, "ms; mean", moments.mean / investment, "deviation",
    moments.variance.squareRoot() / investment, "total effects", first)
case "convolution", "report":
  if arguments[1] == "report" {
    map.map.rows = Array(map.map.rows.prefix(20))
    let kept = Set(map.map.rows.map(\.id))
    map.doubts = map.doubts.filter { doubt in
      guard case .row(let row, _) = doubt.place else { return true }
      return kept.contains(row)
    }
  }
  let (analysis, time) = try timed(11) { try map.analysed(seed: 1) }
  show(analysis, time)
default:
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
