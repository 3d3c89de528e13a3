/// Numbers for the texts that a file of the books repeats: accounts, parties, projects, journals.
struct LedgerNames {
  /// The number of what is not there.
  static let none: Int32 = -1

  /// The texts, each at the place of its number.
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The numbers of the texts that are whole numbers, as those of most accounts and parties are:
  /// each at the place that it names, for a dictionary takes several times as long.
  private var numerals: [Int32] = []
  private static let mostNumerals = 1 << 17

  /// The number of a text; a new one gets the next number.
  mutating func number(of text: String) -> Int32 {
    if let value = Self.value(of: text) { return number(of: text, value) }
    if let known = numbers[text] { return known }
    let number = add(text)
    numbers[text] = number
    return number
  }

  private mutating func number(of text: String, _ value: Int) -> Int32 {
    if value >= numerals.count {
      numerals.append(contentsOf: repeatElement(Self.none, count: value + 1 - numerals.count))
    }
    if numerals[value] == Self.none { numerals[value] = add(text) }
    return numerals[value]
  }

  private mutating func add(_ text: String) -> Int32 {
    texts.append(text)
    return Int32(texts.count - 1)
  }

  /// The whole number that a text is, where no other text is the same number and it is not large.
  private static func value(of text: String) -> Int? {
    let digits = text.utf8
    guard (1...6).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit) - 48
    }
    return value < mostNumerals ? value : nil
  }

  /// The number of a text that often is the one of the line before.
  mutating func number(of text: String, after last: inout (text: String, number: Int32)) -> Int32 {
    if text != last.text || last.number == Self.none { last = (text, number(of: text)) }
    return last.number
  }

  /// The number of a text, or of nothing.
  mutating func number(of text: String?) -> Int32 { text.map { number(of: $0) } ?? Self.none }

  /// Gives back the memory that only numbering needs; the texts stay.
  mutating func close() { (numbers, numerals) = ([:], []) }

  /// What a column holds for a number: nothing for nothing.
  static func stored(_ number: Int32) -> Int64? { number == none ? nil : Int64(number) }

  /// The place of each number in the order of the texts by their bytes, from 0.
  var ranks: [Int32] {
    let order = texts.indices.sorted {
      texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
    }
    var ranks = [Int32](repeating: 0, count: texts.count)
    for (rank, place) in order.enumerated() { ranks[place] = Int32(rank) }
    return ranks
  }
}
