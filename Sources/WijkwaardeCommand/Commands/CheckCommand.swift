import ArgumentParser
import Foundation
import ImpactModel
import Pipeline

/// `check`: shows everything that is wrong or missing, and writes nothing.
struct CheckCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "See what is missing or wrong. · Zie wat er ontbreekt of niet klopt.",
    discussion: """
      Reads everything, lists all findings with their place and remedy, and writes nothing. The \
      exit code is 1 where an error is among them.

      Example:
        wijkwaarde check my-project --language nl
      """)

  @Argument(help: "The folder of the project.", completion: .directory)
  var project: String
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let result: CheckResult
    do throws(ProjectUnreadable) {
      result = try pipeline.check(
        ProjectFolder(URL(filePath: project), parameterFolders: brought.urls),
        progress: { bar.show($0) })
    } catch {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    let language = options.language ?? result.language
    for finding in result.findings { Terminal.say(finding, in: language) }
    Terminal.say(Terminal.summary(of: result.findings, in: language))
    Terminal.say(result.questions, in: language)
    if result.hasErrors { throw ExitCodes.findings }
  }
}
