/// Tells the name of something that was done, as in “meetings held”, from the name of a change.
///
/// Only a name that starts with what was done is one: “loneliness after fewer meetings” is a change.
enum OutputName {
  /// Whether a name says what was done: at most words that count, then what was done, then nothing,
  /// a word for doing it, or where and for whom.
  static func isOutput(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let rest = words.drop { counting.contains($0) || $0.allSatisfy(\.isNumber) }
    guard let first = rest.first, outputs.contains(first) else { return false }
    guard let next = rest.dropFirst().first else { return true }
    return following.contains(next) && avoided.isDisjoint(with: words)
  }

  private static let counting: Set<String> = [
    "number", "of", "the", "our", "total", "organised", "aantal", "de", "het", "onze", "totaal",
    "gehouden", "georganiseerde", "gegeven",
  ]

  private static let outputs: Set<String> = [
    "meetings", "workshops", "sessions", "events", "flyers", "leaflets", "courses", "trainings",
    "gatherings", "bijeenkomsten", "sessies", "evenementen", "cursussen", "trainingen", "folders",
    "bijeenkomst", "meeting", "workshop",
  ]

  /// Words for doing it, and prepositions.
  private static let following: Set<String> = [
    "held", "organised", "organized", "hosted", "given", "delivered", "distributed", "were", "and",
    "in", "for", "with", "at", "on", "per", "gehouden", "georganiseerd", "gegeven", "verspreid",
    "uitgedeeld", "verzorgd", "zijn", "werden", "en", "voor", "met", "op", "bij",
  ]

  /// What did not have to be done any more is a change.
  private static let avoided: Set<String> = [
    "avoided", "saved", "prevented", "fewer", "less", "vermeden", "bespaard", "voorkomen", "minder",
  ]
}
