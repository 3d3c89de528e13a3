import Foundation
import MoneyFlow

/// Solves for all rounds of money over a matrix whose parts lie in files: `.p`, `.i`, `.d`, `.f`.
func solve(_ prefix: String) throws {
  let clock = ContinuousClock()
  let started = clock.now
  let injection = try numbers(prefix + ".f", Double.self)
  let matrix = try matrix(prefix, firms: injection.count)
  let built = clock.now
  let solution = try matrix.allRounds(of: injection, tolerance: 1e-10)
  let solved = clock.now
  let total = solution.amounts.reduce(0, +)
  print(
    "build", seconds(built - started), "solve", seconds(solved - built), "sweeps", solution.sweeps,
    "proved bound", solution.errorBound / total, "of the sum; sum x/f",
    total / injection.reduce(0, +))
}

/// The matrix of payments: what each firm received is 1, so that what it pays are its shares.
private func matrix(_ prefix: String, firms: Int) throws -> FlowMatrix {
  let starts = try numbers(prefix + ".p", Int32.self)
  return try FlowMatrix(
    accounts: (0..<firms).map { FlowAccount("f\($0)", .supplier) },
    receipts: Dictionary(uniqueKeysWithValues: (0..<firms).map { ($0, 1.0) }),
    bringPayments: { take in try bringPayments(prefix, starts, take) })
}

/// Reads the payments from their files, a block at a time, as a project reads those of its store.
private func bringPayments(
  _ prefix: String, _ starts: [Int32], _ take: (FlowPayment) -> Void
) throws {
  let payers = try FileHandle(forReadingFrom: URL(filePath: prefix + ".i"))
  let shares = try FileHandle(forReadingFrom: URL(filePath: prefix + ".d"))
  var (payee, entry) = (0, 0)
  while let payersRead = try payers.read(upToCount: 4 << 16),
    let sharesRead = try shares.read(upToCount: 8 << 16)
  {
    payersRead.withUnsafeBytes { payersRead in
      sharesRead.withUnsafeBytes { sharesRead in
        let block = zip(
          payersRead.bindMemory(to: Int32.self), sharesRead.bindMemory(to: Double.self))
        for (payer, share) in block {
          while payee + 1 < starts.count, entry >= Int(starts[payee + 1]) { payee += 1 }
          take(FlowPayment(from: Int(payer), to: payee, share))
          entry += 1
        }
      }
    }
  }
}

private func numbers<Number>(_ path: String, _ type: Number.Type) throws -> [Number] {
  try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe).withUnsafeBytes {
    Array($0.bindMemory(to: type))
  }
}

private func seconds(_ duration: Duration) -> Double {
  let parts = duration.components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}
