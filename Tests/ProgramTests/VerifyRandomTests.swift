import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing
import Verification

/// Random value maps, written as XML and as spreadsheet, and read back.
@Suite struct VerifyRandomTests {
  /// How many maps: few in every run, a thousand where `WIJKWAARDE_MAPS` says so.
  private static let count =
    ProcessInfo.processInfo.environment["WIJKWAARDE_MAPS"].flatMap { Int($0) } ?? 4

  @Test func `a random map follows in both forms, and no changed number of it stays unseen`() throws
  {
    var generator = SeededGenerator(seed: 77)
    var changes = 0
    for seed in 0..<Self.count {
      let project = try RandomProject(seed: UInt64(seed))
      defer { try? FileManager.default.removeItem(at: project.folder.deletingLastPathComponent()) }
      let files = try project.files().filter { file in
        [".ods", "2025.xml"].contains { file.path.hasSuffix($0) }
      }
      #expect(files.count == 2)
      for file in files {
        let report = try ReadReport.read(file)
        let verdicts = ReportVerifier.verify(report)
        let wrong = verdicts.filter { $0.verdict == .doesNotFollow }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.map(\.figure))")
        #expect(report.digest == .holds)
        #expect(verdicts.count { $0.verdict == .recomputed } > 20)
        guard file.pathExtension == "xml" else { continue }
        #expect(try ReadReport.faults(file) == [])
        changes += try change(file, &generator)
      }
    }
    #expect(changes > Self.count / 2)
  }

  /// Changes one number of a file, its digest taken away, and expects to hear of its figure.
  private func change(_ file: URL, _ generator: inout SeededGenerator) throws -> Int {
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing(/<digest.*<\/digest>/, with: "")
    let numbers = text.matches(of: /<(value|low|high|current|from)>(-?[0-9][0-9.]*)</)
    guard let match = numbers.randomElement(using: &generator) else { return 0 }
    let old = match.output.2
    let new = old.hasPrefix("-") ? "-9\(old.dropFirst())" : "9\(old)"
    let changed = text.replacingCharacters(in: old.startIndex..<old.endIndex, with: new)
    try Data(changed.utf8).write(to: file)
    let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
    let report = try ReadReport.read(file)
    // Numbers outside the value map: a parameter, or an origin, or a proxy as its source has it.
    let verdicts = ReportVerifier.verify(report)
    let before = verdicts.filter { ($0.address.line ?? .max) <= line }
    let own = before.max { ($0.address.line ?? 0) < ($1.address.line ?? 0) }
    guard let own, line - (own.address.line ?? 0) <= 8, !isOutside(text, match.range.lowerBound)
    else { return 0 }
    let wrong = verdicts.filter { $0.verdict == .doesNotFollow }.map(\.figure)
    #expect(!wrong.isEmpty, "line \(line): \(own.figure) \(old) → \(new)")
    if own.verdict != .given { #expect(wrong.contains(own.figure), "\(own.figure)") }
    return 1
  }

  private func isOutside(_ text: String, _ place: String.Index) -> Bool {
    guard let map = text.range(of: "<parameters>")?.lowerBound else { return false }
    return place >= map
  }
}
