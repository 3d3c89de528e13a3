import Dispatch
import Foundation
import Portfolio
import Synchronization
import TestSupport
import Testing

@Suite struct `Opening a portfolio` {
  @Test func `many may make the same file at once, and each finds it made`() throws {
    for _ in 0..<5 {
      let file = try Places.temporaryFolder().appending(path: "city.sqlite")
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do throws(PortfolioError) {
          _ = try Portfolio(at: file)
        } catch {
          failures.withLock { $0.append(error.description) }
        }
      }
      #expect(failures.withLock { $0 } == [])
    }
  }

  @Test func `a folder in its place is named as one`() throws {
    let folder = try Places.temporaryFolder()
    let error = #expect(throws: PortfolioError.self) { try Portfolio(at: folder) }
    #expect(error?.message.english.contains("is a folder") == true)
  }

  @Test func `a folder that is not there is named with what to do`() throws {
    let file = try Places.temporaryFolder().appending(path: "none/city.sqlite")
    let error = #expect(throws: PortfolioError.self) { try Portfolio(at: file) }
    #expect(error?.message.english.contains("cannot be opened or made") == true)
  }

  @Test func `a file that was cut off is said to be damaged, and is left as it is`() throws {
    let register = try Register()
    try register.add { _ in }
    let file = register.folder.appending(path: "cut.sqlite")
    try Data(contentsOf: register.portfolio.file).prefix(30_000).write(to: file)
    let before = try Data(contentsOf: file)
    let error = #expect(throws: PortfolioError.self) { try Portfolio(at: file).picture() }
    #expect(error?.message.english.contains("damaged") == true)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a file of a later version is refused and left as it is`() throws {
    let register = try Register()
    try register.add { _ in }
    // As a later version leaves it: a step of the tables that this one does not know.
    let bytes = try Data(contentsOf: register.portfolio.file)
    var later = bytes
    while let known = later.range(of: Data("2 parts of measures".utf8)) {
      later.replaceSubrange(known, with: Data("9 parts of measures".utf8))
    }
    #expect(later != bytes)
    try later.write(to: register.portfolio.file)
    let before = try Data(contentsOf: register.portfolio.file)
    let error = #expect(throws: PortfolioError.self) {
      try Portfolio(at: register.portfolio.file)
    }
    #expect(error?.message.english.contains("newer version") == true)
    #expect(try Data(contentsOf: register.portfolio.file) == before)
  }

  @Test func `what was asked wrongly is told from a file that fails`() throws {
    let register = try Register()
    for question in [
      "delete from report", "select 1; select 2", "select none from nowhere", "attach 'a' as b",
    ] {
      let error = #expect(throws: PortfolioError.self) { try register.ask(question) }
      #expect(error?.isOfQuestion == true, "\(question)")
      #expect(error?.message.english.contains("Database.") == false, "\(question)")
    }
    let missing = register.folder.appending(path: "missing.sqlite")
    let error = #expect(throws: PortfolioError.self) {
      try Portfolio.query("select 1", in: missing)
    }
    #expect(error?.isOfQuestion == false)
  }
}
