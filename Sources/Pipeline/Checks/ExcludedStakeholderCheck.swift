import ImpactModel

/// No outcome or input belongs to a stakeholder who is left out, and leaving out has a reason.
enum ExcludedStakeholderCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let stakeholders = project.rows(Stakeholder.self)
    let excluded = Set(stakeholders.filter { !$0.included }.map(\.id))
    let outcomes = project.rows(Outcome.self)
    let withValue = outcomes.indices.filter { excluded.contains(outcomes[$0].stakeholder) }.map {
      Finding(
        "value_map.excluded_stakeholder", .warning,
        Text(
          "This outcome belongs to “\(outcomes[$0].stakeholder)”, who is left out.",
          nl: "Dit effect hoort bij ‘\(outcomes[$0].stakeholder)’, die niet wordt meegerekend."),
        help: Text(
          "Include the stakeholder, or take the outcome off the map.",
          nl: "Reken de belanghebbende mee, of haal het effect van de kaart."),
        at: project.address(outcomes, at: $0, column: "stakeholder"))
    }
    let withoutReason = stakeholders.indices
      .filter { !stakeholders[$0].included && stakeholders[$0].reason == nil }.map {
        Finding(
          "value_map.exclusion_without_reason", .warning,
          Text(
            "“\(stakeholders[$0].name)” is left out without a reason.",
            nl: "‘\(stakeholders[$0].name)’ blijft zonder reden buiten beschouwing."),
          help: Text(
            "Say why in the column “Reason”; it is printed in the report.",
            nl: "Zeg waarom in de kolom ‘Reden’; die komt in het verslag."),
          at: project.address(stakeholders, at: $0, column: "reason"))
      }
    return withoutReason + withValue
  }
}
