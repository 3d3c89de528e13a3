import ImpactModel

/// Counts the account numbers of a file that cannot be right: a letter or digit of them was changed.
///
/// A number of which the form is not that of an IBAN may be one of another land or of a savings
/// account; only what no account has is counted.
struct AccountNumbers {
  private var digits = FirstPlace()
  private var forms = FirstPlace()

  /// Looks at an IBAN.
  mutating func add(_ iban: String, at address: @autoclosure () -> Address) {
    if IBANCheck.hasWrongForm(iban) {
      forms.add(at: address())
    } else if IBANCheck.hasWrongDigits(iban) {
      digits.add(at: address())
    }
  }

  /// Counts a text that is no IBAN and cannot be another number either.
  mutating func addBroken(at address: @autoclosure () -> Address) { forms.add(at: address()) }

  /// A note for each of the two ways in which numbers are wrong, at the first of them.
  var findings: [Finding] {
    [
      digits.finding { count, place in
        Finding(
          "ledger.account_check_digits", .note,
          Text(
            "Account numbers whose check digits do not follow from the number: \(count).",
            nl: "Rekeningnummers waarvan de controlecijfers niet bij het nummer horen: \(count)."),
          help: AccountNumbers.compare, at: place)
      },
      forms.finding { count, place in
        Finding(
          "ledger.account_form", .note,
          Text(
            "Places with an account number that no account can have: \(count).",
            nl: "Plaatsen met een rekeningnummer dat geen rekening kan hebben: \(count)."),
          help: AccountNumbers.compare, at: place)
      },
    ].compactMap(\.self)
  }

  private static let compare = Text(
    "Compare them with the bank; a party is matched by the number as it stands.",
    nl: "Vergelijk ze met de bank; een partij wordt herkend aan het nummer zoals het er staat.")
}
