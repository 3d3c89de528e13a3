import ExportKit
import Foundation
import Portfolio
import TestSupport
import Testing

@testable import ReportXML

@Suite struct `Adding to a portfolio` {
  @Test func `keeps a report that verifies, and knows the same bytes again`() throws {
    let register = try Register()
    let bytes = try Register.xml()
    #expect(try register.add(bytes)?.status == .added)
    #expect(try register.add(bytes, named: "again.xml")?.status == .alreadyThere)
    #expect(try register.ask("select count(*) from all_reports") == [.integer(1)])
    #expect(try register.ask("select ratio from reports") == [.real(3)])
    #expect(try register.portfolio.document(1) == bytes)
    #expect(try register.portfolio.document(2) == nil)
  }

  @Test func `a newer revision supersedes the older one, which stays readable`() throws {
    let register = try Register()
    let old = try Register.xml { $0.revision = "9" }
    #expect(try register.add(old)?.status == .added)
    #expect(
      try register.add {
        $0.revision = "10"
        $0.quantity = 50
      }?.status == .supersedes)
    #expect(try register.ask("select revision from reports") == [.text("10")])
    #expect(
      try register.ask("select revision from all_reports order by report") == [
        .text("9"), .text("10"),
      ])
    #expect(try register.portfolio.document(1) == old)
    #expect(try register.add { $0.revision = "9.5" }?.status == .earlier)
    #expect(try register.ask("select revision from reports") == [.text("10")])
    #expect(try register.portfolio.picture().coverage.superseded == 2)
  }

  @Test func `a year, a perspective and a project are reports of their own`() throws {
    let register = try Register()
    for edit: (inout PortfolioReport) -> Void in [
      { _ in }, { $0.year = 2024 }, { $0.perspective = .forecast }, { $0.id = "other" },
    ] {
      #expect(try register.add(edit)?.status == .added)
    }
    #expect(try register.ask("select count(*) from reports") == [.integer(4)])
  }

  @Test func `other content under the same revision is refused, and the first stays`() throws {
    let register = try Register()
    try register.add { _ in }
    let outcome = try #require(try register.add { $0.quantity = 31 })
    #expect(outcome.status == .refused && outcome.code == "portfolio.same_revision")
    #expect(try register.ask("select present_value from reports") == [.real(300)])
  }

  @Test func `another organisation cannot supersede a project by taking its identifier`() throws {
    let register = try Register()
    try register.add { _ in }
    let outcome = try register.add {
      $0.revision = "2"
      $0.number = "87654321"
    }
    #expect(outcome?.code == "portfolio.other_organisation")
  }

  @Test func `a draft is refused`() throws {
    #expect(try Register().add { $0.isDraft = true }?.code == "portfolio.draft")
  }

  /// Its digest is made to hold and its figures follow: only the rule of the form says that a number
  /// of the trade register has eight digits.
  @Test func `a report that breaks a rule of its form is refused, and the rule is named`() throws {
    let register = try Register()
    let text = String(decoding: try Register.xml(), as: UTF8.self)
    let edited = text.replacing("12345678", with: "1234567")
    try #require(edited != text)
    let digest = try ReportDigest.digest(of: Array(edited.utf8))
    let signed = edited.replacing(/(<digest[^>]*>)[0-9a-f]*</) { "\($0.output.1)\(digest)<" }
    let outcome = try #require(try register.add(Data(signed.utf8)))
    #expect(outcome.code == "portfolio.not_valid")
    #expect(outcome.message.english.contains("identifier_form"), "\(outcome)")
    #expect(try register.ask("select count(*) from all_reports") == [.integer(0)])
  }

  @Test func `what was changed by hand is refused, whatever was changed`() throws {
    let register = try Register()
    let text = String(decoding: try Register.xml(), as: UTF8.self)
    let edits = [
      ("<value>3</value>", "<value>4</value>", "portfolio.does_not_follow"),
      ("Minder eenzaam", "Meer samen", "portfolio.unproved"),
    ]
    for (old, new, code) in edits {
      let edited = text.replacing(old, with: new)
      try #require(edited != text)
      #expect(try register.add(Data(edited.utf8))?.code == code)
    }
    let stripped = text.replacing(/<digest[^>]*>[0-9a-f]*<\/digest>/, with: "")
    #expect(try register.add(Data(stripped.utf8))?.code == "portfolio.unproved")
    #expect(try register.ask("select count(*) from all_reports") == [.integer(0)])
  }

  @Test func `what is no report is refused with the reason, and the next is taken`() throws {
    let register = try Register()
    let text = String(decoding: try Register.xml(), as: UTF8.self)
    func write(_ name: String, _ content: String) throws {
      try Data(content.utf8).write(to: register.folder.appending(path: name))
    }
    try write("a.xml", "<html/>")
    try write("b.xml", String(text.prefix(2_000)))
    try write("c.xml", text.replacing("urn:wijkwaarde:report:1", with: "urn:wijkwaarde:report:99"))
    try write("d.xml", text.replacing("<period ", with: "<peri "))
    try write("e.xml", "")
    try write("f.xml", text)
    try write("g.xml.mdto.xml", "<MDTO/>")
    try write("h.zip", "PK\u{3}\u{4} and then nothing of the kind")
    let outcomes = try register.add([register.folder, register.folder.appending(path: "none")])
    let codes = Dictionary(
      outcomes.map { (URL(filePath: $0.file).lastPathComponent, $0.code ?? $0.status.rawValue) },
      uniquingKeysWith: { first, _ in first })
    #expect(
      codes == [
        "none": "portfolio.unreadable", "g.xml.mdto.xml": "portfolio.archive_metadata",
        "a.xml": "portfolio.not_a_report",
        "b.xml": "portfolio.damaged", "c.xml": "portfolio.damaged",
        "d.xml": "portfolio.incomplete", "e.xml": "portfolio.not_a_report", "f.xml": "added",
        "h.zip": "portfolio.archive",
      ])
  }

  @Test(.enabled(if: Tool.isHere("zip")))
  func `an archive gives its reports, and no archive inside it`() throws {
    let register = try Register()
    let inside = register.folder.appending(path: "mail")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: false)
    for number in 1...3 {
      try Register.xml { $0.id = "p\(number)" }.write(to: inside.appending(path: "\(number).xml"))
    }
    let zip = try #require(Tool("zip"))
    try zip.run(["-q", "-r", "inner.zip", "mail"], in: register.folder)
    try zip.run(["-q", "-r", "outer.zip", "mail", "inner.zip"], in: register.folder)
    let outcomes = try register.add([register.folder.appending(path: "outer.zip")])
    #expect(outcomes.map(\.status) == [.refused, .added, .added, .added])
    #expect(outcomes.first?.code == "portfolio.archive")
  }

  @Test func `another kind of file is not touched`() throws {
    let file = try Places.temporaryFolder().appending(path: "notes.sqlite")
    let content = Data("my notes, a good deal longer than a hundred bytes".utf8)
    try content.write(to: file)
    #expect(throws: PortfolioError.self) { try Portfolio(at: file) }
    #expect(try Data(contentsOf: file) == content)
    #expect(throws: PortfolioError.self) {
      try Portfolio(existing: file.deletingLastPathComponent().appending(path: "none.sqlite"))
    }
  }

  @Test func `two writers at once lose nothing and keep nothing twice`() async throws {
    let register = try Register()
    for number in 0..<40 {
      try Register.xml { $0.id = "p\(number)" }
        .write(to: register.folder.appending(path: "\(number).xml"))
    }
    let (folder, file) = (register.folder, register.portfolio.file)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var added = 0
          try Portfolio(at: file).add([folder], exporters: Register.exporters) {
            added += $0.status == .added ? 1 : 0
          }
          return added
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts == 40)
    #expect(try register.ask("select count(*) from all_reports") == [.integer(40)])
  }

  @Test func `hostile documents are refused and leave the portfolio as it was`() throws {
    let register = try Register()
    let base = try Register.xml()
    try register.add(base)
    let before = try Data(contentsOf: register.portfolio.file)
    var generator = SeededGenerator(seed: 88)
    let hostile = register.folder.appending(path: "hostile")
    try FileManager.default.createDirectory(at: hostile, withIntermediateDirectories: false)
    let count = HostileDocument.count
    for number in 0..<count {
      try HostileDocument.make(number, from: Array(base), using: &generator)
        .write(to: hostile.appending(path: "\(number).xml"))
    }
    let clock = ContinuousClock()
    var outcomes: [AdditionOutcome] = []
    let time = try clock.measure { outcomes = try register.add([hostile]) }
    #expect(outcomes.count == count)
    #expect(
      outcomes.allSatisfy { $0.status == .refused }, "\(outcomes.filter { $0.status != .refused })")
    #expect(time < .seconds(count), "\(time)")
    #expect(try Data(contentsOf: register.portfolio.file) == before)
  }
}
