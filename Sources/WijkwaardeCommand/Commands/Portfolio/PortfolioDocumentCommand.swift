import ArgumentParser
import Foundation
import ImpactModel
import Portfolio

/// `portfolio document`: gives a report back as it was added.
struct PortfolioDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Get a report back as it was added. · Haal een verslag terug zoals het is opgenomen.",
    discussion: """
      Reports that were superseded are there too. The number is that of the view all_reports.

      Example:
        wijkwaarde portfolio document city.sqlite 1 --output report.xml
      """)

  @Argument(help: "The portfolio.", completion: .file())
  var portfolio: String
  @Argument(help: "The number of the report.")
  var report: Int64
  @Option(help: "Write into this file instead of to standard output.", completion: .file())
  var output: String?
  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func run() throws {
    let bytes = try PortfolioWork.run(language) { () throws(PortfolioError) in
      try Portfolio(existing: URL(filePath: portfolio)).document(report)
    }
    guard let bytes else {
      throw Failure.files(
        Text("There is no report \(report).", nl: "Er is geen verslag \(report)."), language)
    }
    guard let output else { return FileHandle.standardOutput.write(bytes) }
    do {
      try bytes.write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw Failure.files(
        Text(
          "The file \(output) could not be written.",
          nl: "Het bestand \(output) kon niet worden geschreven."), language)
    }
  }
}
