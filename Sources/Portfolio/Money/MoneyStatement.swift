import ExportKit

/// What one report says of the money of its organisation.
struct MoneyStatement {
  /// A kind of place, or somebody, that was paid.
  struct Target {
    let id: String
    let label: Text
    var amount: Double
  }

  /// Cash that came in, by whom it is said to come from.
  struct Receipt {
    let payer: String
    let key: String
    let amount: Double
  }

  /// The report.
  let line: PictureLine
  /// The registered numbers of the organisation.
  var numbers: [String] = []
  /// What it paid, by the measure that says so.
  var targets: [Target] = []
  /// What it received, where the report has it.
  var receipts: [Receipt] = []
  /// The three rounds that the measure was made of, where it was.
  var rounds: Rounds?

  /// Income, what of it is paid nearby, and what of that is spent there again.
  struct Rounds: Equatable {
    var first: Double
    var second: Double
    var third: Double

    static func + (one: Rounds, other: Rounds) -> Rounds {
      Rounds(
        first: one.first + other.first, second: one.second + other.second,
        third: one.third + other.third)
    }
  }

  /// Whether the report says where the money of its organisation goes.
  var tellsSpending: Bool { !targets.isEmpty }

  /// Whether two reports say the same of the spending of one organisation.
  func saysTheSame(as other: MoneyStatement) -> Bool {
    line.first == other.line.first && line.last == other.line.last && rounds == other.rounds
      && targets.map(\.id) == other.targets.map(\.id)
      && targets.map(\.amount) == other.targets.map(\.amount)
  }

  /// Whether the periods of two reports share a day.
  func overlaps(_ other: MoneyStatement) -> Bool {
    line.first <= other.line.last && other.line.first <= line.last
  }
}
