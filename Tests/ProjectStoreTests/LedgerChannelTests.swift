import Testing

@testable import ProjectStore

/// The way of batches from one thread to another.
struct LedgerChannelTests {
  @Test func `a channel may be left with batches in it`() {
    for count in 0...4 {
      let channel = LedgerChannel()
      for _ in 0..<count { #expect(channel.put(LedgerBatch())) }
      channel.abandon()
      #expect(!channel.put(LedgerBatch()))
    }
  }
}
