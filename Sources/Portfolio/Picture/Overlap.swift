import ExportKit

/// Something that two reports may both have counted.
public struct Overlap: Sendable, Hashable {
  /// What kind of overlap; the raw value is stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The same grant or contract number in the reports of two projects.
    case grant = "same_grant"
    /// Cash that another reporting organisation puts in: its cost, this project's income.
    case costAsIncome = "cost_as_income"
    /// The same outcome of the same stakeholder, claimed by two projects.
    case outcome = "same_outcome"
    /// Two reports of one project over periods that overlap.
    case period = "same_period"

    /// What readers see.
    public var label: Text {
      switch self {
      case .grant: Text("Same grant or contract", nl: "Zelfde subsidie of contract")
      case .costAsIncome:
        Text(
          "One project’s cost, another’s income", nl: "Kosten van de één, inkomsten van de ander")
      case .outcome:
        Text("Same outcome, same stakeholder", nl: "Zelfde uitkomst, zelfde belanghebbende")
      case .period:
        Text("Overlapping periods of one project", nl: "Overlappende perioden van één project")
      }
    }
  }

  /// A report that takes part.
  public struct Member: Sendable, Hashable {
    /// Its number in the portfolio.
    public let report: Int64
    /// The project's name.
    public let name: String
    /// The first and last day of its period.
    public let first: String
    /// The last day of its period.
    public let last: String
    /// The amount that it states, absent where it states none.
    public let amount: Double?
    /// The currency's code.
    public let currency: String?
    let project: String
  }

  /// What kind.
  public let kind: Kind
  /// What is shared: a number, a name, a description.
  public let subject: String
  /// The reports, at most `mostMembers` of them.
  public let members: [Member]
  /// How many reports there are.
  public let count: Int

  /// How many reports of one overlap are listed.
  public static let mostMembers = 20

  /// Of reports that share something, those whose period overlaps that of another project's.
  static func overlapping(_ members: [Member]) -> [Member] {
    let sorted = members.sorted { ($0.first, $0.last, $0.report) < ($1.first, $1.last, $1.report) }
    var meets = [Bool](repeating: false, count: sorted.count)
    // Periods are few however many the reports: each pair of periods is looked at once.
    var periods: [Stretch: [Int]] = [:]
    for (index, member) in sorted.enumerated() {
      periods[Stretch(first: member.first, last: member.last), default: []].append(index)
    }
    for (one, ones) in periods {
      let others = periods.filter { $0.key.meets(one) }.values.joined()
      let projects = Set(others.map { sorted[$0].project })
      for index in ones where projects.count > 1 || !projects.contains(sorted[index].project) {
        meets[index] = true
      }
    }
    return sorted.indices.filter { meets[$0] }.map { sorted[$0] }
  }

  private struct Stretch: Hashable {
    let first: String
    let last: String

    func meets(_ other: Stretch) -> Bool { first <= other.last && other.first <= last }
  }
}
