import IndicatorKit
import ProjectReaders

/// What the settings release although it is below five is a measure of people.
enum ReleaseCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let cards = registry.indicators.map { type(of: $0).card }
    let known = cards.flatMap { card in
      card.measures.filter(\.countsPeople).map { card.figure($0).description }
    }
    return project.description.releasedBelowFive.keys.sorted().filter { !known.contains($0) }.map {
      name in
      let near =
        Nearest.match(name, in: known).map { [$0] } ?? LikelyNames.of(name, among: known)
      return Finding(
        "project.unknown_release", .warning,
        Text(
          "“\(name)”, which the settings release, is no measure of people.",
          nl: "‘\(name)’, dat de instellingen vrijgeven, is geen meting van mensen."),
        help: help(near),
        at: Address(file: "project.yaml", heading: "release_below_five"))
    }
  }

  private static func help(_ near: [String]) -> Text {
    let list = near.joined(separator: ", ")
    return near.isEmpty
      ? Text(
        "`wijkwaarde indicators NAME` shows the measures of an indicator.",
        nl: "`wijkwaarde indicators NAAM` toont de metingen van een indicator.")
      : Text("Use one of: \(list).", nl: "Gebruik een van: \(list).")
  }
}
