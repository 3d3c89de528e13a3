import Foundation
import LibXML2

/// What the file says of one side of a transaction, as bytes: most say what another one said.
struct StatementSideRecord {
  /// What a text is of the party.
  enum Part: UInt8 {
    case name = 1
    case account
    case otherAccount
    case postcode
    case country
    case address
    /// A number of the Belgian register of companies.
    case belgianNumber
    /// A number of the Dutch register of companies.
    case dutchNumber

    /// What the text of an element inside another one is; `nil` where it does not matter.
    init?(_ name: StatementWord, in parent: StatementWord?) {
      switch (parent, name) {
      case (.dbtr, .nm), (.cdtr, .nm), (.ultmtDbtr, .nm), (.ultmtCdtr, .nm): self = .name
      case (.id, .iban): self = .account
      case (.othr, .id): self = .otherAccount
      case (.pstlAdr, .pstCd): self = .postcode
      case (.pstlAdr, .ctry): self = .country
      case (.pstlAdr, .adrLine), (.pstlAdr, .twnNm), (.pstlAdr, .strtNm): self = .address
      default: return nil
      }
    }
  }

  /// Each part: which one and how long, in eight bytes, and its text.
  private(set) var bytes: [UInt8] = []

  /// Adds a text.
  mutating func add(_ part: Part, _ text: UnsafeBufferPointer<UInt8>) {
    let heading = UInt64(part.rawValue) << 56 | UInt64(text.count)
    withUnsafeBytes(of: heading) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text)
  }

  /// Adds a text.
  mutating func add(_ part: Part, _ text: String) {
    var text = text
    text.withUTF8 { add(part, $0) }
  }

  /// Forgets all.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// The party of which the bytes of a record tell.
  static func party(_ bytes: ArraySlice<UInt8>) -> BankParty {
    var side = StatementSide()
    var rest = bytes
    while rest.count >= 8 {
      let heading = rest.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
      let count = Int(heading & 0xFFFF_FFFF)
      let text = String(decoding: rest.dropFirst(8).prefix(count), as: UTF8.self)
      if let part = Part(rawValue: UInt8(heading >> 56)) { side.take(part, text) }
      rest = rest.dropFirst(8 + count)
    }
    return side.known
  }
}

/// The sides of the transactions of a file, each kept once, with the numbers of their parties.
struct StatementSides {
  /// As many as keep the memory bounded; the numbers of parties do not depend on it.
  private static let most = 1 << 16

  private var places = ByteNumbers()
  private var known: [(bytes: Range<Int>, number: Int?)] = []

  /// Forgets sides that are too many; places are void from then on.
  mutating func forgetMany() {
    if known.count > StatementSides.most { self = StatementSides() }
  }

  /// The place of a side, `nil` where the file says nothing of it.
  mutating func place(of record: StatementSideRecord) -> Int? {
    guard !record.bytes.isEmpty else { return nil }
    let start = places.bytes.count
    let (number, isNew) = places.number(of: record.bytes)
    if isNew { known.append((start..<places.bytes.count, nil)) }
    return number - 1
  }

  /// The party at a place.
  func party(_ place: Int) -> BankParty {
    StatementSideRecord.party(places.bytes[known[place].bytes])
  }

  /// The number of the party at a place, where it has one already.
  func number(_ place: Int) -> Int? { known[place].number }

  /// Keeps the number of the party at a place.
  mutating func keep(_ number: Int, at place: Int) { known[place].number = number }
}
