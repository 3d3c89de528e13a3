import ImpactModel

/// Counts the lines of a bank's export with a text in them that no bank writes.
///
/// Such are a byte order mark or the mark of a lost character inside a text, and texts that are many
/// times as long as a payment can carry (SEPA: 140 characters).
struct OddFields {
  private static let longest = 2_000
  private var count = 0
  private var place: Address?

  /// Looks at a line.
  mutating func add(_ fields: [[UInt8]], at address: Address) {
    guard fields.contains(where: OddFields.isOdd) else { return }
    count += 1
    if place == nil { place = address }
  }

  private static func isOdd(_ field: [UInt8]) -> Bool {
    if field.count > longest { return true }
    // U+FEFF is EF BB BF, U+FFFD is EF BF BD.
    return field.indices.contains { place in
      guard field[place] == 0xEF else { return false }
      let next = Array(field[place...].dropFirst().prefix(2))
      return next == [0xBB, 0xBF] || next == [0xBF, 0xBD]
    }
  }

  /// The one finding about them, at the first.
  var finding: Finding? {
    guard let place else { return nil }
    return Finding(
      "ledger.odd_text", .warning,
      Text(
        "Lines with characters or lengths that no bank writes: \(count). The file may be damaged.",
        nl: "Regels met tekens of lengtes die geen bank schrijft: \(count). Het bestand kan "
          + "beschadigd zijn."),
      help: BookFindings.exportAgain, at: place)
  }
}
