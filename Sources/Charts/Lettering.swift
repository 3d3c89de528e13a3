/// Estimates how wide text is and breaks it into lines, without any font at hand.
///
/// The widths are those of a wide sans-serif (DejaVu Sans), rounded up, so that text set in any
/// usual system font is narrower than what is kept free for it.
enum Lettering {
  /// The size of all text, in units of the picture.
  static let size = 14.0
  /// The distance from one line to the next.
  static let lineHeight = 18.0

  /// The estimated width of a text.
  static func width(_ text: some StringProtocol, size: Double = size) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The estimated width of a value beside a bar, which is set in semibold.
  ///
  /// DejaVu Sans has no semibold, so that its bold stands for it: up to an eighth wider.
  static func valueWidth(_ text: some StringProtocol) -> Double { width(text) * 1.125 }

  /// Breaks a text into lines; what does not fit on the last one is cut with an ellipsis.
  ///
  /// Breaks lie between words, and inside a word only where it is wider than a line.
  static func lines(_ text: String, width limit: Double, atMost count: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text, width: limit) {
      let joined = line.isEmpty ? piece : line + " " + piece
      if width(joined) <= limit || line.isEmpty {
        line = joined
      } else {
        lines.append(line)
        line = piece
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > count, let last = lines.prefix(count).last else { return lines }
    return lines.prefix(count - 1) + [shortened(last, width: limit)]
  }

  /// The words of a text, those wider than a line in parts.
  private static func pieces(_ text: String, width limit: Double) -> [String] {
    var pieces: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      var part = ""
      for letter in word {
        if !part.isEmpty, width(part) + width(String(letter)) > limit {
          pieces.append(part)
          part = ""
        }
        part.append(letter)
      }
      pieces.append(part)
    }
    return pieces
  }

  private static func shortened(_ text: String, width limit: Double) -> String {
    var kept = Substring(text)
    while !kept.isEmpty, width(kept) + width("…") > limit { kept = kept.dropLast() }
    return kept.trimmingSuffix + "…"
  }

  private static func width(of letter: Character) -> Double {
    guard let scalar = letter.unicodeScalars.first else { return 0 }
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "|", "!", " ", "\u{A0}": return 0.36
    case "f", "r", "t", "(", ")", "[", "]", "-", "J": return 0.43
    case "m", "w", "M", "W", "%", "@", "…", "Œ", "Æ": return 1
    case "A"..."Z": return 0.79
    case _ where scalar.value < 0x2000: return 0.65
    case _ where scalar.value < 0x2E80: return 0.85
    default: return 1.3
    }
  }
}

extension Substring {
  /// The text without the spaces at its end.
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
