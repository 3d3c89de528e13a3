import ExportKit

extension ExampleMap {
  /// A map of a neighbourhood hub on which no check has anything to say.
  static let clean = ExampleMap(
    summary: "Residents cook, learn and look after each other. Every euro gives € 2.",
    stakeholders: [
      Stakeholder(
        id: "participants", name: "Participants", domain: .citizens, groupSize: 80, involved: 24),
      Stakeholder(
        id: "volunteers", name: "Volunteers", domain: .citizens, groupSize: 20, involved: 12),
      Stakeholder(
        id: "municipality", name: "Municipality", domain: .government, groupSize: 1, involved: 1),
      Stakeholder(
        id: "neighbours", name: "Neighbours", domain: .citizens, groupSize: 300, involved: 15),
    ],
    inputs: [
      Input(
        id: "i1", stakeholder: "municipality", description: "Budget for the hub", kind: .cash,
        quantity: 40_000),
      Input(
        id: "i2", stakeholder: "volunteers", description: "Time of volunteers", kind: .hours,
        quantity: 1_500, rate: 15),
    ],
    outcomes: [lessLonely, foundWork, newSkills, lessSupport, noise])

  private static let lessLonely = Outcome(
    id: "o1", stakeholder: "participants", description: "Less lonely",
    evidence: "Questionnaire before and after", sampleSize: 40, quantity: Estimate(42),
    unit: "people", proxyID: "p1", proxyDescription: "Membership of a club and the way there",
    proxy: Estimate(1_500), source: "Household budget survey", method: .revealedPreference,
    deadweight: Share(0.2, "A fifth went to another group before"),
    displacement: Share(0.05, "Two people left the choir for it"),
    attribution: Share(0.25, "The community nurse visits as well"),
    dropOff: Share(0.3, "A third stops coming each year"), benefitPeriods: 2,
    durationReason: "Asked again after a year")

  private static let foundWork = Outcome(
    id: "o2", stakeholder: "participants", description: "Found work",
    evidence: "Contracts seen", sampleSize: 5, quantity: Estimate(5), unit: "people",
    proxyID: "p2", proxyDescription: "What a job coach costs until someone is placed",
    proxy: Estimate(12_000, low: 10_000, high: 14_000) ?? Estimate(12_000),
    source: "Tariff list of the region", method: .avoidedCost,
    deadweight: Share(0.35, "Regional figure of people who find work themselves"),
    displacement: Share(0.1, "One took the place of another applicant"),
    attribution: Share(0.3, "The employment office helped with applications"),
    dropOff: Share(0.25, "Temporary contracts"), benefitPeriods: 2,
    durationReason: "Contracts of two years")

  private static let newSkills = Outcome(
    id: "o3", stakeholder: "volunteers", description: "Learned a trade",
    evidence: "Talks with each", sampleSize: 12, quantity: Estimate(14), unit: "people",
    proxyID: "p3", proxyDescription: "Fee of an evening course", proxy: Estimate(900),
    source: "Price list of the college", method: .revealedPreference,
    deadweight: Share(0.15, "Two would have taken a course"),
    displacement: Share(0, "The courses are not full"),
    attribution: Share(0.12, "One teacher is paid by the college"),
    dropOff: Share(0.4, "Skills that are not used fade"))

  private static let lessSupport = Outcome(
    id: "o4", stakeholder: "municipality", description: "Fewer hours of support at home",
    evidence: "Records of the district team", quantity: Estimate(600), unit: "hours",
    proxyID: "p4", proxyDescription: "Cost of an hour of support", proxy: Estimate(45),
    source: "Contract of the municipality", method: .avoidedCost,
    deadweight: Share(0.25, "Support ends by itself for some"),
    displacement: Share(0, "Nobody else gets less"),
    attribution: Share(0.35, "Family does more too"),
    dropOff: Share(0.2, "People grow older"), benefitPeriods: 2,
    durationReason: "Decisions hold for two years")

  private static let noise = Outcome(
    id: "o5", stakeholder: "neighbours", description: "Noise in the evening", isIntended: false,
    evidence: "Round along the doors", sampleSize: 15, quantity: Estimate(25), unit: "people",
    proxyID: "p5", proxyDescription: "What they would pay for quiet", proxy: Estimate(-120),
    source: "Asked in the round", method: .statedPreference,
    deadweight: Share(0.1, "The square was noisy before"),
    displacement: Share(0, "It was not louder elsewhere"),
    attribution: Share(0.05, "The bar stays open late"), dropOff: Share(0.5, "Doors get insulated"))

  /// A further outcome with usual deductions, for the examples that need one.
  static func further(
    _ description: String, of stakeholder: String, quantity: Double, unit: String,
    proxy: Double, proxyDescription: String, method: ValuationMethod = .revealedPreference
  ) -> Outcome {
    Outcome(
      id: "o6", stakeholder: stakeholder, description: description, evidence: "Counted",
      sampleSize: Int(quantity), quantity: Estimate(quantity), unit: unit, proxyID: "p6",
      proxyDescription: proxyDescription, proxy: Estimate(proxy), source: "National price list",
      method: method, deadweight: Share(0.22, "As elsewhere in town"),
      displacement: Share(0.03, "A little from the next street"),
      attribution: Share(0.18, "The library took part"), dropOff: Share(0.2, "It wears off"))
  }
}
