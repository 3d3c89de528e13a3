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
      indicators, and wijkwaarde-all.xsd, which checks a report against all of them. With the \
      identifier of a form and --markdown: the page that describes the form.

      Examples:
        wijkwaarde exports
        wijkwaarde exports xml --markdown
        wijkwaarde exports --schemas schemas
      """)

  @Argument(help: "The identifier of one form.")
  var form: String?
  @Flag(help: "Write the page that describes the form as Markdown.")
  var markdown = false
  @Option(help: "Write the schemas into this folder.", completion: .directory)
  var schemas: String?
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if markdown, form == nil {
      throw ValidationError("--markdown needs the identifier of a form.")
    }
  }

  func run(in program: Program) throws {
    let language = options.language ?? .english
    let cards = program.registry.exporters.map { type(of: $0).card }
    if let form, !cards.contains(where: { $0.id == form }) {
      throw ValidationError("There is no form ‘\(form)’. List them with: wijkwaarde exports")
    }
    if markdown {
      let documented = program.registry.exporters.compactMap { $0 as? any DocumentedExport }
      guard let described = documented.first(where: { type(of: $0).card.id == form }) else {
        throw ValidationError("The form ‘\(form ?? "")’ has no page of its own.")
      }
      return Terminal.write(type(of: described).page)
    }
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
    for card in cards where form == nil || card.id == form {
      Terminal.say("\(card.id)  \(card.title[language]): \(card.summary[language])")
    }
  }
}
