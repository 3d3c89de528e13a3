import ExportKit
import IndicatorKit
import Valuation

/// Makes the finished report of a project that was read and checked.
struct ReportBuilder {
  /// The report.
  let report: Report
  /// What was found while measuring and valuing.
  let findings: [Finding]

  /// Runs the indicators, values the map, and puts the report together.
  ///
  /// - Parameters:
  ///   - project: the project as it was read.
  ///   - earlier: what reading and checking found.
  ///   - registry: the modules.
  ///   - program: the name and version of the program.
  init(
    _ project: LoadedProject, findings earlier: [Finding], registry: Registry, program: String
  ) {
    let run = IndicatorRun(project, registry: registry)
    let books = LedgerTotals.read(project)
    var found = run.findings
    var builder: ValueMapBuilder?
    var outlook = MapOutlook()
    do throws(ValuationError) {
      builder = try ValueMapBuilder(project, measures: run.measures, books: books)
      if let builder {
        outlook = try MapOutlook(
          of: builder.valueMap, inputs: builder.reportInputs, in: project)
      }
    } catch {
      found.append(ReportBuilder.finding(error))
    }
    let differences = InputComparison(builder?.inputs ?? [], in: project)
      .differences(books: books, measures: run.sections.flatMap(\.measures))
    found += differences.map(\.finding)
    let all = earlier + found
    let persons = Set(registry.tables.filter(\.holdsPersons).map(\.id))
    let unassessed = Report(
      program: program, project: project.description,
      isDraft: all.contains { $0.severity == .error },
      stakeholders: ReportBuilder.stakeholders(project, builder),
      inputs: builder?.reportInputs ?? [], valueMap: builder?.valueMap, indicators: run.sections,
      findings: PrivateFindings(registry.tables, sources: project.sources).shown(
        project.placed(all.filter { $0.severity != .note })
      ).inFileOrder,
      sources: project.sources.map {
        ReportSource(
          file: $0.file, kind: $0.kind, title: ReportBuilder.title(of: $0.kind, registry),
          sha256: $0.sha256, rows: SmallCells.shownRows($0, persons: persons),
          rejectedRows: $0.rejectedRows, licence: project.licences[$0.file])
      },
      parameters: ReportBuilder.parameters(
        project, registry, prices: builder?.usedParameters ?? []),
      doubt: outlook.doubt, sensitivity: outlook.sensitivity,
      claims: differences.map(\.claim))
    let assessed = unassessed.assessed(
      answers: ReportBuilder.claimAnswers(in: project, except: differences.map(\.claim.code)),
      judgements: ReportBuilder.judgements(in: project),
      standardDiscountRate: ReportBuilder.standardRate(project))
    report = assessed.report
    findings = found + assessed.findings
  }

  /// The answers to over-claiming checks; those to other checks were given elsewhere.
  private static func claimAnswers(
    in project: LoadedProject, except codes: [String]
  ) -> [ClaimAnswer] {
    let rows = project.rows(Answer.self)
    return rows.indices.filter { !codes.contains(rows[$0].check.description) }.map {
      ClaimAnswer(rows[$0], at: project.address(rows, at: $0, column: "check"))
    }
  }

  private static func judgements(in project: LoadedProject) -> [GivenJudgement] {
    let rows = project.rows(Judgement.self)
    return rows.indices.map {
      GivenJudgement(rows[$0], at: project.address(rows, at: $0, column: "question"))
    }
  }

  private static func standardRate(_ project: LoadedProject) -> Double? {
    let card = ParameterCard.discountRate(project.description.neighbourhood.country)
    return project.parameters.value(card.id, on: project.description.period.last)?.value
  }

  private static func stakeholders(
    _ project: LoadedProject, _ builder: ValueMapBuilder?
  ) -> [ReportStakeholder] {
    project.rows(Stakeholder.self).map { row in
      let figure =
        builder?.presentValue(of: row.id)
        ?? Figure(
          id: FigureID(joining: "stakeholder", row.id.description, "present_value"),
          label: Text("Present value", nl: "Contante waarde"),
          absent: Text("there is no value map", nl: "er is geen waardenkaart"), unit: .money,
          origin: .combined([]))
      return ReportStakeholder(
        id: row.id, name: row.name, domain: row.domain, groupSize: row.groupSize,
        isIncluded: row.included, reason: row.reason, involved: row.involved,
        involvement: row.involvement, presentValue: figure)
    }
  }

  /// What a file holds, as readers see it.
  private static func title(of kind: String, _ registry: Registry) -> Text? {
    switch kind {
    case "settings": Text("Settings", nl: "Instellingen")
    case "books": Text("Books", nl: "Boekhouding")
    default: registry.tables.first { $0.id == kind }?.card.title
    }
  }

  /// The parameters that the indicators in use declare, as far as they have a value, and then
  /// those of prices that are not among them.
  private static func parameters(
    _ project: LoadedProject, _ registry: Registry, prices: [PriceLevel.Used]
  ) -> [ReportParameter] {
    let cards = registry.indicators.map { type(of: $0).card }
      .filter { IndicatorRun.isInUse($0, project) }.flatMap(\.parameters)
    var seen: Set<String> = []
    let declared = cards.filter { seen.insert($0.id).inserted }.compactMap { card in
      project.parameters.value(card.id, on: project.description.period.last).map {
        ReportParameter(
          id: card.id, label: card.label, value: $0.value, unit: card.unit, source: $0.source,
          origin: $0.origin, isPrintable: $0.isPrintable, publisher: $0.record?.publisher,
          licence: $0.record?.licence, validity: .init(first: $0.from, last: $0.until))
      }
    }
    let further = prices.map(parameter).filter { price in
      !declared.contains { $0.id == price.id && $0.origin == price.origin }
    }
    return declared + further
  }

  /// A parameter that is a price or converted one.
  private static func parameter(_ used: PriceLevel.Used) -> ReportParameter {
    ReportParameter(
      id: used.parameter.id, label: used.label, value: used.parameter.value, unit: .ratio,
      source: used.parameter.source, origin: used.parameter.origin,
      isPrintable: used.parameter.isPrintable, publisher: used.parameter.record?.publisher,
      licence: used.parameter.record?.licence,
      validity: .init(first: used.parameter.from, last: used.parameter.until))
  }

  private static func finding(_ error: ValuationError) -> Finding {
    Finding(
      "value_map.not_computable", .error, error.message,
      help: Text(
        "Look at the numbers of that row in the tables outcomes, inputs and proxies.",
        nl: "Bekijk de getallen van die rij in de tabellen outcomes, inputs en proxies."),
      at: Address(file: "tables/outcomes.csv"))
  }
}

extension [Finding] {
  /// The findings by file, row and column; those without a place come last.
  var inFileOrder: [Finding] {
    func key(_ finding: Finding) -> (String, Int, Int, Int, String) {
      let address = finding.address
      let place = address.map { $0.file + ($0.sheet.map { "\u{1F}" + $0 } ?? "") }
      return (
        place ?? "\u{10FFFF}", address?.row ?? address?.line ?? 0, address?.column ?? 0,
        address?.byte ?? 0, finding.code
      )
    }
    return sorted { key($0) < key($1) }
  }
}
