import ArgumentParser
import Foundation
import ImpactModel
import Pipeline

/// `check`: shows everything that is wrong or missing, and changes nothing of the project.
struct CheckCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "See what is missing or wrong. · Zie wat er ontbreekt of niet klopt.",
    discussion: """
      Reads everything, lists all findings with their place and remedy, and writes nothing. With \
      --annotate it writes a workbook, a copy of the project with each finding as a comment on its \
      cell, and a sheet that lists them all. The exit code is 1 where an error is among them.

      Examples:
        wijkwaarde check my-project --language nl
        wijkwaarde check my-project.ods --annotate
      """)

  @Argument(help: "The folder of the project, or its workbook (.ods).", completion: .file())
  var project: String
  @Flag(help: "Write a copy as a workbook with each finding as a comment on its cell.")
  var annotate = false
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let folder = ProjectFolder(URL(filePath: project), parameterFolders: brought.urls)
    let result: CheckResult
    do throws(ProjectUnreadable) {
      result = try pipeline.check(folder, progress: { bar.show($0) })
    } catch {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    let language = options.language ?? result.language
    for finding in result.findings { Terminal.say(finding, in: language) }
    Terminal.say(Terminal.summary(of: result.findings, in: language))
    Terminal.say(result.questions, isWorkbook: folder.workbook != nil, in: language)
    if annotate { try writeCopy(of: folder, result, pipeline, language) }
    if result.hasErrors { throw ExitCodes.findings }
  }

  private func writeCopy(
    of folder: ProjectFolder, _ result: CheckResult, _ pipeline: Pipeline, _ language: Language
  ) throws {
    do throws(WritingFailure) {
      let file = try pipeline.annotatedCopy(of: folder, result, language: language)
      Terminal.say(
        Text("A copy with comments: \(file.path)", nl: "Een kopie met opmerkingen: \(file.path)")[
          language])
    } catch {
      throw Failure.files(error.message, language)
    }
  }
}
