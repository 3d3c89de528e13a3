import ArgumentParser
import ExportKit
import Foundation
import Portfolio

/// `portfolio query`: asks a portfolio in SQL, reading only.
struct PortfolioQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a portfolio in SQL. · Stel een portefeuille een vraag in SQL.",
    discussion: """
      One statement that reads; nothing can be written. `wijkwaarde portfolio tables` lists the \
      views with their columns. Bytes are shown as their number.

      Examples:
        wijkwaarde portfolio query city.sqlite "select name, ratio from reports order by ratio"
        wijkwaarde portfolio query city.sqlite "select * from measures" --csv --rows 100000
      """)

  @Argument(help: "The portfolio.", completion: .file())
  var portfolio: String
  @Argument(help: "The question, in SQL.")
  var question: String
  @Flag(help: "Write CSV: commas, decimal points, safe to open in a spreadsheet.")
  var csv = false
  @Flag(help: "Write JSON: a list of objects.")
  var json = false
  @Option(help: "How many rows to give at most.")
  var rows = 10_000
  @Option(help: "How many seconds the question may take.")
  var seconds = 30.0
  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func validate() throws {
    if csv && json { throw ValidationError("Choose one of --csv and --json.") }
    if !(1...10_000_000).contains(rows) {
      throw ValidationError("--rows must lie between 1 and 10000000.")
    }
    if !(0.01...86_400).contains(seconds) {
      throw ValidationError("--seconds must lie between 0.01 and 86400.")
    }
  }

  func run() throws {
    let limits = QueryLimits(rows: rows, seconds: seconds)
    let answer = try PortfolioWork.run(language) { () throws(PortfolioError) in
      try Portfolio.query(question, in: URL(filePath: portfolio), limits: limits)
    }
    let lines = AnswerLines(answer)
    if json {
      Terminal.say(try lines.json())
    } else {
      Terminal.write(csv ? lines.csv : lines.table)
    }
    if answer.isCut {
      Terminal.complain(
        Text(
          "There are more than \(rows) rows; ask for more with --rows.",
          nl: "Er zijn meer dan \(rows) rijen; vraag er meer met --rows.")[language])
    }
  }
}
