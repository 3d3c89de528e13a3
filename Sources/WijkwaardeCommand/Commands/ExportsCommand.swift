import ArgumentParser
import ExportKit
import Pipeline

/// `exports`: lists the forms in which a report is written.
struct ExportsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "exports",
    abstract: "List the forms of a report. · Toon de vormen van een verslag.",
    discussion: """
      Example:
        wijkwaarde exports
      """)

  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let language = options.language ?? .english
    for card in program.registry.exporters.map({ type(of: $0).card }) {
      Terminal.say("\(card.id)  \(card.title[language]): \(card.summary[language])")
    }
  }
}
