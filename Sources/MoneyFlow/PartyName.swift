/// Names of organisations as people write them.
public enum PartyName {
  /// Tells whether two names are the same but for capitals, spaces and punctuation marks.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    guard let key = PartyKeys.name(left) else { return false }
    return key == PartyKeys.name(right)
  }
}
