extension Report {
  /// Numbers with a range that have no figure of their own, for explanations.
  ///
  /// A proxy that several outcomes share is one number, and stands at each of them; numbers that
  /// are uncertain together are one doubt.
  var uncertainNumbers: [ReportedFigure] {
    let rule = Text(
      "one number with a range, at every place where it stands",
      nl: "één getal met een marge, op elke plaats waar het staat")
    let estimates = estimates
    let places = placesOfProxies
    func figures(named name: FigureID) -> [FigureID] { places[name] ?? [name] }
    let swings = (sensitivity?.swings ?? []).map { swing in
      ReportedFigure(
        id: swing.input, label: swing.label, value: estimates[swing.input]?.value,
        origin: .computation(rule: rule, inputs: figures(named: swing.input)), unit: swing.unit,
        absence: UncertainNumbers.seeBelow)
    }
    let drivers = (doubt?.drivers ?? []).map { driver in
      ReportedFigure(
        id: driver.id, label: driver.label, value: estimates[driver.id]?.value,
        origin: .computation(
          rule: driver.members.count > 1 ? UncertainNumbers.shared : rule,
          inputs: driver.members.flatMap(figures)),
        unit: estimates[driver.id] == nil ? .ratio : .money,
        absence: UncertainNumbers.seeBelow)
    }
    return swings + drivers
  }

  /// The numbers that the author gave with a range.
  var estimates: [FigureID: Estimate] {
    var estimates: [FigureID: Estimate] = [:]
    for row in valueMap?.rows ?? [] {
      for given in ReportOutcome.Given.allCases {
        estimates[row.id(of: given)] = row.estimate(of: given)
      }
      if let proxy = row.proxyID {
        estimates[FigureID(joining: "proxy", proxy.description, "value")] = row.proxy
      }
    }
    for input in inputs {
      for (given, estimate) in input.ranges { estimates[input.id(of: given)] = estimate }
    }
    return estimates.filter { $0.value.isUncertain }
  }

  /// What must be said beside percentiles where little of the value has a range.
  var cautions: [FigureID: Text] {
    guard let doubt, !doubt.isInterval else { return [:] }
    func share(_ language: Language) -> String {
      doubt.shareWithDoubt.value.map { ShownNumber.text($0, .percent, in: language) }
        ?? Text("a part", nl: "een deel")[language]
    }
    let caution = Text(
      "no interval of the ratio: only \(share(.english)) of the value has a range, and what has "
        + "none is taken as exact here, so that the true doubt is larger",
      nl: "geen marge van de ratio: maar \(share(.dutch)) van de waarde heeft een marge, en wat "
        + "er geen heeft, telt hier als exact, dus de echte twijfel is groter")
    let figures = [doubt.ratioLow, doubt.ratioMedian, doubt.ratioHigh, doubt.chanceBelowOne]
    return Dictionary(
      figures.map { ($0.id, caution) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures of each proxy: at every outcome that uses it.
  private var placesOfProxies: [FigureID: [FigureID]] {
    var places: [FigureID: [FigureID]] = [:]
    for row in valueMap?.rows ?? [] {
      guard let proxy = row.proxyID else { continue }
      let name = FigureID(joining: "proxy", proxy.description, "value")
      places[name, default: []].append(row.id(of: .proxy))
    }
    return places
  }
}

private enum UncertainNumbers {
  static let seeBelow = Text("see the numbers below", nl: "zie de getallen hieronder")

  static let shared = Text(
    "numbers that are uncertain together", nl: "getallen die samen onzeker zijn")
}
