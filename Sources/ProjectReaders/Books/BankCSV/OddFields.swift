import ImpactModel

/// Counts the lines or parties of a bank's file with a text that no bank writes.
///
/// Such are a byte order mark or the mark of a lost character inside a text, an accented letter that
/// went through another encoding, and texts that are many times as long as a payment can carry
/// (SEPA: 140 characters).
struct OddFields {
  private static let longest = 2_000
  private var found = FirstPlace()

  /// Looks at a line.
  mutating func add(_ fields: [[UInt8]], at address: Address) {
    if fields.contains(where: OddFields.isOdd) { found.add(at: address) }
  }

  private static func isOdd(_ field: [UInt8]) -> Bool {
    if field.count > longest { return true }
    return field.indices.contains { place in
      let next = field[place...].dropFirst()
      switch field[place] {
      // U+FEFF is EF BB BF, U+FFFD is EF BF BD.
      case 0xEF: return next.starts(with: [0xBB, 0xBF]) || next.starts(with: [0xBF, 0xBD])
      // “é” of UTF-8 that was read as Windows-1252 and written again: Ã (C3 83), then C2 and a byte.
      case 0xC3: return next.starts(with: [0x83, 0xC2])
      case UInt8(ascii: "+"): return isLetterOfUTF7(next.prefix(4))
      default: return false
      }
    }
  }

  /// Whether this is U+00C0 to U+00FF as UTF-7 writes it behind its plus: `AOs` is ë (RFC 2152).
  ///
  /// The code ends before the first character that is none of its letters.
  private static func isLetterOfUTF7(_ code: ArraySlice<UInt8>) -> Bool {
    let letters = Array(code.prefix { isLetterOfCode($0) })
    return letters.count == 3 && letters[0] == UInt8(ascii: "A")
      && (UInt8(ascii: "M")...UInt8(ascii: "P")).contains(letters[1])
      && "AEIMQUYcgkosw048".utf8.contains(letters[2])
  }

  private static func isLetterOfCode(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }

  /// The one finding about them, at the first.
  var finding: Finding? {
    found.finding { count, place in
      Finding(
        "ledger.odd_text", .warning,
        Text(
          "Lines or parties with characters or lengths that no bank writes: \(count). The file may be "
            + "damaged.",
          nl:
            "Regels of partijen met tekens of lengtes die geen bank schrijft: \(count). Het bestand kan "
            + "beschadigd zijn."),
        help: BookFindings.exportAgain, at: place)
    }
  }
}
