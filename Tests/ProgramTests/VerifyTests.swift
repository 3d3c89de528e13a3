import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing
import Verification

/// Reports of our own and value maps of others, recomputed.
@Suite struct VerifyTests {
  /// The XML of the example.
  private static let written = Result {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "xml" })
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The XML of the example, in a folder of its own.
  ///
  /// - Parameter isDrawn: whether it still says what its draws were made of; without that it is
  ///   verified in a moment, because nothing is drawn.
  private static func report(isDrawn: Bool = true) throws -> URL {
    let file = try Places.temporaryFolder().appending(path: "report.xml")
    let text = try written.get()
    let light = text.replacing(#/ seed="\d+" draws="\d+"/#, with: "")
    try Data((isDrawn ? text : light).utf8).write(to: file)
    return file
  }

  private static func verdicts(_ file: URL) throws -> [FigureVerdict] {
    ReportVerifier.verify(try ReadReport.read(file))
  }

  @Test func `our own report is recomputed and all of it follows`() throws {
    let verdicts = try Self.verdicts(try Self.report())
    #expect(verdicts.allSatisfy { $0.verdict != .doesNotFollow })
    let recomputed = Set(verdicts.filter { $0.verdict == .recomputed }.map(\.figure))
    for figure in [
      "sroi.ratio", "sroi.net_ratio", "sroi.present_value", "sroi.inputs_present_value",
      "sroi.benefits_1", "waterfall.deadweight", "domain.citizens.present_value",
      "outcome.o1.impact", "outcome.o1.value_2", "input.i8.value", "benefit_factor_2",
      "stakeholder.gemeente.present_value",
    ] {
      #expect(recomputed.contains(figure), "\(figure)")
    }
    #expect(verdicts.contains { $0.figure == "outcome.o1.deadweight" && $0.verdict == .given })
  }

  @Test func `every changed figure of the value map is found in its line`() throws {
    let file = try Self.report(isDrawn: false)
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    let verdicts = try Self.verdicts(file).filter { $0.verdict == .recomputed && $0.stated != nil }
    #expect(verdicts.count > 250)
    let feeders = Set(text.matches(of: #/ from="([a-z0-9_.]+)"/#).map { String($0.output.1) })
    for (number, verdict) in verdicts.enumerated() where number % 7 == 0 {
      let start = try #require(verdict.address.line) - 1
      var changed = lines
      let at = try #require(
        (start..<min(start + 6, lines.count)).first {
          lines[$0].firstMatch(of: />[-0-9.e]+</) != nil
        })
      changed[at] = lines[at].replacing(/>(-?)([0-9])/, maxReplacements: 1) { match in
        ">\(match.1)\(match.2 == "9" ? "8" : "9")\(match.2 == "9" ? "" : "")"
      }
      guard changed[at] != lines[at] else { continue }
      let copy = try Places.temporaryFolder().appending(path: "changed.xml")
      try Data(changed.joined(separator: "\n").utf8).write(to: copy)
      let found = try Self.verdicts(copy).filter { $0.verdict == .doesNotFollow }.map(\.figure)
      #expect(found.contains(verdict.figure), "\(lines[at])")
      // From what was taken from a measure, or stands twice, other figures follow.
      let isInput = verdict.figure.hasSuffix(".quantity") || verdict.figure.hasSuffix(".proxy")
      #expect(found.count == 1 || isInput || feeders.contains(verdict.figure), "\(found)")
    }
  }

  @Test func `a changed input makes what follows from it wrong`() throws {
    let file = try Self.report(isDrawn: false)
    var text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "id=\"outcome.o3.deadweight\""))
    let value = try #require(
      text.range(of: "<value>0.3</value>", range: start.upperBound..<text.endIndex))
    text.replaceSubrange(value, with: "<value>0.2</value>")
    try Data(text.utf8).write(to: file)
    let wrong = Set(
      try Self.verdicts(file).filter { $0.verdict == .doesNotFollow }.map(\.figure))
    #expect(wrong.contains("outcome.o3.after_deadweight"))
    #expect(wrong.contains("sroi.ratio"))
    #expect(!wrong.contains("outcome.o3.gross_value"))
    #expect(!wrong.contains("outcome.o4.present_value"))
    let outcome = try ProgramBinary.run(["verify", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("outcome.o3.impact"))
  }

  /// Puts another text in the place of the value of a figure; gives the line of the figure.
  private static func put(_ text: String, at figure: String, in file: URL) throws -> Int {
    var content = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(content.range(of: "id=\"\(figure)\""))
    let rest = content[start.upperBound...]
    let value = try #require(rest.firstMatch(of: /<value>([^<]*)</))
    content.replaceSubrange(value.output.1.startIndex..<value.output.1.endIndex, with: text)
    try Data(content.utf8).write(to: file)
    return content[..<start.lowerBound].count { $0 == "\n" } + 1
  }

  @Test(
    arguments: [
      ("sroi.ratio", "NaN"), ("sroi.ratio", "abc"), ("sroi.ratio", ""),
      ("sroi.present_value", "INF"), ("outcome.o1.present_value", "NaN"),
      ("outcome.o1.deadweight", "abc"), ("outcome.o1.deadweight", "-5"),
      ("outcome.o1.deadweight", "1.2"), ("sroi.discount_rate", "-1"),
    ])
  func `what is no number or impossible is named in its line`(
    figure: String, text: String
  ) throws {
    let file = try Self.report(isDrawn: false)
    let line = try Self.put(text, at: figure, in: file)
    let verdicts = try Self.verdicts(file)
    let named = verdicts.filter { $0.figure == figure }
    #expect(named.map(\.verdict) == [.doesNotFollow])
    #expect(named.first?.reason != nil)
    #expect(abs((named.first?.address.line ?? 0) - line) <= 3)
    // What is made of the impossible follows from nothing.
    let ratio = verdicts.first { $0.figure == "sroi.ratio" }
    let isInput = figure.hasSuffix("deadweight") || figure == "sroi.discount_rate"
    if isInput { #expect(ratio?.verdict == .doesNotFollow) }
    let outcome = try ProgramBinary.run(["verify", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains(figure))
  }

  @Test func `an edit of what is not recomputed breaks the digest and is said`() throws {
    let file = try Self.report()
    let vouched = Set(
      try Self.verdicts(file).filter { $0.verdict == .unchanged }.map(\.figure))
    #expect(vouched.contains("multiplier.lm3"))
    _ = try Self.put("9.99", at: "multiplier.lm3", in: file)
    let verdicts = try Self.verdicts(file)
    #expect(!verdicts.contains { $0.verdict == .unchanged })
    let changed = verdicts.filter { $0.verdict == .changedAfterWriting }.map(\.figure)
    #expect(Set(changed) == vouched)
    let outcome = try ProgramBinary.run(["verify", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("The file was changed after it was written"))
    let json = try ProgramBinary.run(["verify", file.path, "--json"])
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let first = try #require((read as? [[String: Any]])?.first)
    #expect(first["digest"] as? String == "broken")
    #expect(first["follows"] as? Bool == false)
  }

  @Test func `the command tells reports from value maps and knows its exit codes`() throws {
    let file = try Self.report()
    let fine = try ProgramBinary.run(["verify", file.path])
    #expect(fine.exitCode == 0, "\(fine.output)\(fine.errors)")
    let maps = Places.repository.appending(path: "Tests/Maps")
    let right = try ProgramBinary.run(["verify", maps.appending(path: "timebank.csv").path])
    #expect(right.exitCode == 0)
    let wrong = try ProgramBinary.run(
      ["verify", maps.appending(path: "zero-waste.csv").path, "--language", "nl"])
    #expect(wrong.exitCode == 1)
    #expect(wrong.output.contains("in het totaal ontbreekt rij 7 en zit rij 16 in plaats daarvan"))
    let neither = try ProgramBinary.run(
      ["verify", Places.repository.appending(path: "README.md").path])
    #expect(neither.exitCode == 74)
    #expect(try ProgramBinary.run(["verify", "/nowhere.csv"]).exitCode == 74)
    #expect(try ProgramBinary.run(["verify"]).exitCode == 64)
  }

  @Test func `machines get a verdict on every figure`() throws {
    let file = try Self.report()
    let outcome = try ProgramBinary.run(["verify", file.path, "--json"])
    let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let first = try #require((read as? [[String: Any]])?.first)
    #expect(first["follows"] as? Bool == true)
    let figures = try #require(first["figures"] as? [[String: Any]])
    let ratio = try #require(figures.first { $0["figure"] as? String == "sroi.ratio" })
    #expect(ratio["verdict"] as? String == "recomputed")
    #expect(ratio["stated"] as? Double == ratio["computed"] as? Double)
  }

  @Test func `damaged and hostile files end with 74`() throws {
    let file = try Self.report()
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count / 2).write(to: file)
    #expect(try ProgramBinary.run(["verify", file.path]).exitCode == 74)
    let bomb = """
      <!DOCTYPE report [<!ENTITY a "aaaa">]><report xmlns="urn:wijkwaarde:report:1">&a;</report>
      """
    try Data(bomb.utf8).write(to: file)
    #expect(try ProgramBinary.run(["verify", file.path]).exitCode == 74)
  }

  @Test(arguments: [
    ("en", "The report is of version 0, which was a trial: write a new report with this program."),
    (
      "nl",
      "Het verslag is van versie 0, een proefversie: maak met dit programma een nieuw verslag."
    ),
  ])
  func `a report of version 0 is refused with one sentence`(
    language: String, sentence: String
  ) throws {
    let file = try Self.report(isDrawn: false)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("urn:wijkwaarde:report:1", with: "urn:wijkwaarde:report:0").utf8)
      .write(to: file)
    let outcome = try ProgramBinary.run(["verify", file.path, "--language", language])
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains(sentence))
  }

  @Test func `a broken rule of the form is named with its line, and the exit code is 1`() throws {
    let file = try Self.report(isDrawn: false)
    var text = try String(contentsOf: file, encoding: .utf8)
    let entry = try #require(text.range(of: "<entry name="))
    text.replaceSubrange(entry, with: "<entry people=\"3\" name=")
    try Data(text.utf8).write(to: file)
    let line = text[..<entry.lowerBound].count { $0 == "\n" } + 1
    let outcome = try ProgramBinary.run(["verify", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("report.xml, line \(line)\n    rule.small_groups: "))
    let json = try ProgramBinary.run(["verify", file.path, "--json", "--language", "nl"])
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    let faults = try #require(read?.first?["faults"] as? [[String: String]])
    #expect(faults.map { $0["rule"] } == ["rule.small_groups"])
    #expect(faults.first?["message"]?.contains("vijf mensen") == true)
  }

  @Test func `our own report keeps the schema and every rule`() throws {
    #expect(try ReadReport.faults(try Self.report()) == [])
  }

  @Test func `what the schema forbids is named by verify too`() throws {
    let file = try Self.report(isDrawn: false)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("<perspective>evaluation<", with: "<perspective>hope<").utf8)
      .write(to: file)
    let outcome = try ProgramBinary.run(["verify", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("schema: not valid under the schema: "))
    #expect(outcome.output.contains("'hope'"))
  }

  @Test(.enabled(if: Tool.isHere("openssl") && Tool.isHere("sha256sum")))
  func `the canonical form carries the digest, and a signature over it holds`() throws {
    let file = try Self.report(isDrawn: false)
    // The text without its draws is another document: its digest is made anew here.
    let folder = file.deletingLastPathComponent()
    func canonical(_ name: String) throws -> URL {
      let form = folder.appending(path: name)
      _ = try ProgramBinary.run(["verify", file.path, "--canonical", form.path])
      return form
    }
    let first = try canonical("first")
    let digest = try #require(Tool("sha256sum")).run([first.path]).output.prefix(64)
    var text = try String(contentsOf: file, encoding: .utf8)
    text = text.replacing(/(<digest[^>]*>)[0-9a-f]*/) { "\($0.output.1)\(digest)" }
    try Data(text.utf8).write(to: file)
    #expect(try ReadReport.read(file).digest == .holds)

    let openssl = try #require(Tool("openssl"))
    func run(_ arguments: String...) throws -> Int32 {
      try openssl.run(arguments, in: folder).exitCode
    }
    #expect(
      try run(
        "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
        "-out", "key.pem") == 0)
    #expect(try run("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem") == 0)
    #expect(try run("dgst", "-sha256", "-sign", "key.pem", "-out", "report.sig", "first") == 0)
    // Laid out anew by a mail program, it is the same document.
    try Data(text.replacing("<digest algorithm=", with: "<digest   algorithm=").utf8).write(
      to: file)
    _ = try canonical("second")
    let check = ["dgst", "-sha256", "-verify", "public.pem", "-signature", "report.sig"]
    #expect(try openssl.run(check + ["second"], in: folder).exitCode == 0)
    try Data(text.replacing("<perspective>evaluation", with: "<perspective>forecast").utf8)
      .write(to: file)
    _ = try canonical("third")
    #expect(try openssl.run(check + ["third"], in: folder).exitCode == 1)
  }

  @Test func `only one report in XML has a canonical form`() throws {
    let folder = try Places.temporaryFolder()
    let file = folder.appending(path: "map.csv")
    try Data("a,b\n1,2\n".utf8).write(to: file)
    let target = folder.appending(path: "form").path
    #expect(try ProgramBinary.run(["verify", file.path, "--canonical", target]).exitCode == 74)
    let two = try ProgramBinary.run(["verify", file.path, file.path, "--canonical", target])
    #expect(two.exitCode == 64)
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test(.enabled(if: Tool.isHere("python3")))
  func `a reader written from the documentation finds what the list of figures has`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let xml = try #require(files.first { $0.pathExtension == "xml" })
    let list = try #require(files.first { $0.pathExtension == "csv" })
    // Figures in the order of the list: identifier, label, value; identifiers hold no comma.
    let text = try String(contentsOf: list, encoding: .utf8)
    let rows = DelimitedText(text, separator: ",").records.map(\.fields).filter { $0.count > 2 }
    let values = Dictionary(
      rows.dropFirst().map { ($0[0], Double($0[2])) }, uniquingKeysWith: { first, _ in first })
    let script = Places.repository.appending(path: "Tests/Independent/read_report.py")
    let outcome = try #require(Tool("python3")).run([script.path, xml.path])
    let found = try JSONDecoder().decode(FoundFigures.self, from: Data(outcome.output.utf8))
    #expect(found.ratio == values["sroi.ratio"] ?? nil)
    #expect(found.measures.count > 50 && found.inputs.count > 5)
    for measure in found.measures {
      #expect(measure.value == values[measure.id] ?? nil, "\(measure.id)")
    }
    for input in found.inputs {
      #expect(input.value == values["input.\(input.id).value"] ?? nil, "\(input.id)")
    }
  }

  /// What the reader in Python prints, as far as the list of figures has it.
  private struct FoundFigures: Decodable {
    struct Figure: Decodable {
      let id: String
      let value: Double?
    }

    let ratio: Double?
    let inputs: [Figure]
    let measures: [Figure]
  }
}
