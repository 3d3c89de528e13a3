/// What every indicator promises; each promise is tried by a test of its own.
public enum Promise: String, Sendable, Hashable, CaseIterable {
  /// Its declaration is complete, in English and in Dutch.
  case declaration
  /// It has at least two worked examples, one of them empty, and gives what they say.
  case examples
  /// Its importers read their own files and no others, also half ones.
  case imports
  /// It gives every declared measure once, made as its card says.
  case measures
  /// It reads all that it declares, and nothing else.
  case reading
  /// It gives the same result twice, one after the other and side by side.
  case repetition
  /// It gives the same result in any order of the rows.
  case order
  /// Every value says from which rows, books or parameters it comes.
  case origins
  /// It gives no number where there are no rows.
  case emptiness
  /// Ten times as many rows take no more than about ten times as long.
  case linearTime

  /// The promise in words, as the list of tests shows it.
  public var sentence: String {
    switch self {
    case .declaration: "its declaration is complete in both languages"
    case .examples: "it gives what its worked examples say"
    case .imports: "its importers read their own files"
    case .measures: "it gives every declared measure once"
    case .reading: "it reads what it declares and nothing else"
    case .repetition: "it gives the same result again"
    case .order: "it gives the same result in any order of rows"
    case .origins: "every value has an origin"
    case .emptiness: "it invents no number"
    case .linearTime: "100,000 rows take linear time"
    }
  }
}
