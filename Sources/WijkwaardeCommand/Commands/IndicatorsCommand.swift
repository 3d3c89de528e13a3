import ArgumentParser
import ImpactModel
import IndicatorKit
import Pipeline

/// `indicators`: lists what the program can measure and what it reads for it.
struct IndicatorsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "List what can be measured. · Toon wat er gemeten kan worden.",
    discussion: """
      Without a name: the indicators that this program was built with. With a name: its measures, \
      and every table and column that it reads.

      Examples:
        wijkwaarde indicators
        wijkwaarde indicators employment --language nl
      """)

  @Argument(help: "One indicator.")
  var name: String?
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let language = options.language ?? .english
    let cards = program.registry.indicators.map { type(of: $0).card }
    guard let name else {
      for card in cards {
        Terminal.say("\(card.id)  \(card.title[language]): \(card.summary[language])")
      }
      return
    }
    guard let card = cards.first(where: { $0.id == name }) else {
      let known = cards.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no indicator ‘\(name)’. There are: \(known).")
    }
    for line in IndicatorPage(card: card, language: language).lines { Terminal.say(line) }
  }
}
