import ImpactModel

/// The forms in which numbers and names of parties are compared.
enum PartyKeys {
  /// A number without spaces and points; one without a digit other than 0 is no number.
  ///
  /// Bookkeepers fill in 00000000 or NL000000000B00 where they have none.
  static func number(_ text: String?) -> String? {
    guard let text else { return nil }
    let key = String(text.uppercased().filter { $0.isLetter || $0.isNumber })
    return key.contains { $0.isNumber && $0 != "0" } ? key : nil
  }

  /// A name in small letters and digits only; an empty one is no name.
  static func name(_ text: String) -> String? {
    let key = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    return key.isEmpty ? nil : key
  }
}
