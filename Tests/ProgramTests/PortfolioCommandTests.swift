import Foundation
import ReportXML
import TestSupport
import Testing

@Suite struct `The command portfolio` {
  /// A folder of reports of different projects.
  private func reports(_ count: Int, padding: Int = 0) throws -> URL {
    let folder = try Places.temporaryFolder().appending(path: "reports")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      var plain = PortfolioReport()
      plain.id = "p\(number)"
      plain.padding = padding
      try Data(ReportXMLExporter().bytes(of: plain.report()))
        .write(to: folder.appending(path: "\(number).xml"))
    }
    return folder
  }

  @Test func `adds the report of the example, says what it comes to and answers`() throws {
    let example = try Example()
    let folder = example.folder.appending(path: "reports/2025")
    #expect(try ProgramBinary.run(["report", example.folder.path]).exitCode == 0)
    let file = folder.appending(path: "../../city.sqlite").standardizedFileURL.path
    let added = try ProgramBinary.run(["portfolio", "add", file, folder.path])
    #expect(added.exitCode == 0, "\(added.output)\(added.errors)")
    #expect(added.output.hasPrefix("added: groenhof 2025-01-01/2025-12-31"))
    let again = try ProgramBinary.run(["portfolio", "add", file, folder.path, "--json"])
    #expect(again.output.contains("\"status\":\"already_there\""))
    let out = example.folder.appending(path: "out")
    #expect(try ProgramBinary.run(["portfolio", "report", file, out.path]).exitCode == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out.path).sorted() == [
        "city.html", "city.ods", "city.xml", "wijkwaarde-portfolio-1.xsd",
      ])
    let xml = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).first {
        $0.hasSuffix("2025.xml")
      })
    let original = try String(contentsOf: folder.appending(path: xml), encoding: .utf8)
    #expect(try ProgramBinary.run(["portfolio", "document", file, "1"]).output == original)
    let answer = try ProgramBinary.run([
      "portfolio", "query", file,
      "select project, is_priced from reports join outcomes using (report) limit 1",
      "--csv",
    ])
    #expect(answer.output == "project,is_priced\r\ngroenhof,1\r\n")
    let wrong = try ProgramBinary.run(["portfolio", "query", file, "delete from report"])
    #expect(wrong.exitCode == 64 && !wrong.errors.isEmpty)
  }

  @Test func `ends with 1 where a document is refused, 74 where the portfolio is none`() throws {
    let folder = try reports(1)
    try Data("<x/>".utf8).write(to: folder.appending(path: "x.xml"))
    let file = folder.appending(path: "city.sqlite").path
    let added = try ProgramBinary.run(["portfolio", "add", file, folder.path])
    #expect(added.exitCode == 1 && added.output.contains("[portfolio.not_a_report]"))
    let page = folder.appending(path: "x.xml").path
    #expect(try ProgramBinary.run(["portfolio", "add", page, folder.path]).exitCode == 74)
    #expect(try ProgramBinary.run(["portfolio", "report", page + "0", "out"]).exitCode == 74)
  }

  @Test func `a kill at any moment loses nothing that was reported as added`() throws {
    let moments = 12
    let folder = try reports(60)
    var generator = SeededGenerator(seed: 9)
    var wereCut = 0
    // Moments of the work, not of the clock: a busy machine takes its time.
    let whole = try ContinuousClock().measure {
      let file = folder.appending(path: "whole.sqlite")
      _ = try ProgramBinary.run(["portfolio", "add", file.path, folder.path, "--quiet"])
    }
    for round in 0..<moments {
      let file = folder.appending(path: "city-\(round).sqlite")
      let output = folder.appending(path: "said-\(round).txt")
      try Data().write(to: output)
      let process = Process()
      process.executableURL = ProgramBinary.executable
      process.arguments = ["portfolio", "add", file.path, folder.path, "--json"]
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = FileHandle.nullDevice
      try process.run()
      let moment = whole * Double.random(in: 0.02...1, using: &generator)
      usleep(UInt32(moment / .microseconds(1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let said = try String(contentsOf: output, encoding: .utf8)
        .split(separator: "\n").count { $0.contains("\"status\":\"added\"") }
      wereCut += (1..<60).contains(said) ? 1 : 0
      guard FileManager.default.fileExists(atPath: file.path) else {
        #expect(said == 0)
        continue
      }
      let sound = try ProgramBinary.run([
        "portfolio", "query", file.path,
        "select count(*), count(distinct documents.report), (select integrity_check from pragma_integrity_check) from reports left join documents using (report)",
        "--csv",
      ])
      let counts = sound.output.split(separator: "\r\n").last?.split(separator: ",") ?? []
      #expect(counts.count == 3 && counts.last == "ok", "\(sound.output)\(sound.errors)")
      #expect(counts.first == counts.dropFirst().first)
      #expect(Int(counts.first ?? "") ?? -1 >= said, "\(said) were said to be added")
      let rest = try ProgramBinary.run(["portfolio", "add", file.path, folder.path, "--quiet"])
      #expect(rest.exitCode == 0, "\(rest.output)\(rest.errors)")
    }
    #expect(wereCut > 0, "no kill fell in the middle of the work")
  }
}
