import ArgumentParser
import Foundation
import ImpactModel
import Portfolio

/// `portfolio report`: writes what the reports of a portfolio add up to.
struct PortfolioReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write what the reports add up to. · Schrijf wat de verslagen samen zijn.",
    discussion: """
      Writes a spreadsheet, an XML file with its schema, and a web page. Inputs and present values \
      are added only under like conventions, by theme, neighbourhood, stakeholder and year; ratios \
      are never averaged; what may be counted twice is listed.

      Example:
        wijkwaarde portfolio report city.sqlite city-2025 --language nl
      """)

  @Argument(help: "The portfolio.", completion: .file())
  var portfolio: String
  @Argument(help: "The folder to write into.", completion: .directory)
  var folder: String
  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func run() throws {
    let file = URL(filePath: portfolio)
    let written = try PortfolioWork.run(language) { () throws(PortfolioError) in
      let picture = try Portfolio(existing: file).picture()
      let writer = PictureWriter(picture, program: Program.name, language: language)
      return try writer.write(
        to: URL(filePath: folder), named: file.deletingPathExtension().lastPathComponent)
    }
    Terminal.say(Text("Written:", nl: "Geschreven:")[language])
    for file in written { Terminal.say("  \(file.path)") }
  }
}
