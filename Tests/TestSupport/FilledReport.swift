import ExportKit

/// A report with every part filled that may be absent, and one in which none is.
extension Report {
  /// Gives the report with doubt, sensitivity, claims, assurance list and unpriced outcomes.
  ///
  /// What follows from the numbers of its value map is worked out by `MapArithmetic`. Names that
  /// an author writes end with `word`.
  ///
  /// - Throws: where the report has no row with a value.
  public func filled(word: String = "", isInterval: Bool = true) throws -> Report {
    guard let map = valueMap, let row = map.rows.first else { throw FillingError.noRow }
    let filling = Filling(report: self, map: map, row: row, word: word)
    return Report(
      program: program, project: filling.project,
      isDraft: isDraft, stakeholders: filling.stakeholders, inputs: inputs,
      valueMap: filling.valueMap, indicators: indicators, findings: findings, sources: sources,
      parameters: parameters, doubt: filling.doubt(isInterval: isInterval),
      sensitivity: filling.sensitivity, claims: filling.claims, assurance: filling.assurance)
  }
}

/// Why a report cannot be filled.
public enum FillingError: Error {
  /// It has no row on its value map.
  case noRow
}

private struct Filling {
  let report: Report
  let map: ReportValueMap
  let row: ReportOutcome
  let word: String

  private var arithmetic: MapArithmetic { MapArithmetic(report) }

  private func figure(
    _ id: FigureID, _ english: String, _ dutch: String, _ value: Double?, unit: Unit = .ratio
  ) -> Figure {
    let label = Text(english, nl: dutch)
    let origin = Origin.computation(
      rule: Text("a rule", nl: "een regel"), inputs: [row.id(of: .deadweight)])
    guard let value else {
      return Figure(
        id: id, label: label, absent: Text("there is none", nl: "die is er niet"), unit: unit,
        origin: origin)
    }
    return Figure(id: id, label: label, value: value, unit: unit, origin: origin)
  }

  private func sroi(
    _ name: String, _ english: String, _ dutch: String, _ value: Double, unit: Unit = .ratio
  ) -> Figure {
    figure(FigureID(joining: "sroi", name), english, dutch, value, unit: unit)
  }

  private func id(_ input: FigureID, _ name: String) -> FigureID {
    FigureID("\(input.description).\(name)") ?? input
  }

  private func text(_ english: String, _ dutch: String) -> Text {
    Text(english + word, nl: dutch + word)
  }

  // MARK: Project, stakeholders, map

  var project: ProjectDescription {
    var project = report.project
    project.scope = ProjectDescription.Scope(
      purpose: "Verantwoording aan de gemeente\(word)", audience: "De gemeenteraad\(word)",
      activities: "Eettafel en repaircafé\(word)", resources: "Twaalf dagen werk\(word)")
    return project
  }

  var stakeholders: [ReportStakeholder] {
    report.stakeholders.enumerated().map { index, old in
      ReportStakeholder(
        id: old.id, name: old.name, domain: old.domain, groupSize: old.groupSize,
        isIncluded: old.isIncluded, reason: old.reason, involved: index == 0 ? 17 : nil,
        involvement: index == 0 ? "Gesprekken over de effecten\(word)" : nil,
        presentValue: old.presentValue)
    }
  }

  var valueMap: ReportValueMap {
    let unpriced = OutcomeState.allCases.filter { $0 != .priced }.map(unpriced)
    return ReportValueMap(
      rows: [first] + map.rows.dropFirst(), periods: map.periods,
      benefitFactors: map.benefitFactors, inputFactors: map.inputFactors,
      benefitsPerPeriod: map.benefitsPerPeriod, presentValue: map.presentValue,
      inputsPresentValue: map.inputsPresentValue, netPresentValue: map.netPresentValue,
      ratio: map.ratio, netRatio: map.netRatio, waterfall: map.waterfall, domains: map.domains,
      payback: payback, unpriced: unpriced)
  }

