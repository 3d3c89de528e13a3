import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing
import Verification

/// What follows from ranges, scenarios and conventions, recomputed from the file alone.
@Suite struct VerifyDoubtTests {
  /// The XML of the example.
  private static let written = Result {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "xml" })
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func file(_ text: String) throws -> URL {
    let file = try Places.temporaryFolder().appending(path: "report.xml")
    try Data(text.utf8).write(to: file)
    return file
  }

  /// The text with another number as the value of a figure, or in an element of its own inside it.
  private func put(
    _ number: String, at figure: String, _ element: String = "value", in text: String
  ) throws -> String {
    let start = try #require(text.range(of: "=\"\(figure)\""), "\(figure)")
    let open = try #require(
      text.range(of: "<\(element)>", range: start.upperBound..<text.endIndex))
    let close = try #require(text.range(of: "<", range: open.upperBound..<text.endIndex))
    return text.replacingCharacters(in: open.upperBound..<close.lowerBound, with: number)
  }

  @Test func `doubt, swings, switching values, scenarios and conventions are recomputed`() throws {
    let verdicts = ReportVerifier.verify(try ReadReport.read(try file(try Self.written.get())))
    let recomputed = Set(verdicts.filter { $0.verdict == .recomputed }.map(\.figure))
    for figure in [
      "sroi.payback_months", "sroi.discounted_payback_months", "sroi.net_present_value",
      "sroi.ratio_p5", "sroi.ratio_p50", "sroi.ratio_p95", "sroi.ratio_mean",
      "sroi.present_value_mean", "sroi.present_value_deviation", "sroi.chance_below_one",
      "sroi.share_with_doubt", "shared.vragenlijst.quantity.first_order",
      "proxy.p_werk.value.total_effect", "outcome.o2.deadweight.ratio_at_low",
      "outcome.o2.deadweight.swing_high", "proxy.p_samen.value.ratio_at_high",
      "every_outcome.deadweight.switching_value", "input.i1.value.switching_value",
      "outcome.o5.benefit_periods.switching_value", "sroi.discount_rate.switching_value",
      "input.i1.value.current", "scenario.voorzichtig.present_value",
      "scenario.voorzichtig.difference", "scenario.ruim.difference_p5",
      "scenario.voorzichtig.outcome.o2.deadweight.from", "convention.additive_deductions.ratio",
      "convention.undiscounted.ratio", "value_map.periods",
    ] { #expect(recomputed.contains(figure), "\(figure)") }
    // What is left has its inputs outside the file: the measures of the indicators.
    let sections = ["sroi", "outcome", "input", "scenario", "convention", "proxy", "shared"]
    let left = verdicts.filter { $0.verdict == .unchanged }.map(\.figure)
    #expect(left.allSatisfy { figure in !sections.contains { figure.hasPrefix("\($0).") } })
  }

  @Test func `changed figures of doubt are found though the digest was taken away`() throws {
    var text = try Self.written.get().replacing(/<digest.*<\/digest>/, with: "")
    let changes = [
      ("sroi.ratio_p5", "1.82856068"), ("sroi.chance_below_one", "0.01"),
      ("sroi.present_value_deviation", "24087.8657"),
      ("shared.vragenlijst.quantity.first_order", "0.2"), ("scenario.ruim.difference_p95", "0.1"),
    ]
    for (figure, number) in changes { text = try put(number, at: figure, in: text) }
    text = try put("0.3", at: "outcome.o2.deadweight\" unit=\"%", "high", in: text)
    let wrong = Set(try ReadReport.wrong(try file(text)).map(\.figure))
    #expect(wrong == Set(changes.map(\.0) + ["outcome.o2.deadweight.swing_high"]))
    let outcome = try ProgramBinary.run(["verify", try file(text).path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("Unproved"))
  }

  @Test func `another seed or fewer draws give other percentiles`() throws {
    for (old, new) in [("seed=\"2009\"", "seed=\"2010\""), ("draws=\"200000\"", "draws=\"999\"")] {
      let text = try Self.written.get()
      #expect(text.contains(old))
      let wrong = try ReadReport.wrong(try file(text.replacing(old, with: new))).map(\.figure)
      #expect(wrong.contains("sroi.ratio_p5"))
      #expect(!wrong.contains("sroi.present_value_mean"), "moments are exact")
      #expect(!wrong.contains("sroi.ratio"))
    }
  }

  @Test func `a measure is held against its parts and its groups`() throws {
    let written = try Self.written.get()
    let verdicts = ReportVerifier.verify(try ReadReport.read(try file(written)))
    let recomputed = Set(verdicts.filter { $0.verdict == .recomputed }.map(\.figure))
    let measures = written.matches(of: /<measure id="([a-z0-9_.]+)" kind="(\w+)"/)
    let quotients = measures.filter { $0.output.2 == "share" || $0.output.2 == "mean" }
    let absent = Set(verdicts.filter { $0.stated == nil }.map(\.figure))
    for measure in quotients where !absent.contains(String(measure.output.1)) {
      #expect(recomputed.contains(String(measure.output.1)), "\(measure.output.1)")
    }
    let whole = try #require(
      written.firstMatch(of: /<breakdown [^>]*whole="true">[\s\S]*?<value>([0-9.]+)</))
    let owner = try #require(
      measures.last { $0.range.lowerBound < whole.range.lowerBound }
    ).output.1
    let number = whole.output.1
    let changed = written.replacingCharacters(
      in: number.startIndex..<number.endIndex, with: number + "1")
    #expect(try ReadReport.wrong(try file(changed)).map(\.figure).contains(String(owner)))
  }

  @Test func `an unproved file passes, and fails where proof is asked for`() throws {
    let text = try Self.written.get()
    let bare = try file(text.replacing(/<digest.*<\/digest>/, with: ""))
    #expect(try ProgramBinary.run(["verify", bare.path]).exitCode == 0)
    let strict = try ProgramBinary.run(["verify", bare.path, "--strict", "--language", "nl"])
    #expect(strict.exitCode == 1)
    #expect(strict.output.contains("Onbewezen"))
    #expect(try ProgramBinary.run(["verify", try file(text).path, "--strict"]).exitCode == 0)
  }

  @Test func `a report of an older version is recomputed as far as it says enough`() throws {
    let old = try Self.written.get()
      .replacing(#/ (seed|draws|sharedDoubt|whole)="[^"]*"/#, with: "")
      .replacing("version=\"0.5\"", with: "version=\"0.4\"")
      .replacing(/<digest.*<\/digest>/, with: "")
    let verdicts = ReportVerifier.verify(try ReadReport.read(try file(old)))
    #expect(verdicts.allSatisfy { $0.verdict != .doesNotFollow })
    #expect(
      verdicts.contains { $0.figure == "sroi.ratio_p5" && $0.verdict == .inputsNotInFile })
    #expect(verdicts.contains { $0.figure == "sroi.ratio" && $0.verdict == .recomputed })
  }
}
