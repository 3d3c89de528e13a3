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
      every table and column that it reads, and worked examples. With --markdown: the same as a \
      page in English and Dutch.

      Examples:
        wijkwaarde indicators
        wijkwaarde indicators employment --language nl
        wijkwaarde indicators employment --markdown
      """)

  @Argument(help: "One indicator.")
  var name: String?
  @Flag(help: "Write the reference page of the indicator as Markdown.")
  var markdown = false
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let language = options.language ?? .english
    let indicators = program.registry.indicators
    guard let name else {
      for card in indicators.map({ type(of: $0).card }) {
        Terminal.say("\(card.id)  \(card.title[language]): \(card.summary[language])")
      }
      return
    }
    guard let indicator = indicators.first(where: { type(of: $0).card.id == name }) else {
      let known = indicators.map { type(of: $0).card.id }.joined(separator: ", ")
      throw ValidationError("There is no indicator ‘\(name)’. There are: \(known).")
    }
    let blocks = IndicatorPage(indicator, in: program.registry).blocks
    if markdown {
      let page = MarkdownPage(
        blocks: blocks, command: "wijkwaarde indicators \(name) --markdown")
      Terminal.write(page.text)
    } else {
      for line in TerminalPage(blocks: blocks, language: language).lines { Terminal.say(line) }
    }
  }
}