  /// The first row with a proxy at the prices of its source, and all that else may be absent.
  private var first: ReportOutcome {
    let factor = 1.0625
    return ReportOutcome(
      id: row.id, stakeholder: row.stakeholder, description: row.description, theme: row.theme,
      isIntended: row.isIntended, evidence: row.evidence, quantity: row.quantity,
      quantityFrom: row.quantityFrom, quantityUnit: row.quantityUnit, proxyID: row.proxyID,
      proxyDescription: row.proxyDescription, proxy: row.proxy, proxySource: row.proxySource,
      deadweight: row.deadweight, displacement: row.displacement, attribution: row.attribution,
      dropOff: row.dropOff, firstPeriod: row.firstPeriod, benefitPeriods: row.benefitPeriods,
      gross: row.gross, afterDeadweight: row.afterDeadweight,
      afterDisplacement: row.afterDisplacement, impact: row.impact,
      valuePerPeriod: row.valuePerPeriod, presentValue: row.presentValue, origins: row.origins,
      sampleSize: 32, durationReason: "Onderzoek na een jaar\(word)", weight: 8.5,
      proxyMethod: .avoidedCost, proxyGiven: row.proxy.scaled(by: 1 / factor), priceYear: 2023,
      priceFactor: factor)
  }

  private var payback: [Figure] {
    [
      sroi("payback_months", "Payback period", "Terugverdientijd", 7.25, unit: .month),
      figure(
        FigureID(joining: "sroi", "discounted_payback_months"), "Discounted payback period",
        "Verdisconteerde terugverdientijd", nil, unit: .month),
    ]
  }

  private func unpriced(_ state: OutcomeState) -> ReportUnpricedOutcome {
    let isIntrinsic = state == .intrinsic
    let name = isIntrinsic ? "dignity" : "rent"
    return ReportUnpricedOutcome(
      id: RowID(name) ?? row.id, stakeholder: row.stakeholder,
      description: isIntrinsic ? "Zich gezien voelen\(word)" : "Lagere huur\(word)", theme: nil,
      state: state, reason: isIntrinsic ? "Hier past geen prijs bij\(word)" : nil,
      weight: isIntrinsic ? 9.5 : nil,
      quantity: figure(
        FigureID(joining: "outcome", name, "quantity"), "Quantity", "Aantal",
        isIntrinsic ? 41 : nil, unit: .count), quantityUnit: "mensen",
      evidence: isIntrinsic ? "Interviews\(word)" : nil, isIntended: isIntrinsic)
  }

  // MARK: Doubt

  func doubt(isInterval: Bool) -> ReportDoubt {
    let shared = FigureID(joining: "shared", "survey")
    return ReportDoubt(
      ratioLow: sroi("ratio_p5", "Ratio, 5th percentile", "Ratio, 5e percentiel", 1.375),
      ratioMedian: sroi("ratio_p50", "Ratio, median", "Ratio, mediaan", 1.9375),
      ratioHigh: sroi("ratio_p95", "Ratio, 95th percentile", "Ratio, 95e percentiel", 2.625),
      ratioMean: sroi("ratio_mean", "Ratio, mean", "Ratio, gemiddelde", 1.96875),
      presentValueMean: sroi(
        "present_value_mean", "Present value, mean", "Contante waarde, gemiddelde", 181_250.5,
        unit: .money),
      presentValueDeviation: sroi(
        "present_value_deviation", "Present value, standard deviation",
        "Contante waarde, standaardafwijking", 20_125.25, unit: .money),
      chanceBelowOne: sroi(
        "chance_below_one", "Chance that the ratio is below 1", "Kans dat de ratio onder 1 ligt",
        0.03125, unit: .percent),
      shareWithDoubt: sroi(
        "share_with_doubt", "Share of the value with doubt attached",
        "Deel van de waarde met een marge", isInterval ? 0.875 : 0.25, unit: .percent),
      isInterval: isInterval,
      method: Text("drawn 100,000 times", nl: "100.000 keer getrokken"),
      remarks: [text("Few draws for two decimals", "Weinig trekkingen voor twee decimalen")],
      drivers: [
        driver(row.id(of: .deadweight), members: [row.id(of: .deadweight)], 0.625, 0.65625),
        driver(
          shared, members: [row.id(of: .quantity), row.id(of: .proxy)], 0.34375, 0.375),
      ])
  }

