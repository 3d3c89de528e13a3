import Foundation

/// Numbers for the parties of a bank file, in the order in which they come.
///
/// A party is looked for in two places of the memory, its slot and its bytes: a dictionary of
/// parties goes to a place for each of its texts, which of fifty thousand takes three times as long.
struct BankPartyNumbers {
  /// The texts of all parties, one behind the other, each behind its length.
  private var bytes: [UInt8] = []
  /// For each slot the number of its party and where its bytes start, number 0 for none.
  private var slots = [(number: UInt32, hash: UInt32, start: Int)](
    repeating: (0, 0, 0), count: 64)
  /// The texts of the party that is looked for.
  private var wanted: [UInt8] = []
  private(set) var count = 0

  /// The number of a party, from 1, and whether it is a new one.
  mutating func number(of party: BankParty) -> (number: Int, isNew: Bool) {
    write(party)
    let hash = hash
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].number > 0 {
      if slots[slot].hash == hash, isWanted(at: slots[slot].start) {
        return (Int(slots[slot].number), false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    count += 1
    slots[slot] = (UInt32(count), hash, bytes.count)
    bytes += wanted
    if count * 4 > slots.count * 3 { grow() }
    return (count, true)
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

  private var hash: UInt32 {
    var hasher = Hasher()
    wanted.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// Whether the party at a place is the one that is looked for; the lengths tell where it ends.
  private func isWanted(at start: Int) -> Bool {
    guard bytes.count - start >= wanted.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      wanted.withUnsafeBytes { wanted in
        guard let bytes = bytes.baseAddress, let wanted = wanted.baseAddress else { return false }
        return memcmp(bytes + start, wanted, self.wanted.count) == 0
      }
    }
  }

  private mutating func grow() {
    var larger = [(number: UInt32, hash: UInt32, start: Int)](
      repeating: (0, 0, 0), count: slots.count * 2)
    for entry in slots where entry.number > 0 {
      var slot = Int(entry.hash) & (larger.count - 1)
      while larger[slot].number > 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
