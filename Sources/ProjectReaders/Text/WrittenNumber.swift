import ImpactModel

/// A number as it is written: its sign, its digits, and what they say about the decimal mark.
///
/// With `NumberText` this is the only place where the program turns text into numbers. A text is
/// read strictly: digits, one sign, groups of three. What may mean two things stays open until the
/// decimal mark is known.
struct WrittenNumber: Hashable {
  /// What the marks in the text say.
  enum Form: Hashable {
    /// Digits without a mark, or with spaces between groups of three.
    case plain(digits: String)
    /// The text can be read in one way only, and that way takes `mark` for the decimal mark.
    case certain(mark: DecimalMark, whole: String, fraction: String)
    /// One mark before exactly three digits: decimals or thousands.
    case ambiguous(mark: DecimalMark, head: String, three: String)
  }

  let isNegative: Bool
  let form: Form

  /// The decimal mark that the text proves by itself.
  var proof: DecimalMark? {
    if case .certain(let mark, _, _) = form { mark } else { nil }
  }

  var isAmbiguous: Bool {
    if case .ambiguous = form { true } else { false }
  }

  /// Reads digits, marks, spaces and a sign, or gives `nil` where the text is no number.
  init?(_ text: String) {
    var rest = text.trimmingSpaces()
    isNegative = rest.first == "-" || rest.first == "−"
    if isNegative { rest = String(rest.dropFirst()).trimmingSpaces() }
    guard let form = WrittenNumber.form(rest) else { return nil }
    self.form = form
  }

  /// Whole digits and decimals under a decimal mark, or `nil` where the text contradicts it or
  /// leaves it open.
  func digits(under mark: DecimalMark?) -> (whole: String, fraction: String)? {
    switch form {
    case .plain(let digits): return (digits, "")
    case .certain(let own, let whole, let fraction):
      return mark == nil || mark == own ? (whole, fraction) : nil
    case .ambiguous(let own, let head, let three):
      guard let mark else { return nil }
      return mark == own ? (head, three) : (head + three, "")
    }
  }

  private static func form(_ text: String) -> Form? {
    guard text.count <= 40, text.contains(where: \.isASCIIDigit),
      text.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," || isSpaceOrApostrophe($0) })
    else { return nil }
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    if text.contains(where: isSpaceOrApostrophe) {
      return spaced(text, commas: commas, points: points)
    }
    switch (commas, points) {
    case (0, 0): return .plain(digits: text)
    case (1, 0): return single(text, .comma)
    case (0, 1): return single(text, .point)
    case (_, 0):
      return grouped(text, by: .comma).map { .certain(mark: .point, whole: $0, fraction: "") }
    case (0, _):
      return grouped(text, by: .point).map { .certain(mark: .comma, whole: $0, fraction: "") }
    default: return both(text)
    }
  }

  /// One mark: decimals, unless exactly three digits follow a head that could be thousands.
  private static func single(_ text: String, _ mark: DecimalMark) -> Form? {
    let parts = text.split(separator: mark.character, omittingEmptySubsequences: false)
    guard parts.count == 2, let head = parts.first, let tail = parts.last, !tail.isEmpty else {
      return nil
    }
    let couldBeThousands = tail.count == 3 && (1...3).contains(head.count) && head.first != "0"
    if couldBeThousands {
      return .ambiguous(mark: mark, head: String(head), three: String(tail))
    }
    return .certain(mark: mark, whole: head.isEmpty ? "0" : String(head), fraction: String(tail))
  }

  /// Both marks: the last one is the decimal mark and stands once.
  private static func both(_ text: String) -> Form? {
    let mark: DecimalMark = text.last { $0 == "," || $0 == "." } == "," ? .comma : .point
    let parts = text.split(separator: mark.character, omittingEmptySubsequences: false)
    guard parts.count == 2, let head = parts.first, let tail = parts.last, !tail.isEmpty,
      let whole = grouped(String(head), by: mark.other)
    else { return nil }
    return .certain(mark: mark, whole: whole, fraction: String(tail))
  }

  /// Spaces or apostrophes between the thousands: what mark there is, is the decimal mark.
  private static func spaced(_ text: String, commas: Int, points: Int) -> Form? {
    guard commas + points <= 1 else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let head = parts.first,
      let whole = grouped(String(head.map { isSpaceOrApostrophe($0) ? " " : $0 }), on: " ")
    else { return nil }
    if commas + points == 0 { return .plain(digits: whole) }
    guard let tail = parts.last, !tail.isEmpty, tail.allSatisfy(\.isASCIIDigit) else { return nil }
    return .certain(mark: commas == 1 ? .comma : .point, whole: whole, fraction: String(tail))
  }

  private static func grouped(_ text: String, by mark: DecimalMark) -> String? {
    grouped(text, on: mark.character)
  }

  /// The digits of groups of three, the first of one to three digits and not starting with zero.
  private static func grouped(_ text: String, on separator: Character) -> String? {
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return groups.joined()
  }

  private static func isSpaceOrApostrophe(_ character: Character) -> Bool {
    switch character {
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": true
    default: false
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { asciiValue.map { (48...57).contains($0) } ?? false }
}

extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
