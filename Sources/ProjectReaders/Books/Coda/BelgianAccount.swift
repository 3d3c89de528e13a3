/// Account numbers of before IBAN, as Belgian banks still write them in CODA: twelve digits.
enum BelgianAccount {
  /// The IBAN of an account of twelve digits, of which the last two check the first ten.
  ///
  /// The check digits of the IBAN follow from the number alone (ISO 13616, 98 less the rest modulo
  /// 97), so that the account is the same in old and new files.
  static func iban(_ account: String) -> String? {
    guard account.utf8.count == 12, account.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(account.prefix(10)), let check = Int(account.suffix(2)),
      number > 0, check == (number % 97 == 0 ? 97 : number % 97)
    else { return nil }
    // BE is 1114 behind the number, and 00 stands for the digits that are sought.
    let rest = account.utf8.reduce(0) { ($0 * 10 + Int($1) - 48) % 97 }
    let digits = String(98 - (rest * 1_000_000 + 111_400) % 97)
    return "BE" + String(repeating: "0", count: 2 - digits.count) + digits + account
  }
}
