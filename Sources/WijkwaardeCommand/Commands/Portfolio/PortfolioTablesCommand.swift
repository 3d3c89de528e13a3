import ArgumentParser
import ImpactModel
import Portfolio

/// `portfolio tables`: lists the views that can be asked, with their columns.
struct PortfolioTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "List what can be asked. · Toon wat er te vragen is.",
    discussion: """
      The views of a portfolio with their columns, as Markdown.

      Example:
        wijkwaarde portfolio tables --language nl
      """)

  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func run() throws { Terminal.write(PortfolioView.markdown(in: language)) }
}
