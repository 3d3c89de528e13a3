import ExportKit

/// Turns a sample value map into a report, as the pipeline would.
struct SampleReport {
  let map: SampleMap
  var language = Language.english
  var isDraft = false
  var indicators: [ReportIndicator] = []

  func report() throws -> Report {
    Report(
      program: "Wijkwaarde test", project: try project(), isDraft: isDraft,
      stakeholders: map.stakeholders.map(stakeholder), inputs: map.inputs.map(input),
      valueMap: valueMap(), indicators: indicators,
      findings: [
        Finding(
          "outcomes.round_number", .warning, Text("A round number.", nl: "Een rond getal."),
          help: Text("Say where it comes from.", nl: "Zeg waar het vandaan komt."),
          at: Address(file: "tables/outcomes.csv", row: 3, column: 4))
      ],
      sources: [
        ReportSource(
          file: "tables/outcomes.csv", kind: "outcomes",
          sha256: String(repeating: "0123456789abcdef", count: 4), rows: 3, rejectedRows: 1)
      ],
      parameters: [
        ReportParameter(
          id: "nl.discount_rate", label: Text("Discount rate", nl: "Discontovoet"),
          value: map.rate, unit: .percent, source: "Rapport werkgroep discontovoet 2020",
          origin: .parameter(id: "nl.discount_rate", value: map.rate, source: "2020"))
      ])
  }

  private struct NoSuchDay: Error {}

  private func project() throws -> ProjectDescription {
    guard let period = Period(year: 2025), let start = Day(iso: "2025-01-01"),
      let date = Day(iso: "2025-12-31")
    else { throw NoSuchDay() }
    return ProjectDescription(
      id: "p-1", revision: "3", name: "Buurtwerkplaats Ondiep", summary: "Repareren en ontmoeten.",
      organisation: "Stichting Ondiep",
      identifiers: [OrganisationIdentifier(scheme: .kvk, number: "12345678")].compactMap { $0 },
      neighbourhood: Neighbourhood(
        name: "Ondiep", municipality: "GM0344", codes: ["WK034403"], codesYear: 2025,
        country: .netherlands, area: PostcodeArea(prefixes: ["3552"])),
      period: period, previousPeriod: nil, start: start, currency: .euro, language: language,
      perspective: .evaluation, reportDate: date, discountRate: map.rate,
      discountRateOrigin: .parameter(id: "nl.discount_rate", value: map.rate, source: "2020"),
      benefitTiming: map.benefitTiming, inputTiming: map.inputTiming, priceBaseYear: 2025,
      grants: ["SUB-2025-11"], themes: ["ontmoeting"], author: "A. Auteur",
      leftOut: ["The value for visitors, who were not asked."], releasedBelowFive: [:])
  }

  private func stakeholder(_ id: String, _ name: String, _ domain: Domain) -> ReportStakeholder {
    let rows = map.rows.filter { $0.stakeholder == id }
    return ReportStakeholder(
      id: row(id), name: name, domain: domain, groupSize: 40, isIncluded: !rows.isEmpty,
      reason: rows.isEmpty ? "No change was found." : nil,
      presentValue: figure(
        FigureID(joining: "stakeholder", id, "present_value"), name,
        rows.map(map.presentValue).reduce(0, +),
        isKnown: rows.allSatisfy(\.isKnown)))
  }

  private func input(_ input: SampleMap.Input) -> ReportInput {
    let value = input.quantity * input.rate
    let factor = map.factor(input.period, map.inputTiming)
    return ReportInput(
      id: row(input.id), stakeholder: row(input.stakeholder), description: "Inbreng \(input.id)",
      kind: input.kind, period: input.period, quantity: input.quantity, rate: input.rate,
      grant: nil, value: figure(FigureID(joining: "input", input.id, "value"), input.id, value),
      presentValue: figure(
        FigureID(joining: "input", input.id, "present_value"), input.id, value * factor))
  }

  private func valueMap() -> ReportValueMap {
    let periods = Array(1...map.periods)
    let isKnown = map.isComplete
    let (benefits, inputs) = (map.presentValue, map.inputsPresentValue)
    func total(_ segment: String, _ value: Double, unit: Unit = .money) -> Figure {
      figure(FigureID(joining: "sroi", segment), segment, value, unit: unit, isKnown: isKnown)
    }
    return ReportValueMap(
      rows: map.rows.map(outcome), periods: map.periods,
      benefitFactors: periods.map { map.factor($0, map.benefitTiming) },
      inputFactors: periods.map { map.factor($0, map.inputTiming) },
      benefitsPerPeriod: periods.map { period in
        total("benefits_\(period)", map.rows.map { map.value($0, in: period) }.reduce(0, +))
      },
      presentValue: total("present_value", benefits),
      inputsPresentValue: figure(
        FigureID(joining: "sroi", "inputs_present_value"), "inputs", inputs),
      netPresentValue: total("net_present_value", benefits - inputs),
      ratio: total("ratio", benefits / inputs, unit: .ratio),
      netRatio: total("net_ratio", benefits / inputs - 1, unit: .ratio),
      waterfall: waterfall(isKnown: isKnown),
      domains: Domain.allCases.map { domain in
        let ids = map.stakeholders.filter { $0.domain == domain }.map(\.id)
        let rows = map.rows.filter { ids.contains($0.stakeholder) }
        return (
          domain,
          figure(
            FigureID(joining: "domain", domain.rawValue, "present_value"), domain.rawValue,
            rows.map(map.presentValue).reduce(0, +),
            isKnown: rows.allSatisfy(\.isKnown))
        )
      })
  }

