import Foundation
import Portfolio
import TestSupport
import Testing

@Suite struct `An archive handed to a portfolio` {
  private static func outcomes(_ register: Register, _ bytes: [UInt8]) throws -> [AdditionOutcome] {
    let file = register.folder.appending(path: "mail.tar")
    try Data(bytes).write(to: file)
    return try register.add([file])
  }

  @Test(.enabled(if: Tool.isHere("tar")))
  func `under gzip gives its reports, whatever the form of their names`() throws {
    let register = try Register()
    let inside = register.folder.appending(path: "mail")
    let deep = inside.appending(path: String(repeating: "een-lange-naam/", count: 12))
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    for (number, folder) in [inside, inside, deep].enumerated() {
      try Register.xml { $0.id = "p\(number)" }
        .write(to: folder.appending(path: "\(number).xml"))
    }
    try Register.workbook { $0.id = "q" }.write(to: inside.appending(path: "q.ods"))
    try Data("<MDTO/>".utf8).write(to: inside.appending(path: "q.ods.mdto.xml"))
    try Data("x".utf8).write(to: inside.appending(path: "._0.xml"))
    let tar = try #require(Tool("tar"))
    for format in ["ustar", "pax", "gnu"] {
      try tar.run(["-czf", "\(format).tar.gz", "--format=\(format)", "mail"], in: register.folder)
      let outcomes = try register.add([register.folder.appending(path: "\(format).tar.gz")])
      let wanted: AdditionOutcome.Status = format == "ustar" ? .added : .alreadyThere
      #expect(outcomes.count { $0.status == wanted } == 4, "\(format): \(outcomes)")
      #expect(outcomes.count { $0.status == .passedOver } == 1)
      #expect(outcomes.count == 5)
    }
  }

  @Test func `whose names lead out of it is refused whole`() throws {
    let report = [UInt8](try Register.xml())
    for name in ["../a.xml", "/tmp/a.xml", "x/../../a.xml", "a\\b.xml", "a\nb.xml"] {
      let register = try Register()
      var tar = TarMaker()
      tar.add("first.xml", report)
      tar.add(name, report)
      let outcomes = try Self.outcomes(register, tar.closed)
      #expect(outcomes.map(\.code) == ["portfolio.archive"], "\(name)")
      #expect(try register.ask("select count(*) from all_reports") == [.integer(0)])
    }
  }

  @Test func `with links and devices gives only its plain files`() throws {
    let register = try Register()
    var tar = TarMaker()
    tar.add("link.xml", [], kind: "2")
    tar.add("device.xml", [], kind: "3")
    tar.add("report.xml", [UInt8](try Register.xml()))
    #expect(try Self.outcomes(register, tar.closed).map(\.status) == [.added])
  }

  @Test func `that is cut off, falsely counted or swollen is refused`() throws {
    let report = [UInt8](try Register.xml())
    var plain = TarMaker()
    plain.add("a.xml", report)
    var wrongSum = TarMaker()
    wrongSum.add("a.xml", report, breaksChecksum: true)
    var tooLong = TarMaker()
    tooLong.add("a.xml", report, statedSize: report.count + 1_000_000)
    var huge = TarMaker()
    huge.add("a.xml", [], statedSize: 0o77777777777)
    var longName = TarMaker()
    longName.add("n", [UInt8](repeating: 97, count: 5_000), kind: "L")
    var badRecord = TarMaker()
    badRecord.add("n", Array("999999 path=a\n".utf8), kind: "x")
    let archives: [[UInt8]] = [
      Array(plain.closed.prefix(600)), Array(plain.bytes.prefix(plain.bytes.count - 512)),
      plain.bytes, wrongSum.closed, tooLong.closed, huge.closed, longName.closed,
      badRecord.closed, plain.closed + [1], TarMaker().closed,
    ]
    for (number, archive) in archives.enumerated() {
      let register = try Register()
      let outcomes = try Self.outcomes(register, archive)
      #expect(outcomes.map(\.status) == [.refused], "\(number)")
      #expect(try register.ask("select count(*) from all_reports") == [.integer(0)], "\(number)")
    }
  }

  @Test(.enabled(if: Tool.isHere("gzip")))
  func `that is a bomb is refused before it has swollen`() throws {
    let register = try Register()
    var tar = TarMaker()
    tar.add("zeros.bin", [UInt8](repeating: 0, count: 100 << 20))
    try Data(tar.closed).write(to: register.folder.appending(path: "bomb.tar"))
    try #require(Tool("gzip")).run(["-9", "bomb.tar"], in: register.folder)
    let outcomes = try register.add([register.folder.appending(path: "bomb.tar.gz")])
    #expect(outcomes.map(\.code) == ["portfolio.archive"])
  }

  @Test func `with any byte changed gives the same reports or is refused`() throws {
    let report = [UInt8](try Register.xml())
    var tar = TarMaker()
    tar.add("a.xml", report)
    let whole = tar.closed
    var generator = SeededGenerator(seed: 5)
    let register = try Register()
    for _ in 0..<40 {
      var bytes = whole
      bytes[Int.random(in: 0..<600, using: &generator)] ^= UInt8.random(
        in: 1...255, using: &generator)
      _ = try Self.outcomes(register, bytes)
    }
    let kept = try register.ask("select count(*) from all_reports")
    #expect(kept == [.integer(0)] || kept == [.integer(1)])
  }
}
