import ArgumentParser
import ExportKit
import Foundation
import Pipeline

/// `explain`: shows what a figure was made of, down to cells, rows, ledger totals and parameters.
struct ExplainCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "See what a figure was made of. · Zie waarvan een cijfer gemaakt is.",
    discussion: """
      Takes a figure apart, with the arithmetic written out in numbers, down to the cells, rows, \
      ledger totals and parameters that it came from. Every export names each figure by the same \
      identifier. Rows about people are counted and never shown.

      Examples:
        wijkwaarde explain my-project sroi.ratio
        wijkwaarde explain my-project multiplier.lm3 --all --language nl
      """)

  @Argument(help: "The folder of the project, or its workbook (.ods).", completion: .file())
  var project: String
  @Argument(help: "The identifier of the figure, as in sroi.ratio.")
  var figure: String
  @Flag(help: "Show all rows of a table instead of the first twenty.")
  var all = false
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let result: ExplainResult
    do throws(ProjectUnreadable) {
      result = try pipeline.explain(
        figure, of: ProjectFolder(URL(filePath: project), parameterFolders: brought.urls),
        language: options.language, rowLimit: all ? nil : 20, progress: { bar.show($0) })
    } catch {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    guard result.explanation != nil else { throw unknown(result) }
    for line in ExplanationLines(result).all { Terminal.say(line) }
    let errors = result.findings.count { $0.severity == .error }
    guard errors > 0 else { return }
    Terminal.complain(
      Text(
        "The project has errors, so that this figure may not be right; see: wijkwaarde check",
        nl: "Het project bevat fouten, dus dit cijfer kan onjuist zijn; zie: wijkwaarde check")[
          result.language])
    throw ExitCodes.findings
  }

  private func unknown(_ result: ExplainResult) -> ExitCode {
    let language = result.language
    let errors = result.findings.filter { $0.severity == .error }
    for finding in errors { Terminal.say(finding, in: language) }
    Terminal.complain(
      Text(
        "The project has no figure “\(figure)”.", nl: "Het project heeft geen cijfer ‘\(figure)’.")[
          language])
    if !result.suggestions.isEmpty {
      Terminal.complain(Text("Did you mean:", nl: "Bedoelde u:")[language])
      for suggestion in result.suggestions { Terminal.complain("  \(suggestion)") }
    }
    return errors.isEmpty ? ExitCode(EX_USAGE) : ExitCodes.findings
  }
}
