import ExportKit
import IndicatorKit

/// The names of doubts that several numbers share, from the words of the author.
///
/// Like moves with like: the deadweights that were estimated together, and so on.
enum SharedDoubts {
  /// The names at the numbers of an outcome and of its proxy.
  static func names(of outcome: Outcome, proxy: Proxy?) -> [ReportOutcome.Given: String] {
    var names: [ReportOutcome.Given: String] = [:]
    for given in ReportOutcome.Given.allCases {
      let word: RowLabel? =
        switch given {
        case .quantity: outcome.quantitySharedDoubt
        case .proxy: proxy?.sharedDoubt
        case .deadweight, .displacement, .attribution, .dropOff: outcome.deductionsSharedDoubt
        }
      names[given] = word.map { name($0, given.rawValue) }
    }
    return names
  }

  /// The names at the numbers of an input.
  ///
  /// A quantity of an outcome and one of an input are not alike, although the same word may stand
  /// at both: numerator and denominator that move together make the ratio look surer, which no
  /// two equal words should do by chance.
  static func names(of input: Input) -> [ReportInput.Given: String] {
    guard let word = input.sharedDoubt else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: ReportInput.Given.allCases.map {
        ($0, name(word, "input_" + $0.rawValue))
      })
  }

  private static func name(_ word: RowLabel, _ kind: String) -> String {
    FigureID(joining: "shared", word.description, kind).description
  }
}
