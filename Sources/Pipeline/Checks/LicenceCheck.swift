import IndicatorKit
import ProjectReaders

/// A licence that the settings name belongs to a file of the project.
enum LicenceCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let files = project.sources.map(\.file)
    return project.licences.keys.sorted().filter { !files.contains($0) }.map { name in
      Finding(
        "project.unknown_file", .warning,
        Text(
          "“\(name)”, of which the settings name a licence, is no file that was read.",
          nl: "‘\(name)’, waarvan de instellingen een licentie noemen, is geen gelezen bestand."),
        help: help(Nearest.match(name, in: files)),
        at: Address(file: "project.yaml", heading: "licences"))
    }
  }

  private static func help(_ near: String?) -> Text {
    near.map { Text("Did you mean \($0)?", nl: "Bedoelde u \($0)?") }
      ?? Text(
        "Write its path from the project, as in tables/population.csv.",
        nl: "Schrijf het pad vanaf het project, zoals tables/population.csv.")
  }
}
