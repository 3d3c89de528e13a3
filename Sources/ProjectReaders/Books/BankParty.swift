import ImpactModel

/// The other side of a bank line, as the file has it.
struct BankParty: Hashable {
  var name = ""
  var iban: String?
  var commerceNumber: String?
  var registerCode: String?
  var postcode: String?
  var country: String?
  /// Whether something stands where its account should that no account can be.
  var hasBrokenAccount = false

  /// Whether nothing is known of it.
  var isEmpty: Bool { name.isEmpty && iban == nil && commerceNumber == nil }

  /// The IBAN in a text: two letters, two digits and 11 to 30 letters or digits, spaces aside.
  ///
  /// The check digits are not looked at: an account that a bank wrote is the account.
  static func iban(_ text: String) -> String? {
    if isPlainIBAN(text) { return text }
    let code = text.utf8.filter { $0 != 32 }.map { (97...122).contains($0) ? $0 - 32 : $0 }
    guard (15...34).contains(code.count), code.prefix(2).allSatisfy({ (65...90).contains($0) }),
      code.dropFirst(2).prefix(2).allSatisfy({ (48...57).contains($0) }),
      code.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { return nil }
    return String(decoding: code, as: UTF8.self)
  }

  /// Whether a text is an IBAN as it stands, as most are.
  private static func isPlainIBAN(_ text: String) -> Bool {
    guard (15...34).contains(text.utf8.count) else { return false }
    var place = 0
    for byte in text.utf8 {
      let isLetter = (65...90).contains(byte)
      let isDigit = (48...57).contains(byte)
      guard place < 2 ? isLetter : place < 4 ? isDigit : isLetter || isDigit else { return false }
      place += 1
    }
    return true
  }
}
