import IndicatorKit

/// What clients ask in social return and how far it is done; never a part of the value map.
struct SocialReturnMeasures {
  static let obligation = MeasureCard(
    "social_return_obligation", Text("Social return due", nl: "Verplichting social return"),
    help: Text(
      "The share of the contract value that each contract in force in the period asks, over its whole term, less the client’s discount for a PSO certificate.",
      nl:
        "Het deel van de opdrachtwaarde dat elke opdracht die in de periode loopt vraagt, over de hele looptijd, min de korting van de opdrachtgever op een PSO-certificaat."
    ),
    kind: .sum, unit: .money, direction: .neutral, aggregation: .sum)

  static let fulfilled = MeasureCard(
    "social_return_fulfilled", Text("Social return done", nl: "Social return gerealiseerd"),
    help: Text(
      "What the efforts under those contracts count for from their start to the end of the period, by the tariffs in force on its last day: work by hours and years, bonuses, invoices of social enterprises, and activities. Tariffs are no value of outcomes.",
      nl:
        "Waarvoor de inspanningen onder die opdrachten tellen, vanaf het begin tot het einde van de periode, naar de tarieven op de laatste dag: werk naar uren en jaren, bonussen, facturen van sociale ondernemingen, en activiteiten. Tarieven zijn geen waarde van effecten."
    ),
    kind: .sum, unit: .money, aggregation: .sum, countsPeople: true)

