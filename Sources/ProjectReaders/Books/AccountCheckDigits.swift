import ImpactModel

/// Counts the account numbers whose check digits are wrong: a letter or digit of them was changed.
///
/// ISO 13616: the first four characters behind the others, letters as 10 to 35, come to 1 modulo 97.
/// The digits 00, which no bank gives out, stand in made-up and masked numbers and are let pass.
struct AccountCheckDigits {
  private var count = 0
  private var place: Address?

  /// Looks at a number that has the form of an IBAN.
  mutating func add(_ iban: String?, at address: @autoclosure () -> Address) {
    guard let iban, AccountCheckDigits.areWrong(in: iban) else { return }
    count += 1
    if place == nil { place = address() }
  }

  /// Whether the third and fourth character of an IBAN do not follow from the others.
  static func areWrong(in iban: String) -> Bool {
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

  /// The one note about them, at the first.
  var finding: Finding? {
    guard let place else { return nil }
    return Finding(
      "ledger.account_check_digits", .note,
      Text(
        "Account numbers whose check digits do not follow from the number: \(count).",
        nl: "Rekeningnummers waarvan de controlecijfers niet bij het nummer horen: \(count)."),
      help: Text(
        "Compare them with the bank; a party is matched by the number as it stands.",
        nl: "Vergelijk ze met de bank; een partij wordt herkend aan het nummer zoals het er staat."),
      at: place)
  }
}
