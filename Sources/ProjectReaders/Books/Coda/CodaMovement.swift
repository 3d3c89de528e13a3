import ImpactModel

/// A movement of a CODA statement, or a detail of one: what records 2 and 3 say of it.
struct CodaMovement {
  let sequence: String
  let detail: String
  /// What came in, in cents; negative for what went out.
  let amount: Int64
  let date: Day
  /// What the movement is to its details: 0 to 3 a movement, 5 to 9 a detail.
  let type: Character
  let line: Int
  let byte: Int
  /// Whether the communication follows a structure, and is not a text.
  let isStructured: Bool
  private var communication: String
  private(set) var party = BankParty()

  init(_ record: CodaRecord, amount: Int64, date: Day) {
    sequence = record.text(3...6)
    detail = record.text(7...10)
    self.amount = amount
    self.date = date
    type = record.raw(54...54).first ?? "0"
    line = record.line
    byte = record.byte
    isStructured = record.raw(62...62) == "1"
    communication = record.raw(63...115)
  }

  /// Takes record 2.2: the rest of the communication.
  mutating func continueText(_ record: CodaRecord) { communication += record.raw(11...63) }

  /// Takes record 2.3: the other party, and the last of the communication.
  mutating func takeParty(_ record: CodaRecord) {
    party.iban = record.text(11...47).split(separator: " ").first.flatMap {
      BankParty.iban(String($0))
    }
    party.name = record.text(48...82)
    communication += record.raw(83...125)
  }

  /// Takes record 3.1, which may name the party: structure 001.
  ///
  /// - Returns: whether the record after it holds that party's address.
  mutating func takeInformation(_ record: CodaRecord) -> Bool {
    guard record.raw(40...40) == "1", record.raw(41...43) == "001" else { return false }
    if party.name.isEmpty { party.name = record.text(44...113) }
    return true
  }

  /// Takes record 3.2 behind a party: the street, then postcode and place.
  mutating func takeAddress(_ record: CodaRecord) {
    let place = record.text(46...80)
    party.postcode =
      AddressText.postcode(in: [place], country: nil)
      ?? AddressText.postcode(in: [place], country: "BE")
  }

  /// The description: the text, or the Belgian reference as people know it.
  var text: String? {
    let text = communication.split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
    guard !text.isEmpty else { return nil }
    guard isStructured, ["101", "102"].contains(text.prefix(3)) else { return text }
    let digits = text.dropFirst(3).prefix(12)
    guard digits.count == 12, digits.allSatisfy(\.isASCIIDigit) else { return text }
    return "+++\(digits.prefix(3))/\(digits.dropFirst(3).prefix(4))/\(digits.suffix(5))+++"
  }
}

/// A movement with its details, of which one or the other counts and never both.
struct CodaGroup {
  let movement: CodaMovement
  private(set) var details: [CodaMovement] = []

  init(_ movement: CodaMovement) { self.movement = movement }

  /// Adds a detail.
  mutating func add(_ detail: CodaMovement) { details.append(detail) }

  /// What counts: the details where they add up to the movement, else the movement.
  ///
  /// Details against the direction of the movement are costs that the bank kept back; then the
  /// movement counts as it went over the account, which is what the last record totals.
  ///
  /// Details of type 9 stand under one of type 7, and take its place where they add up to it.
  ///
  /// - Returns: the lines, and whether there are details that do not add up.
  var lines: (parts: [CodaMovement], isLump: Bool) {
    guard !details.isEmpty else { return ([movement], false) }
    var leaves: [CodaMovement] = []
    var index = 0
    while index < details.count {
      let detail = details[index]
      var under: [CodaMovement] = []
      if detail.type == "7" {
        under = Array(details[(index + 1)...].prefix { $0.type == "9" })
      }
      leaves += CodaGroup.sum(under) == detail.amount ? under : [detail]
      index += 1 + under.count
    }
    guard CodaGroup.sum(leaves) == movement.amount else { return ([movement], true) }
    let isMixed = leaves.contains { ($0.amount < 0) != (movement.amount < 0) && $0.amount != 0 }
    return (isMixed ? [movement] : leaves, false)
  }

  private static func sum(_ movements: [CodaMovement]) -> Int64? {
    guard !movements.isEmpty else { return nil }
    var sum = CheckedSum()
    for movement in movements { sum.add(movement.amount) }
    return sum.value
  }
}
