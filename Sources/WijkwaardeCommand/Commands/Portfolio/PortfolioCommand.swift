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
  /// Does something with a portfolio; ends the command with 74 where the file fails, with 64 where
  /// the question does.
  static func run<Value>(
    _ language: Language?, _ work: () throws(PortfolioError) -> Value
  ) throws -> Value {
    do throws(PortfolioError) {
      return try work()
    } catch {
      let failure = Failure.files(error.message, language)
      throw error.isOfQuestion ? ExitCode.validationFailure : failure
    }
  }
}
