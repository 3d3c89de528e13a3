/// Numbers for the texts that a file of the books repeats: accounts, parties, projects, journals.
struct LedgerNames {
  /// The number of what is not there.
  static let none: Int32 = -1

  /// The texts, each at the place of its number.
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of a text; a new one gets the next number.
  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// The number of a text that often is the one of the line before.
  mutating func number(of text: String, after last: inout (text: String, number: Int32)) -> Int32 {
    if text != last.text || last.number == Self.none { last = (text, number(of: text)) }
    return last.number
  }

  /// The number of a text, or of nothing.
  mutating func number(of text: String?) -> Int32 { text.map { number(of: $0) } ?? Self.none }

  /// Gives back the memory that only numbering needs; the texts stay.
  mutating func close() { numbers = [:] }

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