  private func driver(
    _ input: FigureID, members: [FigureID], _ alone: Double, _ total: Double
  ) -> ReportDriver {
    ReportDriver(
      id: input, label: text("Driver \(input)", "Bron \(input)"), members: members,
      firstOrder: figure(
        id(input, "first_order"), "First-order index", "Eerste-orde-index", alone,
        unit: .percent),
      totalEffect: figure(
        id(input, "total_effect"), "Total effect", "Totaal effect", total, unit: .percent))
  }

  // MARK: Sensitivity

  var sensitivity: ReportSensitivity {
    let known: [ReportOutcome.Given] = [.quantity, .proxy, .deadweight, .attribution]
    return ReportSensitivity(
      swings: [swing(.deadweight, 0.125, 0.3125), swing(.dropOff, 0.25, 0.75)],
      switches: known.compactMap(switching) + [
        ReportSwitch(
          input: ProjectDescription.discountRateID, label: text("Discount rate", "Discontovoet"),
          current: report.project.discountRate,
          values: [
            figure(
              id(ProjectDescription.discountRateID, "switching_value"),
              "Value at which the ratio is 1", "Waarde waarbij de ratio 1 is", nil,
              unit: .percent)
          ])
      ], scenarios: [RowLabel("careful")].compactMap(\.self).map(scenario), conventions: conventions
    )
  }

  private func swing(_ given: ReportOutcome.Given, _ low: Double, _ high: Double) -> ReportSwing {
    let input = row.id(of: given)
    func ratio(_ value: Double) -> Double {
      arithmetic.setting(given, of: row.id, to: value).ratio.roundedToNineDigits
    }
    return ReportSwing(
      input: input, label: text("\(given.label.english) of o1", "\(given.label.dutch) van o1"),
      unit: given.unit, low: low, high: high,
      ratioAtLow: figure(
        id(input, "ratio_at_low"), "Ratio at the low end", "Ratio aan de lage kant", ratio(low)),
      ratioAtHigh: figure(
        id(input, "ratio_at_high"), "Ratio at the high end", "Ratio aan de hoge kant",
        ratio(high)))
  }

  /// The ratio is a straight line in these numbers, so that two points tell where it is 1.
  private func switching(_ given: ReportOutcome.Given) -> ReportSwitch? {
    guard let current = row.estimate(of: given)?.value else { return nil }
    let input = row.id(of: given)
    let base = arithmetic.setting(given, of: row.id, to: 0).ratio
    let slope = arithmetic.setting(given, of: row.id, to: 1).ratio - base
    guard slope != 0 else { return nil }
    return ReportSwitch(
      input: input, label: text("\(given.label.english) of o1", "\(given.label.dutch) van o1"),
      current: current,
      values: [
        figure(
          id(input, "switching_value"), "Value at which the ratio is 1",
          "Waarde waarbij de ratio 1 is", (1 - base) / slope, unit: given.unit)
      ])
  }

