import Foundation

/// Numbers for the parties of a bank file, in the order in which they come.
struct BankPartyNumbers {
  private var numbers = ByteNumbers()
  /// The texts of the party that is looked for.
  private var wanted: [UInt8] = []

  /// The number of a party, from 1, and whether it is a new one.
  mutating func number(of party: BankParty) -> (number: Int, isNew: Bool) {
    write(party)
    return numbers.number(of: wanted)
  }

  /// Writes the texts of a party so that no two parties have the same bytes.
  private mutating func write(_ party: BankParty) {
    wanted.removeAll(keepingCapacity: true)
    write(party.name)
    write(party.iban)
    write(party.commerceNumber)
    write(party.registerCode)
    write(party.postcode)
    write(party.country)
  }

  private mutating func write(_ text: String?) {
    guard let text else { return write(length: 0) }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      // An accent may be a letter of its own behind its vowel; that is the same text.
      return writeBytes(text.precomposedStringWithCanonicalMapping)
    }
    writeBytes(text)
  }

  private mutating func writeBytes(_ text: String) {
    // Nothing is another thing than a text without letters.
    write(length: UInt32(truncatingIfNeeded: text.utf8.count) &+ 1)
    var text = text
    text.withUTF8 { wanted.append(contentsOf: $0) }
  }

  private mutating func write(length: UInt32) {
    withUnsafeBytes(of: length) { wanted.append(contentsOf: $0) }
  }
}
