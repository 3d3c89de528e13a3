import ImpactModel

/// Each row of a scenario changes a number that the value map has, to a value that it may have.
enum ScenarioCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    // Rows of outcomes or inputs that could not be read would leave a trail here.
    guard project.isWhole(Outcome.table.id), project.isWhole(Input.table.id) else { return [] }
    return NamedScenario.read(project).findings
  }
}
