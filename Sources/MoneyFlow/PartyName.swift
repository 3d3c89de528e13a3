/// Names of organisations as people write them.
public enum PartyName {
  /// Tells whether two names are the same but for capitals, spaces and punctuation marks.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    guard let key = key(left) else { return false }
    return key == self.key(right)
  }

  /// What all ways of writing a name have in common; absent where it has no letter and no digit.
  public static func key(_ name: String) -> String? { PartyKeys.name(name) }
}
