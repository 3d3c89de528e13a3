import Foundation
import ImpactModel
import TestSupport

@testable import Verification

/// A random value map as somebody may have made it, right but for at most one fault.
struct RandomMap {
  /// A fault that is planted.
  enum Fault: CaseIterable {
    case additive, firstPeriodDropOff, retainedShare, otherTiming, droppedRow, shiftedRow
    case percentAsNumber, netForGross, roundedUp

    /// Whether the fault stands in a row, and not in a total or a result.
    var isOfRow: Bool {
      switch self {
      case .additive, .firstPeriodDropOff, .retainedShare, .otherTiming, .percentAsNumber: true
      case .droppedRow, .shiftedRow, .netForGross, .roundedUp: false
      }
    }
  }

  /// How shares are written.
  enum ShareStyle: CaseIterable { case sign, percent, fraction }

  private struct Row {
    var quantity: Double
    var proxy: Double
    var shares: [Double]
    var dropOff: Double
    var start: Int
    var duration: Int
    var impact = 0.0
    var values: [Double] = []
    var presentValue = 0.0

    var gross: Double { quantity * proxy }
    var kept: Double { shares.reduce(1) { $0 * (1 - $1) } }
  }

  /// The map as a CSV file.
  let text: String
  /// The number in the file of the row with the fault, or of the row that a total leaves out.
  let faultyRow: Int?

  private let isDutch: Bool
  private let style: ShareStyle
  private let decimals: Int?

  init(_ random: inout SeededGenerator, fault: Fault? = nil) {
    isDutch = .random(using: &random)
    style = ShareStyle.allCases.randomElement(using: &random) ?? .sign
    decimals = [nil, 2, 0].randomElement(using: &random) ?? nil
    let rate = Double(Int.random(in: 2...10, using: &random)) / 2 / 100
    let periods = Int.random(in: 2...6, using: &random)
    let timing = [MapTiming.start, .end, .middle].randomElement(using: &random) ?? .start
    var rows = (0..<Int.random(in: 3...12, using: &random)).map { _ in
      RandomMap.row(&random, periods: periods, isFaulty: fault != nil)
    }
    let victim = Int.random(in: 0..<rows.count, using: &random)
    for index in rows.indices {
      let own = index == victim ? fault : nil
      RandomMap.value(&rows[index], periods: periods, fault: own)
      let used: MapTiming =
        own == .otherTiming ? (timing == .end ? .middle : .end) : timing
      rows[index].presentValue = rows[index].values.enumerated().reduce(0) {
        $0 + $1.element * used.factor(period: $1.offset + 1, rate: rate, last: periods)
      }
    }
    var lines = [isDutch ? "Waardenkaart" : "Value map", RandomMap.headings(isDutch, periods)]
    let writer = Writer(isDutch: isDutch, style: style, decimals: decimals)
    for (index, row) in rows.enumerated() {
      lines.append(
        writer.line(
          [
            "g\(index % 3)", isDutch ? "Effect \(index + 1)" : "Outcome \(index + 1)",
            writer.given(row.quantity), writer.given(row.proxy),
          ] + row.shares.map(writer.share)
            + [
              writer.share(row.dropOff), "\(row.duration)", "\(row.start)",
              writer.result(row.impact),
            ]
            + row.values.map(writer.result) + [writer.result(row.presentValue)]))
    }
    // A range that is one row short, or that starts one row too late and counts the last one twice.
    func total(_ value: (Row) -> Double) -> Double {
      let sum = rows.reduce(0) { $0 + value($1) }
      switch fault {
      case .droppedRow: return sum - value(rows[victim])
      case .shiftedRow: return sum - value(rows[0])
      default: return sum
      }
    }
    let present = total(\.presentValue)
    let blanks = [String](repeating: "", count: 9)
    lines.append(
      writer.line(
        [isDutch ? "Totaal" : "Total"] + blanks + [writer.result(total(\.impact))]
          + (0..<periods).map { period in writer.result(total { $0.values[period] }) }
          + [writer.result(present)]))
    // A headline is rounded up where it exceeds the ratio by more than 1 %.
    let told =
      Double(Int.random(in: 11...85, using: &random) / 10)
      + Double.random(in: 0.1...0.8, using: &random)
    let inputs =
      fault == .roundedUp
      ? (present / told).rounded() : Double(Int.random(in: 20...900, using: &random)) * 100
    let ratio = fault == .netForGross ? present / inputs - 1 : present / inputs
    lines += [
      writer.line([isDutch ? "Discontovoet" : "Discount rate", writer.rate(rate)]),
      writer.line([isDutch ? "Inbreng" : "Investment", writer.given(inputs)]),
      writer.line([
        isDutch ? "Netto contante waarde" : "Net present value", writer.result(present - inputs),
      ]),
      writer.line([
        isDutch ? "SROI-ratio" : "SROI ratio",
        fault == .roundedUp ? String(Int(ratio) + 1) : writer.ratio(ratio),
      ]),
    ]
    text = lines.joined(separator: "\n") + "\n"
    faultyRow =
      switch fault {
      case .droppedRow: victim + 3
      case .shiftedRow: 3
      case .some(let fault) where fault.isOfRow: victim + 3
      default: nil
      }
  }

