import ExportKit
import IndicatorKit
import Valuation

/// The numbers of a finished value map, for what computes with them again: doubt and what-ifs.
struct ReportedMap {
  /// The map at its most likely values.
  let map: ValueMap
  /// The numbers with a range, in the order of the tables.
  let numbers: [DoubtfulNumber]
  /// What the rows are called.
  private let descriptions: [RowID: String]

  /// Takes the numbers of a report, or gives `nil` where its ratio is absent.
  init?(_ valueMap: ReportValueMap, inputs: [ReportInput], in project: LoadedProject) {
    guard valueMap.ratio.value != nil,
      let map = ValueMap(valueMap, inputs: inputs, project: project.description)
    else { return nil }
    self.map = map
    let ofOutcomes = valueMap.rows.flatMap { ReportedMap.numbers(of: $0) }
    let ofInputs = inputs.flatMap { ReportedMap.numbers(of: $0) }
    numbers = ReportedMap.joined(ofOutcomes + ofInputs)
    descriptions = Dictionary(
      valueMap.rows.map { ($0.id, $0.description) } + inputs.map { ($0.id, $0.description) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The map with its doubts.
  var doubtful: DoubtfulMap { DoubtfulMap(map, doubts: numbers.flatMap(\.doubts)) }

  /// The figures of the report that are uncertain, at every place where they stand.
  var uncertainFigures: [FigureID] { numbers.flatMap(\.figures) }

  /// What readers see of a part: what it is, and of which row.
  func label(of part: MapPart) -> Text {
    switch part {
    case .row(let row, _), .input(let row):
      ReportedMap.label(part.label, of: descriptions[row] ?? row.description)
    case .everyRow, .discountRate: part.label
    }
  }

  /// The figures of the report that a part of the map is.
  func figures(of part: MapPart) -> [FigureID] {
    switch part {
    case .everyRow(let share):
      map.rows.map { FigureID(joining: "outcome", $0.id.description, share.rawValue) }
    case .row, .input, .discountRate: [part.id]
    }
  }

  private static func label(_ part: Text, of description: String) -> Text {
    Text("\(part.english): \(description)", nl: "\(part.dutch): \(description)")
  }

  /// The numbers with a range of an outcome; a proxy keeps one identifier wherever it is used.
  private static func numbers(of row: ReportOutcome) -> [DoubtfulNumber] {
    ReportOutcome.Given.allCases.compactMap { given in
      guard let estimate = row.estimate(of: given) else { return nil }
      let label = ReportedMap.label(
        given.label, of: given == .proxy ? row.proxyDescription : row.description)
      let proxyID = row.proxyID ?? row.id
      return DoubtfulNumber(
        given == .proxy
          ? FigureID(joining: "proxy", proxyID.description, "value") : row.id(of: given),
        label: label, unit: given.unit, estimate: estimate,
        at: .row(row.id, Doubt.Part(given)), sharedWith: row.sharedDoubts[given])
    }
  }

  private static func numbers(of input: ReportInput) -> [DoubtfulNumber] {
    ReportInput.Given.allCases.compactMap { given in
      guard let estimate = input.ranges[given], estimate.value != 0 else { return nil }
      return DoubtfulNumber(
        input.id(of: given), label: label(given.label, of: input.description),
        unit: given == .rate || input.kind == .cash ? .money : .count, estimate: estimate,
        at: .input(input.id, value: estimate.value), sharedWith: input.sharedDoubts[given])
    }
  }

  private static func joined(_ numbers: [DoubtfulNumber]) -> [DoubtfulNumber] {
    var joined: [DoubtfulNumber] = []
    var places: [FigureID: Int] = [:]
    for number in numbers {
      if let place = places[number.id] {
        joined[place].stand(at: number)
      } else {
        places[number.id] = joined.count
        joined.append(number)
      }
    }
    return joined
  }
}

extension ValueMap {
  /// Takes the numbers of a report's value map, or gives `nil` where one of them is absent.
  init?(_ reported: ReportValueMap, inputs: [ReportInput], project: ProjectDescription) {
    var rows: [Row] = []
    for outcome in reported.rows {
      guard let quantity = outcome.quantity, let deadweight = outcome.deadweight.share,
        let displacement = outcome.displacement.share, let attribution = outcome.attribution.share,
        let dropOff = outcome.dropOff.share
      else { return nil }
      rows.append(
        Row(
          id: outcome.id, quantity: quantity.value, proxy: outcome.proxy.value,
          deadweight: deadweight.value, displacement: displacement.value,
          attribution: attribution.value, dropOff: dropOff.value,
          firstPeriod: outcome.firstPeriod, benefitPeriods: outcome.benefitPeriods))
    }
    var amounts: [Input] = []
    for input in inputs {
      guard let amount = input.value.value else { return nil }
      amounts.append(Input(id: input.id, amount: amount, period: input.period))
    }
    self.init(
      rate: project.discountRate, benefitTiming: project.benefitTiming,
      inputTiming: project.inputTiming, rows: rows, inputs: amounts)
  }
}

extension Doubt.Part {
  /// The part that is the same number.
  init(_ given: ReportOutcome.Given) {
    switch given {
    case .quantity: self = .quantity
    case .proxy: self = .proxy
    case .deadweight: self = .deadweight
    case .displacement: self = .displacement
    case .attribution: self = .attribution
    case .dropOff: self = .dropOff
    }
  }
}

extension ReportOutcome.Given {
  /// What the number counts.
  var unit: Unit {
    switch self {
    case .quantity: .count
    case .proxy: .money
    case .deadweight, .displacement, .attribution, .dropOff: .percent
    }
  }
}
