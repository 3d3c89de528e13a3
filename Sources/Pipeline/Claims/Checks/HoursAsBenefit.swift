import ExportKit

/// Hours that people put in are not what the project brings.
enum HoursAsBenefit: ClaimCheck {
  static let card = ClaimCard(
    "hours_as_benefit", Text("Hours put in as a gain", nl: "Ingebrachte uren als baat"),
    looksAt: Text(
      "Outcomes with the number of hours and the rate of an input in hours, or with its value.",
      nl: "Effecten met het aantal uren en het tarief van een inbreng in uren, of met de waarde."),
    why: Text(
      "Time is given, so it belongs below the line; above it, it pays for itself. A public waste "
        + "calculator counts 554,323 of volunteer hours this way.",
      nl: "Tijd wordt gegeven en hoort onder de streep; erboven betaalt zij zichzelf. Een openbare "
        + "afvalrekenhulp telt zo 554.323 aan vrijwilligersuren."),
    source: "\(ClaimSource.guide), stage 2.3",
    remedy: Text(
      "Take the row off; what the hours do to volunteers is an outcome with its own proxy.",
      nl: "Haal de rij weg; wat de uren met vrijwilligers doen is een effect met een eigen proxy."))

  static let firing = ClaimExample(
    Text("The hours stand on both sides.", nl: "De uren staan aan beide kanten.")
  ) { map in
    map.outcomes.append(work(1_500, 15))
  }

  static let silent = ClaimExample(
    Text("Another number at another rate.", nl: "Een ander aantal tegen een ander tarief.")
  ) { map in
    map.outcomes.append(work(400, 12))
  }

  private static func work(_ quantity: Double, _ proxy: Double) -> ExampleMap.Outcome {
    ExampleMap.further(
      "Work done for the street", of: "neighbours", quantity: quantity, unit: "hours",
      proxy: proxy, proxyDescription: "What a handyman costs an hour", method: .avoidedCost)
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let hours = view.report.inputs.filter { $0.kind == .hours && ($0.value.value ?? 0) > 0 }
    return view.rows.compactMap { row in
      guard let input = hours.first(where: { isSame(row, $0) }) else { return nil }
      return FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” has the value of the hours in “\(input.description)”.",
          nl: "‘\(row.description)’ heeft de waarde van de uren in ‘\(input.description)’."))
    }
  }

  private static func isSame(_ row: ReportOutcome, _ input: ReportInput) -> Bool {
    guard let quantity = row.quantity?.value, let value = input.value.value else { return false }
    let isSameProduct = quantity == input.quantity && row.proxy.value == input.rate
    return isSameProduct || Amounts.areEqual(quantity * row.proxy.value, value)
  }
}

/// Amounts of money that are one amount.
enum Amounts {
  /// Whether two amounts above zero are within a hundredth of a per cent of each other.
  static func areEqual(_ left: Double, _ right: Double) -> Bool {
    left > 0 && right > 0 && abs(left - right) <= 1e-4 * max(left, right)
  }
}
