import ArgumentParser
import Foundation
import ImpactModel
import Pipeline

/// `new`: makes an empty project, as a folder or as a workbook.
struct NewCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make an empty project. · Maak een leeg project.",
    discussion: """
      Makes a folder with explained settings and an empty table for everything that the program \
      can read; or, where the name ends in .ods, one workbook with a sheet for each table. \
      `wijkwaarde check` then says what to fill in. With --from a workbook gets the settings and \
      tables of a project that is a folder.

      Examples:
        wijkwaarde new my-project --language nl --year 2025
        wijkwaarde new my-project.ods --language en
        wijkwaarde new my-project.ods --from my-project
      """)

  @Argument(help: "The folder to make, or the workbook (.ods or .fods).", completion: .file())
  var folder: String
  @Option(help: "The year of the first reporting period; the present year by default.")
  var year: Int?
  @Option(help: "A folder of a project, to be made a workbook.", completion: .directory)
  var from: String?
  @OptionGroup var options: LanguageOption

  private var place: URL { URL(filePath: folder) }

  func validate() throws {
    if let year, !(1990...2100).contains(year) {
      throw ValidationError("--year must lie between 1990 and 2100.")
    }
    guard let from else { return }
    guard ProjectFolder.isWorkbook(place) else {
      throw ValidationError("With --from the new project is a workbook: its name ends in .ods.")
    }
    guard !ProjectFolder.isWorkbook(URL(filePath: from)) else {
      throw ValidationError("--from takes the folder of a project.")
    }
    if year != nil {
      throw ValidationError("--from takes the periods of the folder; leave --year.")
    }
  }

  func run(in program: Program) throws {
    let language = options.language ?? .dutch
    let present = Calendar(identifier: .gregorian).component(.year, from: Date())
    let scaffold = ProjectScaffold(registry: program.registry)
    do throws(WritingFailure) {
      if let from {
        try scaffold.makeWorkbook(
          at: place, from: ProjectFolder(URL(filePath: from)), language: options.language,
          program: Program.name)
        sayWorkbook(language)
      } else if ProjectFolder.isWorkbook(place) {
        try scaffold.makeWorkbook(
          at: place, year: year ?? present, language: language, program: Program.name)
        sayWorkbook(language)
      } else {
        say(try scaffold.make(at: place, year: year ?? present, language: language), language)
      }
    } catch {
      throw Failure.files(error.message, language)
    }
  }

  private func sayWorkbook(_ language: Language) {
    Terminal.say(Text("Made \(place.path).", nl: "\(place.path) is gemaakt.")[language])
    Terminal.say(
      Text(
        "Fill it in, put your audit files in a folder books beside it, and run: wijkwaarde check \(folder)",
        nl:
          "Vul hem in, zet uw auditfiles ernaast in een map books, en typ: wijkwaarde check \(folder)"
      )[language])
  }

  private func say(_ files: [URL], _ language: Language) {
    Terminal.say(
      Text("Made \(place.path) with:", nl: "\(place.path) is gemaakt met:")[language])
    for file in files { Terminal.say("  \(file.path)") }
    Terminal.say(
      Text(
        "Fill in project.yaml and the tables, put your audit files in books, and run: wijkwaarde check \(folder)",
        nl:
          "Vul project.yaml en de tabellen in, zet uw auditfiles in books, en typ: wijkwaarde check \(folder)"
      )[language])
  }
}
