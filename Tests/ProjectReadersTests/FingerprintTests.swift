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
    #expect(throws: (any Error).self) { try Fingerprint.of(fileAt: folder.appending(path: "b")) }
  }
}
