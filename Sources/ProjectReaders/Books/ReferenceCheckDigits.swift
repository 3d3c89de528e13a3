import ImpactModel

/// Counts Belgian payment references whose check digits are wrong: a digit of them was changed.
///
/// Of `+++123/4567/89002+++` the first ten digits modulo 97 are the last two; 97 stands for 0
/// (Febelfin, Belgian structured communication).
struct ReferenceCheckDigits {
  private static let form = Array("+++ddd/dddd/ddddd+++".utf8)

  private var found = FirstPlace()

  /// Looks at a description.
  mutating func add(_ text: String?, at address: @autoclosure () -> Address) {
    // Nearly all texts have no such mark: that is told without a copy of their bytes.
    guard let text, text.utf8.contains(UInt8(ascii: "+")),
      ReferenceCheckDigits.areWrong(in: Array(text.utf8))
    else { return }
    found.add(at: address())
  }

  /// The one note about them, at the first.
  var finding: Finding? {
    found.finding { count, place in
      Finding(
        "ledger.reference_check_digits", .note,
        Text(
          "Belgian payment references whose check digits do not follow from the number: \(count).",
          nl: "Belgische gestructureerde mededelingen waarvan de controlecijfers niet kloppen: "
            + "\(count)."),
        help: Text(
          "Compare them with the bank; they are read as they are.",
          nl: "Vergelijk ze met de bank; ze zijn gelezen zoals ze zijn."), at: place)
    }
  }

  private static func areWrong(in text: [UInt8]) -> Bool {
    guard text.count >= form.count else { return false }
    return (0...(text.count - form.count)).contains { start in
      let part = text[start..<(start + form.count)]
      guard zip(part, form).allSatisfy({ $1 == 100 ? (48...57).contains($0) : $0 == $1 }) else {
        return false
      }
      let digits = part.filter { (48...57).contains($0) }.map { Int($0) - 48 }
      let rest = digits.prefix(10).reduce(0) { $0 * 10 + $1 } % 97
      return digits.suffix(2).reduce(0) { $0 * 10 + $1 } != (rest == 0 ? 97 : rest)
    }
  }
}
