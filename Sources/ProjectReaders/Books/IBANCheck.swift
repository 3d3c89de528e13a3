/// Whether account numbers can be right (ISO 13616; lengths as in the IBAN registry of SWIFT).
enum IBANCheck {
  /// Whether the third and fourth character of an IBAN do not follow from the others.
  ///
  /// The first four characters behind the others, letters as 10 to 35, come to 1 modulo 97. The
  /// digits 00, which no bank gives out, stand in made-up and masked numbers and are let pass.
  static func hasWrongDigits(_ iban: String) -> Bool {
    let code = Array(iban.utf8)
    guard code.count > 4, code[2...3] != [48, 48] else { return false }
    var rest = 0
    for byte in code[4...] + code[..<4] {
      switch byte {
      case 48...57: rest = (rest * 10 + Int(byte) - 48) % 97
      case 65...90: rest = (rest * 100 + Int(byte) - 55) % 97
      default: return false
      }
    }
    return rest != 1
  }

  /// Whether the check digits of an IBAN show that it was written as it was given out.
  static func isProven(_ iban: String) -> Bool {
    !iban.dropFirst(2).hasPrefix("00") && !hasWrongDigits(iban)
  }

  /// Whether an IBAN of the Netherlands, Belgium or the United Kingdom has another build than those.
  static func hasWrongForm(_ iban: String) -> Bool {
    let code = Array(iban.utf8)
    let bank = code.dropFirst(4)
    func isBuilt(letters: Int, digits: Int) -> Bool {
      bank.count == letters + digits && bank.prefix(letters).allSatisfy(isLetter)
        && bank.dropFirst(letters).allSatisfy(isDigit)
    }
    switch code.prefix(2) {
    case [78, 76]: return !isBuilt(letters: 4, digits: 10)
    case [66, 69]: return !isBuilt(letters: 0, digits: 12)
    case [71, 66]: return !isBuilt(letters: 4, digits: 14)
    default: return false
    }
  }

  /// Whether a text that is no IBAN cannot be another account number either.
  ///
  /// It has characters of no account number, starts as an IBAN does, or is as long as one and
  /// mixes letters with digits.
  static func isBroken(_ text: String) -> Bool {
    let code = text.utf8.filter { $0 != 32 }.map { (97...122).contains($0) ? $0 - 32 : $0 }
    guard !code.isEmpty else { return false }
    let marks = code.filter { !isLetter($0) && !isDigit($0) }
    guard marks.allSatisfy({ [45, 46, 47].contains($0) }) else { return true }
    if code.count > 8, code.prefix(2).allSatisfy(isLetter), code[2...3].allSatisfy(isDigit) {
      return true
    }
    return marks.isEmpty && code.count >= 15 && code.contains(where: isLetter)
      && code.contains(where: isDigit)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
