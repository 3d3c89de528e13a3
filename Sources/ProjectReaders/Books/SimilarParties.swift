import ImpactModel

/// Counts the parties of a file that differ from an earlier one in a letter or two.
///
/// One account under two nearly equal names, or one name with two nearly equal accounts: the other
/// is a typing error or a damaged text. Names that differ in digits, points and spaces only, as those
/// of shops and “B.V.” do, are let pass, and so are two accounts whose check digits are both right:
/// no error of a digit or two leaves them so. Of the first parties only, so that the memory is bounded.
struct SimilarParties {
  private static let most = 20_000
  private static let shortest = 5
  /// How many letters two names may differ to be nearly equal.
  private static let nearly = 2

  private var names: [String: String] = [:]
  private var accounts: [String: String] = [:]
  private var found = FirstPlace()

  /// Looks at a party that is new in the file.
  mutating func add(_ party: BankParty, at address: @autoclosure () -> Address) {
    guard !party.name.isEmpty, let account = party.iban else { return }
    let name = party.name.lowercased()
    let isOtherName = names[account].map { SimilarParties.areNamesSimilar(name, $0) } ?? false
    let isOtherAccount =
      accounts[name].map { SimilarParties.areAccountsSimilar(account, $0) } ?? false
    if isOtherName || isOtherAccount { found.add(at: address()) }
    if names[account] == nil, names.count < SimilarParties.most { names[account] = name }
    if accounts[name] == nil, accounts.count < SimilarParties.most { accounts[name] = account }
  }

  /// The one note about them, at the first.
  var finding: Finding? {
    found.finding { count, place in
      Finding(
        "ledger.similar_parties", .note,
        Text(
          "Parties that differ from another one in a letter or two of the name or account: \(count).",
          nl: "Partijen die een letter of twee van een andere verschillen, in naam of rekening: "
            + "\(count)."),
        help: Text(
          "Compare them with the bank; the table of parties can merge them or keep them apart.",
          nl: "Vergelijk ze met de bank; de tabel met partijen kan ze samenvoegen of apart houden."),
        at: place)
    }
  }

  private static func areNamesSimilar(_ name: String, _ other: String) -> Bool {
    guard min(name.utf8.count, other.utf8.count) >= shortest,
      lettersAlone(name) != lettersAlone(other)
    else { return false }
    return areNearlyEqual(Array(name), Array(other))
  }

  private static func lettersAlone(_ name: String) -> String { name.filter(\.isLetter) }

  private static func areAccountsSimilar(_ account: String, _ other: String) -> Bool {
    let differences = zip(account.utf8, other.utf8).count { $0 != $1 }
    return account.utf8.count == other.utf8.count && (1...nearly).contains(differences)
      && !(IBANCheck.isProven(account) && IBANCheck.isProven(other))
  }

  /// Whether at most so many letters were changed, put in or left out (Levenshtein, 1966).
  private static func areNearlyEqual(_ text: [Character], _ other: [Character]) -> Bool {
    guard abs(text.count - other.count) <= nearly, text.count <= 200 else { return false }
    var row = Array(0...other.count)
    for (place, letter) in text.enumerated() {
      var corner = row[0]
      row[0] = place + 1
      for (column, against) in other.enumerated() {
        let changed = corner + (letter == against ? 0 : 1)
        corner = row[column + 1]
        row[column + 1] = min(changed, corner + 1, row[column] + 1)
      }
    }
    return row[other.count] <= nearly
  }
}