  private static func row(
    _ random: inout SeededGenerator, periods: Int, isFaulty: Bool
  ) -> Row {
    func share(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &random)) / 100
    }
    // A fault that changes nothing cannot be found, so faulty maps have no share of zero or a half.
    let low = isFaulty ? 5 : 0
    let start = Int.random(in: 1...(isFaulty ? 1 : 2), using: &random)
    return Row(
      quantity: Double(Int.random(in: 5...200, using: &random)),
      proxy: Double(Int.random(in: 2_000...500_000, using: &random)) / 100,
      shares: (0..<3).map { _ in share(low...45) }, dropOff: share(low...60), start: start,
      duration: Int.random(in: (isFaulty ? 2 : 1)...(periods - start + 1), using: &random))
  }

  private static func value(_ row: inout Row, periods: Int, fault: Fault?) {
    switch fault {
    case .additive: row.impact = row.gross * (1 - row.shares.reduce(0, +))
    case .retainedShare:
      row.impact = row.gross * row.shares[0] * (1 - row.shares[1]) * (1 - row.shares[2])
    case .percentAsNumber:
      row.impact = row.gross * (1 - 100 * row.shares[0]) * (1 - row.shares[1]) * (1 - row.shares[2])
    default: row.impact = row.gross * row.kept
    }
    let offset = fault == .firstPeriodDropOff ? 1 : 0
    row.values = (1...periods).map { period in
      let k = period - row.start
      guard (0..<row.duration).contains(k) else { return 0 }
      return row.impact * pow(1 - row.dropOff, Double(k + offset))
    }
  }

  private static func headings(_ isDutch: Bool, _ periods: Int) -> String {
    let names =
      isDutch
      ? [
        "Belanghebbende", "Effect", "Aantal", "Financiële proxy", "Zonder ons ook", "Verdringing",
        "Toerekening aan anderen", "Afname per jaar", "Duur", "Eerste jaar", "Impact",
      ]
      : [
        "Stakeholder", "Outcome", "Quantity", "Financial proxy", "Deadweight", "Displacement",
        "Attribution", "Drop-off", "Duration", "Outcomes start", "Impact",
      ]
    let years = (1...periods).map { isDutch ? "Jaar \($0)" : "Year \($0)" }
    return (names + years + [isDutch ? "Contante waarde" : "Present value"])
      .joined(separator: isDutch ? ";" : ",")
  }

  /// Writes numbers as a Dutch or an English spreadsheet saves them.
  private struct Writer {
    let isDutch: Bool
    let style: ShareStyle
    let decimals: Int?

    func line(_ cells: [String]) -> String { cells.joined(separator: isDutch ? ";" : ",") }

    func given(_ value: Double) -> String { marked(DecimalText.exact(value)) }

    func result(_ value: Double) -> String {
      guard let decimals else { return marked(DecimalText.exact(value)) }
      return marked(String(format: "%.\(decimals)f", value))
    }

    func ratio(_ value: Double) -> String { marked(String(format: "%.2f", value)) }

    func rate(_ value: Double) -> String { marked(DecimalText.exact(value * 100)) + " %" }

    func share(_ value: Double) -> String {
      let percent = DecimalText.exact((value * 100).rounded())
      return switch style {
      case .sign: percent + "%"
      case .percent: percent
      case .fraction: marked(DecimalText.exact(value))
      }
    }

    private func marked(_ text: String) -> String {
      isDutch ? text.replacingOccurrences(of: ".", with: ",") : text
    }
  }
}
