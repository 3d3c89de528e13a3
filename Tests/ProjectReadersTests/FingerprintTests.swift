import Foundation
import ProjectReaders
import TestSupport
import Testing

@Suite struct FingerprintTests {
  @Test func `the fingerprint is SHA-256, of bytes and of a file alike`() throws {
    // FIPS 180-4, the example "abc".
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Fingerprint.of(Data("abc".utf8)) == known)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a")
    let bytes = Data((0..<700_000).map { UInt8(truncatingIfNeeded: $0) })
    try bytes.write(to: file)
    #expect(try Fingerprint.of(fileAt: file) == Fingerprint.of(bytes))
    let pending = PendingFingerprint(fileAt: file)
    #expect(try pending.value() == Fingerprint.of(bytes))
    #expect(try pending.value() == Fingerprint.of(bytes))
    for missing in [folder.appending(path: "b"), folder] {
      #expect(throws: (any Error).self) { try Fingerprint.of(fileAt: missing) }
      #expect(throws: (any Error).self) { try PendingFingerprint(fileAt: missing).value() }
    }
  }

  @Test func `the stamp of a file is the same until anything about the file changes`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a")
    #expect(FileStamp(fileAt: file) == nil)
    try Data("one".utf8).write(to: file)
    let first = try #require(FileStamp(fileAt: file))
    #expect(FileStamp(fileAt: file) == first)
    // Another file of the same size and date in its place.
    let other = folder.appending(path: "b")
    try Data("two".utf8).write(to: other)
    let dates = try FileManager.default.attributesOfItem(atPath: file.path)
    try FileManager.default.setAttributes(
      [.modificationDate: dates[.modificationDate] ?? Date()], ofItemAtPath: other.path)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: other, to: file)
    let second = try #require(FileStamp(fileAt: file))
    #expect(second != first)
    // What changed just now may change again under the same time.
    #expect(!second.isSettled(at: Date(timeIntervalSinceNow: 0)))
    #expect(second.isSettled(at: Date(timeIntervalSinceNow: 60)))
  }
}