  private func scenario(_ label: RowLabel) -> ReportScenario {
    let value = 0.375
    let changed = arithmetic.setting(.deadweight, of: row.id, to: value)
    func own(
      _ name: String, _ english: String, _ dutch: String, _ value: Double, unit: Unit = .ratio
    ) -> Figure {
      figure(FigureID(joining: "scenario", "careful", name), english, dutch, value, unit: unit)
    }
    return ReportScenario(
      id: label, title: "Voorzichtig\(word)",
      changes: [
        ReportScenario.Change(
          figure: row.id(of: .deadweight), from: row.deadweight.share?.value, to: value,
          unit: .percent, reason: "Een strengere schatting\(word)")
      ],
      presentValue: own(
        "present_value", "Present value", "Contante waarde", changed.presentValue, unit: .money),
      inputsPresentValue: own(
        "inputs_present_value", "Value of the inputs", "Waarde van de inbreng",
        changed.inputsPresentValue, unit: .money),
      ratio: own("ratio", "SROI ratio", "SROI-ratio", changed.ratio),
      difference: own(
        "difference", "Difference of the ratio", "Verschil van de ratio",
        changed.ratio - arithmetic.ratio),
      differenceInterval: [
        own("difference_p5", "Difference, 5th percentile", "Verschil, 5e percentiel", -0.5),
        own("difference_p95", "Difference, 95th percentile", "Verschil, 95e percentiel", -0.125),
      ])
  }

  private var conventions: [ReportConvention] {
    let timings: [(String, DiscountTiming)] = [
      ("benefits_at_start", .startOfPeriod), ("benefits_at_middle", .midPeriod),
      ("benefits_at_end", .endOfPeriod),
    ]
    let own = timings.map { name, timing in
      var changed = arithmetic
      changed.benefitOffset = MapArithmetic.offset(timing)
      return convention(
        name, Text("Benefits: \(timing.label.english)", nl: "Effecten: \(timing.label.dutch)"),
        changed.ratio, isOwn: timing == report.project.benefitTiming)
    }
    var undiscounted = arithmetic
    undiscounted.rate = 0
    return own + [
      convention(
        "undiscounted", Text("Nothing discounted", nl: "Niets verdisconteerd"),
        undiscounted.ratio, isOwn: false),
      convention(
        "one_benefit_period", Text("One period only", nl: "Maar één periode"), nil, isOwn: false),
    ]
  }

  private func convention(
    _ name: String, _ label: Text, _ ratio: Double?, isOwn: Bool
  ) -> ReportConvention {
    ReportConvention(
      id: name, label: label, isOwn: isOwn,
      ratio: figure(FigureID(joining: "convention", name, "ratio"), "Ratio", "Ratio", ratio))
  }

  // MARK: Checks

  var claims: [ReportClaim] {
    [
      ReportClaim(
        code: "over_claiming.dominant_row",
        title: Text("One row carries most", nl: "Eén rij draagt het meeste"),
        message: Text("One row gives 78 % of the value", nl: "Eén rij geeft 78 % van de waarde"),
        subject: row.presentValue.id.description,
        address: Address(file: "tables/outcomes.csv", row: 2),
        answer: ReportClaim.Answer(reason: "Dat is het doel\(word)", author: "A. de Vries")),
      ReportClaim(
        code: "over_claiming.round_up", title: Text("Rounded up", nl: "Naar boven afgerond"),
        message: Text("The text says 3", nl: "De tekst zegt 3"), subject: nil, address: nil,
        answer: nil),
    ]
  }

  var assurance: [ReportAssurance] {
    func entry(
      _ id: String, _ principle: Int, _ verdict: ReportAssurance.Verdict, _ evidence: String?
    ) -> ReportAssurance {
      ReportAssurance(
        id: id, principle: principle,
        question: text("Is \(id) in order?", "Is \(id) in orde?"), verdict: verdict,
        remark: text("See \(id)", "Zie \(id)"), evidence: evidence)
    }
    return [
      entry("stakeholders_named", 1, .established, nil),
      entry("stakeholders_involved", 1, .judged(.partly, by: "B. Jansen"), "Notulen\(word)"),
      entry("material", 4, .missing, nil), entry("responsive", 8, .toJudge, nil),
      entry("verified", 7, .judged(.notMet, by: nil), nil),
    ]
  }
}
