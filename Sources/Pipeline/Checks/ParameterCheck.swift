import IndicatorKit
import ProjectReaders

/// The project's own parameters are ones that some module or the value map looks up.
enum ParameterCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let known = (registry.parameterIDs + project.coreParameterIDs).sorted()
    let rows = project.rows(ParameterRow.self)
    return rows.indices.filter { !known.contains(rows[$0].parameter) }.map { position in
      let name = rows[position].parameter
      return Finding(
        "project.unknown_parameter", .warning,
        Text(
          "Nothing looks up the parameter “\(name)”.", nl: "Niets zoekt de parameter ‘\(name)’ op."),
        help: help(name, known), at: project.address(rows, at: position, column: "parameter"))
    }
  }

  private static func help(_ name: String, _ known: [String]) -> Text {
    if let near = Nearest.match(name, in: known) {
      return Text("Did you mean “\(near)”?", nl: "Bedoelt u ‘\(near)’?")
    }
    let list = LikelyNames.of(name, among: known).joined(separator: ", ")
    let all = Text(
      "`wijkwaarde indicators NAME` shows those of an indicator.",
      nl: "`wijkwaarde indicators NAAM` toont die van een indicator.")
    guard !list.isEmpty else { return all }
    return Text(
      "Do you mean one of these: \(list)? \(all.english)",
      nl: "Bedoelt u een van deze: \(list)? \(all.dutch)")
  }
}

extension Registry {
  /// The parameters that the modules look up, and those that come with the program.
  var parameterIDs: [String] {
    let declared = indicators.flatMap { type(of: $0).card.parameters.map(\.id) }
    let all = Set(declared).union(ParameterTable.shipped.all.map(\.id))
    return all.sorted()
  }
}
