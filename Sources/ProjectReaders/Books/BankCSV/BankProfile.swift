import ImpactModel

/// How the CSV export of one bank is laid out: which column holds what.
///
/// A profile is a small YAML file, so that another bank is a file and not code.
public struct BankProfile: Sendable, Hashable {
  /// A column: by its heading, or by its number from 1 in a file without headings.
  enum Column: Sendable, Hashable {
    case heading(String)
    case number(Int)
  }

  /// The bank, as the format is named: `Triodos`.
  public let name: String
  let separator: UInt8
  let quote: UInt8
  /// How many records stand before the headings.
  let skipped: Int
  /// How many columns a file without headings has.
  let columnCount: Int?
  let date: Column
  let dateForm: DateForm
  let account: Column
  let amount: Column
  let decimal: DecimalMark
  /// What stands between thousands, where the bank puts something there.
  let thousands: Character?
  /// The column that says whether money came in, where amounts have no sign.
  let direction: Column?
  let wordsIn: [String]
  let wordsOut: [String]
  let currency: Currency
  let currencyColumn: Column?
  let counterAccount: Column?
  let counterName: Column?
  let addresses: [Column]
  let descriptions: [Column]
  /// Words that mark a payment as wages where one stands in its description.
  let wages: [String]
  let reference: Column?
  let balanceAfter: Column?
  let balanceBefore: Column?

  /// All columns that it names.
  var columns: [Column] {
    [
      date, account, amount, direction, currencyColumn, counterAccount, counterName, reference,
      balanceAfter, balanceBefore,
    ].compactMap(\.self) + addresses + descriptions
  }

  /// The cents of an amount, strictly: a sign, digits, and the marks of this bank.
  func cents(_ text: String) -> Int64? {
    let mark: Character = decimal == .comma ? "," : "."
    let text = thousands.flatMap { ungrouped(text, by: $0, decimal: mark) } ?? text
    guard text.allSatisfy({ $0.isASCIIDigit || $0 == mark || $0 == "-" || $0 == "+" }) else {
      return nil
    }
    guard let cents = XMLAmount.cents(text.replacing(",", with: ".")),
      XMLAmount.possible.contains(cents)
    else { return nil }
    return cents
  }

  /// An amount without the marks between its thousands, where each stands where it must and two
  /// decimals follow: only then can it be read in one way.
  private func ungrouped(
    _ text: String, by group: Character, decimal mark: Character
  ) -> String? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard group != mark, parts.count == 2, parts[1].count == 2 else { return nil }
    let groups = parts[0].split(separator: group, omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard groups.count > 1, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return groups.joined() + String(mark) + parts[1]
  }

  /// Whether a description marks a payment as wages, by a whole word of the user's own rule.
  func isWage(_ description: String) -> Bool {
    guard !wages.isEmpty else { return false }
    let words = description.lowercased().split { !$0.isLetter && !$0.isNumber }
    return wages.contains { wage in words.contains { $0 == wage } }
  }

  /// Whether a word says that money came in, `nil` where it says nothing.
  func isIn(_ word: String) -> Bool? {
    let word = word.lowercased()
    if wordsIn.contains(where: { $0.lowercased() == word }) { return true }
    return wordsOut.contains { $0.lowercased() == word } ? false : nil
  }
}
