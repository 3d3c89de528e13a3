import Foundation
import Portfolio
import TestSupport
import Testing

@Suite struct `Asking a portfolio` {
  @Test func `every documented view answers with its columns`() throws {
    let register = try Register()
    try register.add {
      $0.grants = ["SUB-2025/17"]
      $0.rounds = (1_000, 400, 100)
    }
    for view in PortfolioView.all {
      let answer = try Portfolio.query("select * from \(view.name)", in: register.portfolio.file)
      #expect(answer.columns == view.columns.map(\.name), "\(view.name)")
      #expect(!answer.rows.isEmpty, "\(view.name)")
    }
  }

  @Test func `the documentation names every view and column`() throws {
    let page = try String(
      contentsOf: Places.repository.appending(path: "Documentation/portfolio.md"), encoding: .utf8)
    #expect(page.contains(PortfolioView.markdown(in: .english)))
  }

  @Test(arguments: [
    "delete from report", "insert into theme values (1, 'x')", "pragma query_only = 0",
    "attach database 'x.sqlite' as x", "vacuum into 'y.sqlite'", "", "/* select", "drop table card",
    "with x as (select 1) delete from report", "select 1; delete from report", "select * from none",
    "create temp table t (x)", "-- select\nupdate report set name = ''",
  ])
  func `what is no question is refused and changes nothing`(sql: String) throws {
    let register = try Register()
    try register.add { _ in }
    let before = try Data(contentsOf: register.portfolio.file)
    #expect(throws: PortfolioError.self) {
      try Portfolio.query(sql, in: register.portfolio.file)
    }
    #expect(try Data(contentsOf: register.portfolio.file) == before)
  }

  @Test func `comments and brackets may stand before a question`() throws {
    let register = try Register()
    #expect(try register.ask("-- a\n/* b */ select 7") == [.integer(7)])
    #expect(try register.ask("with a as (select 8) select * from a") == [.integer(8)])
    #expect(try register.ask("values (null)") == [.null])
  }

  @Test func `a question that never ends is stopped in time`() throws {
    let register = try Register()
    let endless =
      "with recursive a(x) as (select 1 union all select x + 1 from a) select count(*) from a"
    let time = ContinuousClock().measure {
      #expect(throws: PortfolioError.self) {
        try Portfolio.query(
          endless, in: register.portfolio.file, limits: QueryLimits(seconds: 0.2))
      }
    }
    #expect(time < .seconds(25))
  }

  @Test func `rows beyond the limit are cut off, and that is said`() throws {
    let register = try Register()
    let numbers =
      "with recursive a(x) as (select 1 union all select x + 1 from a limit 50) select x from a"
    let file = register.portfolio.file
    let cut = try Portfolio.query(numbers, in: file, limits: QueryLimits(rows: 49))
    #expect(cut.rows.count == 49 && cut.isCut)
    let whole = try Portfolio.query(numbers, in: file, limits: QueryLimits(rows: 50))
    #expect(whole.rows.count == 50 && !whole.isCut)
  }

  @Test func `a question cannot take the machine's memory`() throws {
    let register = try Register()
    #expect(throws: PortfolioError.self) {
      _ = try register.ask("select length(hex(randomblob(300000000)))")
    }
  }
}
