import ArgumentParser
import ImpactModel

extension Language: ExpressibleByArgument {}

/// The language in which a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(name: .long, help: "Speak en or nl; the project's own language by default.")
  var language: Language?
}
