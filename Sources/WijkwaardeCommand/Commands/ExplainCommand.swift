import ArgumentParser
import ExportKit
import Foundation
import ImpactModel
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

      After "party:" it takes a customer or supplier apart: by its row in the table parties, its \
      number in the trade register or in the books, or its name. It shows what counts as spending \
      with it, which records of the files are this party and why, and its lines in each file.

      Examples:
        wijkwaarde explain my-project sroi.ratio
        wijkwaarde explain my-project party:bakery
        wijkwaarde explain my-project multiplier.lm3 --all --language nl
      """)

  @Argument(help: "The folder of the project, or its workbook (.ods).", completion: .file())
  var project: String
  @Argument(help: "The identifier of the figure, as in sroi.ratio; or a party, as in party:bakery.")
  var figure: String
  @Flag(help: "Show all rows of a table and all lines of a file instead of the first twenty.")
  var all = false
  @Flag(help: "Name a party that has no company number too.")
  var names = false
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    guard !figure.hasPrefix(Self.partyPrefix) else { return try explainParty(in: program) }
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

  private static let partyPrefix = "party:"

  private func explainParty(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let asked = String(figure.dropFirst(Self.partyPrefix.count))
    let result: PartyExplainResult
    do throws(ProjectUnreadable) {
      result = try pipeline.explainParty(
        asked, of: ProjectFolder(URL(filePath: project), parameterFolders: brought.urls),
        language: options.language, lineLimit: all ? nil : 20, progress: { bar.show($0) })
    } catch {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    let lines = PartyExplanationLines(
      result: result, privacy: PartyPrivacy(names: names), language: result.language)
    for line in lines.all { Terminal.say(line) }
    let errors = result.findings.filter { $0.severity == .error }
    for finding in errors { Terminal.say(finding, in: result.language) }
    if result.parties.isEmpty {
      let nobody = Text(
        "No party of the books answers to “\(asked)”.",
        nl: "Geen partij in de boeken heet ‘\(asked)’.")
      Terminal.complain(nobody[result.language])
      for suggestion in result.suggestions {
        Terminal.complain(
          Text("Did you mean:", nl: "Bedoelde u:")[result.language] + " party:" + suggestion)
      }
    }
    if !errors.isEmpty { throw ExitCodes.findings }
    if result.parties.isEmpty { throw ExitCode(EX_USAGE) }
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