  private func waterfall(isKnown: Bool) -> [Figure] {
    func sum(_ value: (SampleMap.Row) -> Double) -> Double { map.rows.map(value).reduce(0, +) }
    let gross = sum { steps($0)[0] * Double($0.periods) }
    let deadweight = sum { steps($0)[1] * Double($0.periods) }
    let displacement = sum { steps($0)[2] * Double($0.periods) }
    let attribution = sum { steps($0)[3] * Double($0.periods) }
    let dropOff = sum { row in (1...map.periods).map { map.value(row, in: $0) }.reduce(0, +) }
    let values = [
      ("gross", gross), ("deadweight", deadweight - gross),
      ("displacement", displacement - deadweight), ("attribution", attribution - displacement),
      ("drop_off", dropOff - attribution), ("discount", map.presentValue - dropOff),
      ("present_value", map.presentValue),
    ]
    return values.map { figure(FigureID(joining: "waterfall", $0.0), $0.0, $0.1, isKnown: isKnown) }
  }

  private func steps(_ row: SampleMap.Row) -> [Double] {
    let gross = (row.quantity?.value ?? 0) * row.proxy.value
    let deadweight = gross * (1 - row.deadweight.value)
    let displacement = deadweight * (1 - row.displacement.value)
    return [gross, deadweight, displacement, displacement * (1 - row.attribution.value)]
  }

  private func outcome(_ source: SampleMap.Row) -> ReportOutcome {
    let isKnown = source.isKnown
    let values = steps(source)
    func step(_ segment: String, _ value: Double) -> Figure {
      figure(
        FigureID(joining: "outcome", source.id, segment), "\(source.id) \(segment)", value,
        isKnown: isKnown)
    }
    func deduction(_ share: Estimate) -> ReportOutcome.Deduction {
      ReportOutcome.Deduction(share: share, reason: "Because of the survey.")
    }
    return ReportOutcome(
      id: row(source.id), stakeholder: row(source.stakeholder),
      description: "Minder eenzaamheid bij mensen die elkaar hier leerden kennen", theme: nil,
      isIntended: source.proxy.value > 0, evidence: "Vragenlijst, n=32",
      quantity: source.quantity, quantityFrom: FigureID("participation.unique"),
      quantityUnit: "mensen", proxyID: source.lacksProxy ? nil : row("p1"),
      proxyDescription: "Vermeden zorgkosten",
      proxy: source.proxy, proxySource: "Eigen raming 2025",
      deadweight: deduction(source.deadweight), displacement: deduction(source.displacement),
      attribution: deduction(source.attribution), dropOff: deduction(source.dropOff),
      firstPeriod: source.first, benefitPeriods: source.periods,
      gross: step("gross_value", values[0]), afterDeadweight: step("after_deadweight", values[1]),
      afterDisplacement: step("after_displacement", values[2]), impact: step("impact", values[3]),
      valuePerPeriod: isKnown ? (1...map.periods).map { map.value(source, in: $0) } : [],
      presentValue: step("present_value", map.presentValue(source)))
  }

  private func figure(
    _ id: FigureID, _ label: String, _ value: Double, unit: Unit = .money, isKnown: Bool = true
  ) -> Figure {
    let origin = Origin.computation(rule: Text(verbatim: "test"), inputs: [])
    return isKnown
      ? Figure(id: id, label: Text(verbatim: label), value: value, unit: unit, origin: origin)
      : Figure(
        id: id, label: Text(verbatim: label), absent: SampleMap.unknown, unit: unit,
        origin: origin)
  }

  private func row(_ id: String) -> RowID {
    guard let row = RowID(id) else { preconditionFailure("a test's own identifier: \(id)") }
    return row
  }
}

extension Report {
  /// All figures of the value map, as name and value.
  var figures: [Figure] {
    let map = valueMap
    var figures = stakeholders.map(\.presentValue) + inputs.flatMap { [$0.value, $0.presentValue] }
    figures += (map?.domains.map(\.presentValue) ?? []) + (map?.waterfall ?? [])
    figures += map?.benefitsPerPeriod ?? []
    for row in map?.rows ?? [] {
      figures += [row.gross, row.afterDeadweight, row.afterDisplacement, row.impact]
      figures.append(row.presentValue)
    }
    if let map {
      figures += [map.presentValue, map.inputsPresentValue, map.netPresentValue]
      figures += [map.ratio, map.netRatio]
    }
    return figures
  }
}
