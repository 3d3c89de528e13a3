/// The names that somebody may have meant who wrote one that is none of them.
enum LikelyNames {
  /// The most names that a message gives.
  private static let most = 5

  /// The few that share most words with a name, in their own order; none where none shares a word.
  static func of(_ name: String, among known: [String]) -> [String] {
    let wanted = words(name)
    let shared = known.map { ($0, words($0).intersection(wanted).count) }
    let best = shared.map(\.1).max() ?? 0
    return best == 0 ? [] : Array(shared.filter { $0.1 == best }.map(\.0).prefix(most))
  }

  private static func words(_ name: String) -> Set<Substring> {
    Set(name.lowercased().split { $0 == "." || $0 == "_" })
  }
}
