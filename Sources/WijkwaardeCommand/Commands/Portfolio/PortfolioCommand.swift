import ArgumentParser
import Foundation
import ImpactModel
import Portfolio

/// `portfolio`: keeps many reports in one file and says what they add up to.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Keep many reports and add them up. · Bewaar veel verslagen en tel ze op.",
    discussion: """
      A portfolio is one SQLite file. Each report is verified before it is taken in.

      Examples:
        wijkwaarde portfolio add city.sqlite reports/
        wijkwaarde portfolio report city.sqlite city-2025 --language nl
        wijkwaarde portfolio query city.sqlite "select name, ratio from reports"
      """,
    subcommands: [
      PortfolioAddCommand.self, PortfolioReportCommand.self, PortfolioQueryCommand.self,
      PortfolioDocumentCommand.self, PortfolioTablesCommand.self,
    ])
}

/// What the subcommands of `portfolio` share.
enum PortfolioWork {
  /// Does something with a portfolio, and ends the command where the file fails.
  static func run<Value>(
    _ language: Language?, _ work: () throws(PortfolioError) -> Value
  ) throws -> Value {
    do throws(PortfolioError) {
      return try work()
    } catch {
      throw Failure.files(error.message, language)
    }
  }
}
