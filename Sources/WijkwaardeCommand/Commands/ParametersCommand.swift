import ArgumentParser
import Foundation
import ImpactModel
import Pipeline

/// `parameters`: lists and searches dated values, with where each came from and when it ends.
struct ParametersCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters",
    abstract: "Look up rates, tariffs and factors. · Zoek voeten, tarieven en factoren op.",
    discussion: """
      Lists the parameters whose name, label or source holds all the words. Of several values that \
      are in force on one day the first in the list is used: the project's own stand first.

      Examples:
        wijkwaarde parameters discount
        wijkwaarde parameters repair lamp --language nl
        wijkwaarde parameters --project my-project
      """)

  @Argument(help: "Words to look for.")
  var words: [String] = []
  @Option(help: "A project, whose own parameters are listed too.", completion: .directory)
  var project: String?
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let catalogue: ParameterCatalogue
    do throws(ProjectUnreadable) {
      let folder = project.map {
        ProjectFolder(URL(filePath: $0), parameterFolders: brought.urls)
      }
      catalogue = try pipeline.parameters(of: folder, parameterFolders: brought.urls)
    } catch {
      throw Failure.files(error.message, options.language)
    }
    let language = options.language ?? catalogue.language ?? .english
    for entry in catalogue.entries where entry.matches(words) {
      for line in ParameterLines(entry: entry, language: language).all { Terminal.say(line) }
    }
    for finding in catalogue.findings { Terminal.say(finding, in: language) }
    if catalogue.findings.contains(where: { $0.severity == .error }) { throw ExitCodes.findings }
  }
}
