import ArgumentParser
import ExportKit
import Foundation
import Pipeline

/// `report`: writes the report in every registered form.
struct ReportCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report. · Schrijf het verslag.",
    discussion: """
      Reads the project, checks it, measures, and writes a spreadsheet, an XML file and a web page \
      into the folder reports. Where an error is found nothing is written, unless you ask for a \
      draft.

      Examples:
        wijkwaarde report my-project
        wijkwaarde report my-project.ods
        wijkwaarde report my-project --draft --language en --output /tmp/report
      """)

  @Argument(help: "The folder of the project, or its workbook (.ods).", completion: .file())
  var project: String
  @Flag(help: "Write a report stamped as draft although there are errors.")
  var draft = false
  @Option(help: "Write into this folder instead of the project's own.", completion: .directory)
  var output: String?
  @OptionGroup var brought: ParametersOption
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let bar = ProgressBar(language: options.language ?? .english)
    let pipeline = Pipeline(registry: program.registry, program: Program.name)
    let result: ReportResult
    do {
      result = try pipeline.report(
        ProjectFolder(URL(filePath: project), parameterFolders: brought.urls),
        isDraftAllowed: draft, language: options.language,
        output: output.map { URL(filePath: $0) }, progress: { bar.show($0) })
    } catch let error as ProjectUnreadable {
      bar.finish()
      throw Failure.files(error.message, options.language)
    } catch let error as WritingFailure {
      bar.finish()
      throw Failure.files(error.message, options.language)
    }
    bar.finish()
    show(result)
    if result.hasErrors { throw ExitCodes.findings }
  }

  private func show(_ result: ReportResult) {
    let language = result.language
    for finding in result.findings where finding.severity != .note {
      Terminal.say(finding, in: language)
    }
    guard !result.files.isEmpty else {
      Terminal.say(Terminal.summary(of: result.findings, in: language))
      Terminal.say(
        Text(
          "Nothing was written. Mend the errors, or ask for a draft with --draft.",
          nl: "Er is niets geschreven. Herstel de fouten, of vraag een concept met --draft.")[
            language])
      return
    }
    let isWorkbook = ProjectFolder.isWorkbook(URL(filePath: project))
    Terminal.say(result.questions, isWorkbook: isWorkbook, in: language)
    if let ratio = result.report?.valueMap?.ratio { Terminal.say(line(ratio, language)) }
    Terminal.say(Text("Written:", nl: "Geschreven:")[language])
    for file in result.files { Terminal.say("  \(file.path)") }
  }

  private func line(_ ratio: Figure, _ language: Language) -> String {
    guard let value = ratio.value else {
      let reason = ratio.absence?[language] ?? ""
      return
        "\(ratio.label[language]): \(Text("not known", nl: "niet bekend")[language]) (\(reason))"
    }
    return "\(ratio.label[language]): \(DecimalText.rounded(value, decimals: 2, in: language))"
  }
}
