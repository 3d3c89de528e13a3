import ArgumentParser
import Foundation
import ImpactModel
import Pipeline

/// `new`: makes an empty project folder.
struct NewCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make an empty project. · Maak een leeg project.",
    discussion: """
      Makes a folder with explained settings and an empty table for everything that the program \
      can read. `wijkwaarde check` then says what to fill in.

      Example:
        wijkwaarde new my-project --language nl --year 2025
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String
  @Option(help: "The year of the first reporting period; the present year by default.")
  var year: Int?
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if let year, !(1990...2100).contains(year) {
      throw ValidationError("--year must lie between 1990 and 2100.")
    }
  }

  func run(in program: Program) throws {
    let language = options.language ?? .dutch
    let place = URL(filePath: folder)
    let present = Calendar(identifier: .gregorian).component(.year, from: Date())
    let files: [URL]
    do throws(WritingFailure) {
      files = try ProjectScaffold(registry: program.registry).make(
        at: place, year: year ?? present, language: language)
    } catch {
      throw Failure.files(error.message, language)
    }
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
