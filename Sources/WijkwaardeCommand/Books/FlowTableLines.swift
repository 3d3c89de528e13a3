import ImpactModel
import Pipeline

/// A table of who pays whom that was read for showing it.
struct ReadFlowTable {
  let file: String
  let multipliers: FlowTableMultipliers?
  let findings: [Finding]
}

/// The multipliers of a table of who pays whom, as lines for a terminal.
struct FlowTableLines {
  private static let decimals = 4

  let table: ReadFlowTable
  let language: Language

  /// The lines, without the findings.
  var all: [String] {
    guard let found = table.multipliers else { return [table.file] }
    let rows = [headings] + found.accounts.map(cells)
    let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return [table.file]
      + rows.map { row in
        "  "
          + zip(row, widths).enumerated().map { column, cell in
            padded(cell.0, to: cell.1, isLeft: column == 0)
          }.joined(separator: "  ")
      } + notes(found)
  }

  private var headings: [String] {
    [
      Text("account", nl: "rekening"), Text("stays", nl: "blijft"),
      Text("three rounds (LM3)", nl: "drie ronden (LM3)"), Text("type I", nl: "type I"),
      Text("type II", nl: "type II"),
    ].map { $0[language] }
  }

  private func cells(_ account: FlowTableMultipliers.Account) -> [String] {
    [
      account.name, number(account.kept), number(account.threeRounds),
      account.typeOne.map(number) ?? "–",
      table.multipliers?.hasHouseholds == true ? number(account.typeTwo) : "–",
    ]
  }

  private func notes(_ found: FlowTableMultipliers) -> [String] {
    let error = Self.powerOfTen(above: found.errorBound)
    let ends = found.leavesTo.joined(separator: ", ")
    let households = Text(
      "No account is called “households”, so that there is no type II.",
      nl: "Geen rekening heet ‘huishoudens’, dus er is geen type II.")
    let exact = Text(
      "Type I and II are over all rounds; the error is at most \(error).",
      nl: "Type I en II zijn over alle ronden; de fout is hoogstens \(error).")
    let leaves = Text("Money leaves to: \(ends).", nl: "Geld gaat weg naar: \(ends).")
    let notes =
      [exact] + (found.hasHouseholds ? [] : [households]) + (ends.isEmpty ? [] : [leaves])
      + draws(found)
    return notes.map { "  " + $0[language] }
  }

  private func draws(_ found: FlowTableMultipliers) -> [Text] {
    let drawing = found.accounts.filter { $0.drawn != nil }.map(\.name)
    guard !drawing.isEmpty else { return [] }
    let names = drawing.joined(separator: ", ")
    return [
      Text(
        "More is paid than received, from reserves, credit or subsidies, by: \(names). The multipliers "
          + "take all that comes in to be spent at that rate.",
        nl:
          "Meer betaald dan ontvangen, uit reserves, krediet of subsidies, wordt door: \(names). De "
          + "vermenigvuldigers nemen aan dat al wat binnenkomt zo wordt besteed.")
    ]
  }

  /// The first power of ten that a bound does not reach beyond: a bound needs no digits.
  private static func powerOfTen(above bound: Double) -> String {
    var (power, exponent) = (1.0, 0)
    while power / 10 >= bound, exponent < 15 {
      power /= 10
      exponent += 1
    }
    return exponent == 0 ? DecimalText.exact(bound) : "10^−\(exponent)"
  }

  private func number(_ value: Double) -> String {
    DecimalText.rounded(value, decimals: Self.decimals, in: language)
  }

  private func padded(_ text: String, to width: Int, isLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isLeft ? text + space : space + text
  }
}
