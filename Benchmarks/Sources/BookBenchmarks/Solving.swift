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
  try FlowMatrix(
    accounts: (0..<firms).map { FlowAccount("f\($0)", .supplier) },
    payments: try payments(prefix, firms: firms),
    receipts: Dictionary(uniqueKeysWithValues: (0..<firms).map { ($0, 1.0) }))
}

private func payments(_ prefix: String, firms: Int) throws -> [FlowPayment] {
  let starts = try numbers(prefix + ".p", Int32.self)
  let payers = try numbers(prefix + ".i", Int32.self)
  let shares = try numbers(prefix + ".d", Double.self)
  var payments: [FlowPayment] = []
  payments.reserveCapacity(shares.count)
  for payee in 0..<firms {
    for entry in Int(starts[payee])..<Int(starts[payee + 1]) {
      payments.append(FlowPayment(from: Int(payers[entry]), to: payee, shares[entry]))
    }
  }
  return payments
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
