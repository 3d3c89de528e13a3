import ArgumentParser
import ImpactModel
import Pipeline

/// `checks`: lists the over-claiming checks and the questions of the assurance list.
struct ChecksCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "List the over-claiming checks. · Toon de controles op te veel claimen.",
    discussion: """
      Without a code: every check, and every question of the assurance list. With a code: what the \
      check looks at, why, what to do, and its examples. With --markdown: all of it as a page in \
      English and Dutch.

      Examples:
        wijkwaarde checks
        wijkwaarde checks over_claiming.dominant_row --language nl
        wijkwaarde checks --markdown
      """)

  @Argument(help: "The code of one check.")
  var code: String?
  @Flag(help: "Write the reference page as Markdown.")
  var markdown = false
  @OptionGroup var options: LanguageOption

  func run(in program: Program) throws {
    let language = options.language ?? .english
    if markdown {
      let page = MarkdownPage(blocks: ChecksPage.blocks, command: "wijkwaarde checks --markdown")
      Terminal.write(page.text)
    } else if let code {
      try show(code, in: language)
    } else {
      list(in: language)
    }
  }

  private func show(_ code: String, in language: Language) throws {
    let check = Claims.reference.first {
      $0.card.code == code || $0.card.code == "over_claiming." + code
    }
    guard let check else {
      throw ValidationError("There is no check ‘\(code)’. List them with: wijkwaarde checks")
    }
    let page = TerminalPage(blocks: ChecksPage.blocks(of: check), language: language)
    for line in page.lines { Terminal.say(line) }
  }

  private func list(in language: Language) {
    for card in Claims.reference.map(\.card) {
      Terminal.say("\(card.code)  \(card.title[language])")
    }
    Terminal.say()
    for question in Assurance.questions {
      Terminal.say("\(question.id)  \(question.question[language])")
    }
  }
}
