/// The revision of a report, ordered as people number things: 2 before 10, 1.9 before 1.10.
///
/// It is cut into runs of digits, which compare as numbers, and runs of other characters, which
/// compare as they are; where one is the beginning of the other, the longer one is newer.
struct Revision: Comparable {
  private enum Run: Equatable {
    case digits(String)
    case other(String)
  }

  private let runs: [Run]

  /// Takes a revision apart.
  init(_ text: String) {
    var runs: [Run] = []
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      switch (runs.last, isDigit) {
      case (.digits(let run), true): runs[runs.count - 1] = .digits(run + String(character))
      case (.other(let run), false): runs[runs.count - 1] = .other(run + String(character))
      case (_, true): runs.append(.digits(String(character)))
      case (_, false): runs.append(.other(String(character)))
      }
    }
    self.runs = runs.map {
      guard case .digits(let run) = $0 else { return $0 }
      let significant = run.drop { $0 == "0" }
      return .digits(String(significant))
    }
  }

  static func < (one: Revision, other: Revision) -> Bool {
    for (left, right) in zip(one.runs, other.runs) where left != right {
      switch (left, right) {
      case (.digits(let left), .digits(let right)):
        return left.count == right.count ? left < right : left.count < right.count
      case (.other(let left), .other(let right)): return left < right
      case (.digits, .other): return true
      case (.other, .digits): return false
      }
    }
    return one.runs.count < other.runs.count
  }
}