  static let share = MeasureCard(
    "social_return_share",
    Text("Social return done of due", nl: "Social return van de verplichting"),
    help: Text(
      "Social return done, out of social return due over the whole term of the same contracts.",
      nl:
        "Gerealiseerde social return, van de verplichting over de hele looptijd van die opdrachten."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled, countsPeople: true)

  static let open = MeasureCard(
    "social_return_open", Text("Social return still to do", nl: "Nog te doen aan social return"),
    help: Text(
      "What each contract in force in the period still asks at its end: due less done, and nothing where more was done than due, because one contract’s surplus does not settle another.",
      nl:
        "Wat elke opdracht die in de periode loopt aan het einde daarvan nog vraagt: verplichting min gerealiseerd, en niets waar meer is gedaan dan gevraagd, want het meerdere van de ene opdracht lost de andere niet in."
    ),
    kind: .sum, unit: .money, direction: .down, aggregation: .sum, countsPeople: true)

  static let fine = MeasureCard(
    "social_return_fine",
    Text("Fine for social return not done", nl: "Boete op niet gerealiseerde social return"),
    help: Text(
      "What clients may charge for contracts that ended in the period with something still to do: that amount times what the client’s terms charge for each euro of it, in force on the last day of the period.",
      nl:
        "Wat opdrachtgevers kunnen rekenen voor opdrachten die in de periode eindigden met iets dat nog te doen was: dat bedrag maal wat hun voorwaarden voor elke euro ervan rekenen op de laatste dag van de periode."
    ),
    kind: .sum, unit: .money, direction: .down, aggregation: .sum, countsPeople: true)

  static let cards = [obligation, fulfilled, share, open, fine]

  /// The tariffs that can be looked up, one parameter per table and name.
  static let parameters: [ParameterCard] = TariffRegion.allCases.flatMap { region in
    names.map { parameter(region, $0) }
  }

  /// The parameter of a name in a table.
  static func parameter(_ region: TariffRegion, _ name: String) -> ParameterCard {
    let unit: Unit =
      name.hasSuffix(SocialReturn.limit)
      ? .year : name == finePerEuro ? .ratio : discounts.contains(name) ? .percent : .money
    return ParameterCard(
      "social_return.\(region.rawValue).\(name)",
      Text(
        "Tariff of social return, \(region.label.english)",
        nl: "Tarief social return, \(region.label.dutch)"), unit: unit)
  }

  /// The names of the discounts for a PSO certificate, by step.
  private static let discounts = [
    "pso_step_1_discount", "pso_step_2_discount", "pso_step_3_discount",
  ]

  /// The name of what a client charges for each euro that is still to do.
  private static let finePerEuro = "fine_per_euro"

  /// The names that tables use, each once.
  static let names: [String] = {
    let all = Set(TariffGroup.allCases.flatMap(\.tariffs)).sorted()
    let bonuses = [
      "permanent_contract", "aged_50_or_over", "status_holder_or_language", "social_activity",
    ]
    let limits = ["participation_act", "unemployment_benefit"].map { $0 + SocialReturn.limit }
    return all + bonuses + limits + discounts + [finePerEuro]
  }()

  let contracts: Rows<SocialReturnContract>
  let placements: Rows<Placement>
  let efforts: Rows<SocialEffort>
  let period: Period
  /// The hours of a full-time job, for tables that state none.
  let norm: ParameterValue?
  /// The tariffs in force, by table and name.
  let tariffs: [TariffRegion: [String: ParameterValue]]

  /// The measures, in the order of their cards.
  var all: [Measure] {
    guard !contracts.isEmpty else {
      return Self.cards.map { $0.notMeasurable(Self.noContracts) }
    }
    let due: [String: Double]
    switch obligations {
    case .failure(let reason): return Self.cards.map { $0.notMeasurable(reason.reason) }
    case .success(let amounts): due = amounts
    }
    let obligation = measureDue(due)
    switch counted {
    case .failure(let reason):
      return [obligation] + Self.cards.dropFirst().map { $0.notMeasurable(reason.reason) }
    case .success(let done):
      let total = done.sorted { $0.key < $1.key }.reduce(into: SocialReturn.Amounts()) {
        $0.add($1.value)
      }
      let open = due.merging(done.mapValues { -$0.total }, uniquingKeysWith: +)
        .mapValues { max(0, $0) }
      return [
        obligation, measureDone(total), shareDone(total, of: obligation.value ?? 0),
        measureOpen(open), Self.fine.attempt { () throws(NotMeasurable) in try measureFine(open) },
      ]
    }
  }

  private func measureDue(_ due: [String: Double]) -> Measure {
    Measure(
      card: Self.obligation,
      result: .measured(.sum(due.values.sorted().reduce(0, +), rows: contracts.count)),
      origin: .combined(
        [.selection(contracts.selection(columns: ["region", "value", "share", "pso_step"]))]
          + usedDiscounts.map(\.origin)))
  }

  private func measureOpen(_ open: [String: Double]) -> Measure {
    stamped(
      Measure(
        card: Self.open,
        result: .measured(.sum(open.values.sorted().reduce(0, +), rows: contracts.count)),
        origin: origin))
  }

  /// The fines for contracts that ended; one with nothing to do asks for no percentage.
  private func measureFine(_ open: [String: Double]) throws(NotMeasurable) -> Measure {
    let ended = contracts.filter { $0.end.map { $0 <= period.last } ?? false }
    guard !ended.isEmpty else { throw Self.noneEnded }
    var fines: [Double] = []
    for contract in ended.sorted(by: { $0.id < $1.id }) {
      let amount = open[contract.id.description] ?? 0
      guard amount > 0 else { continue }
      guard let perEuro = tariffs[contract.region]?[Self.finePerEuro] else {
        throw noTariff(Self.parameter(contract.region, Self.finePerEuro).id)
      }
      fines.append(amount * perEuro.value)
    }
    return stamped(
      Measure(
        card: Self.fine,
        result: .measured(.sum(fines.sorted().reduce(0, +), rows: ended.count)), origin: origin))
  }

  /// What each contract asks, by its identifier, or which discount is not known.
  private var obligations: Result<[String: Double], NotMeasurable> {
    var amounts: [String: Double] = [:]
    for contract in contracts {
      let discount: Double
      if let name = Self.discount(contract) {
        guard let found = tariffs[contract.region]?[name] else {
          return .failure(noTariff(Self.parameter(contract.region, name).id))
        }
        discount = found.value
      } else {
        discount = 0
      }
      amounts[contract.id.description] = contract.value * contract.share * (1 - discount)
    }
    return .success(amounts)
  }

  /// The name of the discount for a contract, where it has one.
  private static func discount(_ contract: SocialReturnContract) -> String? {
    contract.psoStep.flatMap { (1...3).contains($0) ? discounts[$0 - 1] : nil }
  }

  private var usedDiscounts: [ParameterValue] {
    let used = Set(
      contracts.compactMap { contract in
        Self.discount(contract).map { Self.parameter(contract.region, $0).id }
      })
    return TariffRegion.allCases.flatMap { region in
      Self.discounts.compactMap { tariffs[region]?[$0] }
    }.filter { used.contains($0.id) }
  }

  /// What counts for each contract, by its identifier, or which tariff is not known.
  private var counted: Result<[String: SocialReturn.Amounts], NotMeasurable> {
    var all: [String: SocialReturn.Amounts] = [:]
    let placed = Dictionary(
      placements.grouped(by: \.contract).map { ($0.key, $0.rows) },
      uniquingKeysWith: { one, _ in one })
    let done = Dictionary(
      efforts.grouped(by: \.contract).map { ($0.key, $0.rows) },
      uniquingKeysWith: { one, _ in one })
    for contract in contracts.sorted(by: { $0.id < $1.id }) {
      guard let hours = contract.region.fullTimeHours ?? norm?.value, hours > 0 else {
        return .failure(Self.noNorm)
      }
      let terms = SocialReturn.Terms(
        region: contract.region, fullTimeHours: hours, tariffs: tariffs[contract.region] ?? [:])
      do {
        all[contract.id.description] = try SocialReturn(terms: terms, last: period.last).amounts(
          placements: placed[contract.id] ?? .none, efforts: done[contract.id] ?? .none)
      } catch {
        return .failure(noTariff(error.parameter))
      }
    }
    return .success(all)
  }

  private func measureDone(_ amounts: SocialReturn.Amounts) -> Measure {
    let measure = Measure(
      card: Self.fulfilled,
      result: .measured(
        .sum(amounts.total, rows: counting.placements.count + counting.efforts.count)),
      origin: origin)
    return stamped(split(amounts).map { measure.broken(down: $0) } ?? measure)
  }

  /// What is done by kind; not given where a kind stands on the efforts for one to four people.
  private func split(_ amounts: SocialReturn.Amounts) -> Breakdown? {
    let placed = counting.placements
    let withBonus = placed.filter {
      $0.isPermanent == true || $0.isOver50 == true || $0.isStatusHolder == true
    }
    let people = [placed, withBonus].map { Set($0.map(\.person)).count }
    guard people.allSatisfy(SmallGroups.isShown) else { return nil }
    let entries: [(String, Text, Double)] = [
      ("work", Text("Work", nl: "Werk"), amounts.work),
      ("bonuses", Text("Bonuses", nl: "Bonussen"), amounts.bonuses),
      (
        "invoices",
        Text("Invoices of social enterprises", nl: "Facturen van sociale ondernemingen"),
        amounts.invoices
      ),
      ("activities", Text("Activities", nl: "Activiteiten"), amounts.activities),
    ]
    return Breakdown(
      id: "kind", label: Text("Kind of effort", nl: "Soort inspanning"), unit: .money,
      entries: entries.filter { $0.2 > 0 }.map {
        Breakdown.Entry(id: $0.0, label: $0.1, value: $0.2)
      })
  }

  private func shareDone(_ amounts: SocialReturn.Amounts, of due: Double) -> Measure {
    stamped(Self.share.share(numerator: amounts.total, denominator: due, from: origin))
  }

  /// The rows that count for the contracts of the period.
  private var counting: (placements: Rows<Placement>, efforts: Rows<SocialEffort>) {
    let ids = Set(contracts.map(\.id))
    return (
      placements.filter { ids.contains($0.contract) && $0.start <= period.last },
      efforts.filter { ids.contains($0.contract) && $0.date <= period.last }
    )
  }

  private var origin: Origin {
    let used = Set(contracts.map(\.region))
    let values = TariffRegion.allCases.filter(used.contains).flatMap { region in
      Self.names.compactMap { tariffs[region]?[$0]?.origin }
    }
    let (placements, efforts) = counting
    return .combined(
      [.selection(contracts.selection(columns: ["region", "value", "share"]))]
        + (placements.isEmpty ? [] : [.selection(placements.selection())])
        + (efforts.isEmpty ? [] : [.selection(efforts.selection())])
        + (norm.map { [$0.origin] } ?? []) + values)
  }

  /// With the people behind it; invoices alone have none.
  private func stamped(_ measure: Measure) -> Measure {
    let people = Set(counting.placements.map(\.person)).count
    let measure = people == 0 ? measure : measure.of(people: people)
    return measure.noting(Self.tariffNote)
  }

  private static let tariffNote = Text(
    "Social return counts efforts by tariffs, which differ by region; it is no SROI and no part of the value map.",
    nl:
      "Social return telt inspanningen naar tarieven, die per regio verschillen; het is geen SROI en geen deel van de waardekaart."
  )

  private static let noContracts = Text(
    "the table “social_return_contracts” has no contract in the period",
    nl: "de tabel ‘social_return_contracts’ heeft geen opdracht in de periode")

  private static let noneEnded = NotMeasurable(
    Text(
      "no contract with social return ended in the period",
      nl: "in de periode eindigde geen opdracht met social return"))

  private static let noNorm = NotMeasurable(
    Text(
      "the hours of a full-time job are not known: add a row “employment.full_time_hours” to the table “parameters”",
      nl:
        "de uren van een voltijdbaan zijn niet bekend: zet een rij ‘employment.full_time_hours’ in de tabel ‘parameters’"
    ))

  private func noTariff(_ parameter: String) -> NotMeasurable {
    NotMeasurable(
      Text(
        "there is no tariff “\(parameter)” on \(period.last.text(in: .english)): add it to the table “parameters” with its source",
        nl:
          "er is geen tarief ‘\(parameter)’ op \(period.last.text(in: .dutch)): zet het met de bron in de tabel ‘parameters’"
      ))
  }
}
