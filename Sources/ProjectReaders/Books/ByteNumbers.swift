import Foundation

/// Numbers for runs of bytes, from 1 in the order in which they come.
///
/// A run is looked for in two places of the memory, its slot and its bytes: a dictionary of values
/// with several texts goes to a place for each, which of fifty thousand takes three times as long.
struct ByteNumbers {
  private struct Slot {
    /// The number of the run, 0 for none.
    var number: UInt32 = 0
    var hash: UInt32 = 0
    var start = 0
    var count = 0
  }

  /// All runs, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 64)
  private(set) var count = 0

  /// The number of a run, and whether it is a new one.
  mutating func number(of run: [UInt8]) -> (number: Int, isNew: Bool) {
    let hash = ByteNumbers.hash(of: run)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].number > 0 {
      if slots[slot].hash == hash, isEqual(slots[slot], run) {
        return (Int(slots[slot].number), false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    count += 1
    slots[slot] = Slot(number: UInt32(count), hash: hash, start: bytes.count, count: run.count)
    bytes += run
    if count * 4 > slots.count * 3 { grow() }
    return (count, true)
  }

  private static func hash(of run: [UInt8]) -> UInt32 {
    var hasher = Hasher()
    run.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  private func isEqual(_ slot: Slot, _ run: [UInt8]) -> Bool {
    guard slot.count == run.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      run.withUnsafeBytes { run in
        guard let bytes = bytes.baseAddress, let run = run.baseAddress else { return true }
        return memcmp(bytes + slot.start, run, slot.count) == 0
      }
    }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for entry in slots where entry.number > 0 {
      var slot = Int(entry.hash) & (larger.count - 1)
      while larger[slot].number > 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
