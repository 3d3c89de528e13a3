import ArgumentParser
import ExportKit
import Foundation
import Pipeline

/// `exports`: lists the forms in which a report is written.
struct ExportsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "exports",
    abstract: "List the forms of a report. · Toon de vormen van een verslag.",
    discussion: """
      With --schemas: writes the schemas of the forms that have one, those of the detail of the \
      indicators, and wijkwaarde-all.xsd, which checks a report against all of them.

      Examples:
        wijkwaarde exports
        wijkwaarde exports --schemas schemas
      """)

  @Option(help: "Write the schemas into this folder.", completion: .directory)
  var schemas: String?
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let language = options.language ?? .english
    if let schemas {
      do {
        for file in try SchemaFolder(program.registry).write(to: URL(filePath: schemas)) {
          Terminal.say(file.path)
        }
      } catch {
        throw Failure.files(error.message, options.language)
      }
      return
    }
    for card in program.registry.exporters.map({ type(of: $0).card }) {
      Terminal.say("\(card.id)  \(card.title[language]): \(card.summary[language])")
    }
  }
}
