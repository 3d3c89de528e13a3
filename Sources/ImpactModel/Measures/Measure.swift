/// A measured value that keeps its parts, or the reason why it could not be measured.
public struct Measure: Sendable, Hashable, Codable {
  /// The parts of which a value is made.
  public enum Parts: Sendable, Hashable, Codable {
    /// A count.
    case count(Int)
    /// A sum over a number of rows.
    case sum(Double, rows: Int)
    /// A share; `unknown` of the things that were looked at could not be judged and are in
    /// neither part.
    case share(numerator: Double, denominator: Double, unknown: Double)
    /// A mean.
    case mean(sum: Double, count: Double)
    /// Anything else: the value, the numbers that it was made of, and the rule in words.
    case computed(Double, inputs: [NamedNumber], rule: Text)
  }

  /// What came of measuring.
  public enum Result: Sendable, Hashable, Codable {
    /// A value with its parts.
    case measured(Parts)
    /// No value, and why.
    case notMeasurable(Text)
  }

  /// The measure's card.
  public let card: MeasureCard
  /// What came of measuring.
  public let result: Result
  /// Where it comes from.
  public let origin: Origin
  /// The lowest and highest value that the assumptions allow, where the module gives them.
  public let range: ClosedRange<Double>?
  /// The value split by group, year or category.
  public let breakdowns: [Breakdown]
  /// Flows of money or goods behind the value.
  public let flows: [Flow]
  /// Things in order, the first place first.
  public let rankings: [Ranking]
  /// What a reader must know beside the value.
  public let notes: [Text]
  /// How many people stand behind the value, where the module gives it; it is never shown.
  public let people: Int?
  /// Rows behind the value for other programs, declared in the card of the indicator.
  public let details: [Detail]
  /// Who is tied to whom, where the value is about a network.
  public let network: NetworkMap?
  /// How a computed value follows from its inputs, where that is plain arithmetic.
  public let reckoning: Reckoning?

  /// Makes a measure; a card's own methods are the usual way.
  public init(
    card: MeasureCard, result: Result, origin: Origin, range: ClosedRange<Double>? = nil,
    breakdowns: [Breakdown] = [], flows: [Flow] = [], rankings: [Ranking] = [],
    notes: [Text] = [], people: Int? = nil, details: [Detail] = [], network: NetworkMap? = nil,
    reckoning: Reckoning? = nil
  ) {
    self.card = card
    self.origin = origin
    self.people = people
    self.details = details
    self.network = network
    self.range = range
    self.breakdowns = breakdowns
    self.flows = flows
    self.rankings = rankings
    self.notes = notes
    self.reckoning = reckoning.flatMap { Measure.follows(result, from: $0) ? $0 : nil }
    if case .measured(let parts) = result, Measure.value(of: parts) == nil {
      self.result = .notMeasurable(
        Text("its denominator is zero or too large", nl: "de noemer is nul of te groot"))
    } else {
      self.result = result
    }
  }

  /// The value, absent where it could not be measured.
  public var value: Double? {
    if case .measured(let parts) = result { Measure.value(of: parts) } else { nil }
  }

  /// Why there is no value.
  public var absence: Text? {
    if case .notMeasurable(let reason) = result { reason } else { nil }
  }

  /// The same measure with a breakdown added.
  public func broken(down breakdown: Breakdown) -> Measure {
    with(breakdowns: breakdowns + [breakdown])
  }

  /// The same measure with flows added.
  public func flowing(_ more: [Flow]) -> Measure { changed(flows: flows + more) }

  /// The same measure with a ranking added.
  public func ranking(_ ranking: Ranking) -> Measure { with(rankings: rankings + [ranking]) }

  /// The same measure with a note added.
  public func noting(_ note: Text) -> Measure { changed(notes: notes + [note]) }

  /// The same measure with rows behind its value, for other programs.
  public func detailed(_ detail: Detail) -> Measure { changed(details: details + [detail]) }

  /// The same measure with a network to draw.
  public func drawn(as network: NetworkMap) -> Measure { changed(network: network) }

  /// The same measure with the arithmetic by which its value follows from its inputs.
  ///
  /// Arithmetic that does not come to the value, to a billionth of it, is left out.
  public func reckoned(_ reckoning: Reckoning) -> Measure { changed(reckoning: reckoning) }

  /// The same measure with a range.
  public func ranging(_ range: ClosedRange<Double>) -> Measure { changed(range: range) }

  /// The same measure with the number of people behind it, on which the rule for small groups looks.
  public func of(people: Int) -> Measure { changed(people: people) }

  /// The same measure from another origin.
  public func with(origin: Origin) -> Measure { changed(origin: origin) }

  /// The same measure with nothing but its card: its origin and its notes tell how many there are.
  public func withheld(because reason: Text) -> Measure { card.notMeasurable(reason) }

  /// The same measure with other breakdowns.
  public func with(breakdowns: [Breakdown]) -> Measure { changed(breakdowns: breakdowns) }

  /// The same measure with other rankings.
  public func with(rankings: [Ranking]) -> Measure { changed(rankings: rankings) }

  /// The same measure with other details.
  public func with(details: [Detail]) -> Measure { changed(details: details) }

  private func changed(
    origin: Origin? = nil, people: Int? = nil, range: ClosedRange<Double>? = nil,
    breakdowns: [Breakdown]? = nil, flows: [Flow]? = nil,
    rankings: [Ranking]? = nil, notes: [Text]? = nil, details: [Detail]? = nil,
    network: NetworkMap? = nil, reckoning: Reckoning? = nil
  ) -> Measure {
    Measure(
      card: card, result: result, origin: origin ?? self.origin, range: range ?? self.range,
      breakdowns: breakdowns ?? self.breakdowns, flows: flows ?? self.flows,
      rankings: rankings ?? self.rankings, notes: notes ?? self.notes,
      people: people ?? self.people, details: details ?? self.details,
      network: network ?? self.network, reckoning: reckoning ?? self.reckoning)
  }

  private static func follows(_ result: Result, from reckoning: Reckoning) -> Bool {
    guard case .measured(.computed(let value, let inputs, _)) = result,
      let reckoned = reckoning.value(with: inputs)
    else { return false }
    let size = inputs.reduce(abs(value)) { max($0, abs($1.value)) }
    return abs(reckoned - value) <= 1e-9 * (abs(value) > 0 ? abs(value) : size)
  }

  private static func value(of parts: Parts) -> Double? {
    let value: Double
    switch parts {
    case .count(let count): value = Double(count)
    case .sum(let sum, _): value = sum
    case .share(let numerator, let denominator, _):
      value = denominator == 0 ? .nan : numerator / denominator
    case .mean(let sum, let count): value = count == 0 ? .nan : sum / count
    case .computed(let computed, _, _): value = computed
    }
    return value.isFinite ? value : nil
  }
}

/// A number with a name, an input of a computed measure.
public struct NamedNumber: Sendable, Hashable, Codable {
  /// One segment, unique in the measure.
  public let id: String
  /// What readers see.
  public let label: Text
  /// The number.
  public let value: Double
  /// What it counts.
  public let unit: Unit

  /// Names a number.
  public init(_ id: String, _ label: Text, _ value: Double, unit: Unit) {
    self.id = id
    self.label = label
    self.value = value
    self.unit = unit
  }
}

/// A value split along one dimension.
public struct Breakdown: Sendable, Hashable, Codable {
  /// One group of a breakdown.
  public struct Entry: Sendable, Hashable, Codable {
    /// One segment, or any short text where groups are the user's own.
    public let id: String
    /// What readers see.
    public let label: Text
    /// The value of the group.
    public let value: Double
    /// How many people stand behind it, where the breakdown is of people.
    public let people: Int?

    /// Makes a group.
    public init(id: String, label: Text, value: Double, people: Int? = nil) {
      self.id = id
      self.label = label
      self.value = value
      self.people = people
    }
  }

  /// How a breakdown is drawn.
  public enum Picture: Sendable, Hashable, Codable {
    /// Each group as a bar.
    case bars
    /// The groups as rounds, each with what is left of the one before it.
    case rounds
    /// The groups as leaks of a bucket, but for the one with this identifier, which stays in it.
    case bucket(keeping: String)
  }

  /// One segment: `target_group`, `year`, `category`.
  public let id: String
  /// What readers see.
  public let label: Text
  /// What the values count.
  public let unit: Unit
  /// The groups, in the order in which they are shown.
  public let entries: [Entry]
  /// How it is drawn, by exports that draw.
  public let picture: Picture

  /// Makes a breakdown.
  public init(
    id: String, label: Text, unit: Unit, entries: [Entry], picture: Picture = .bars
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.picture = picture
    self.entries = entries.filter(\.value.isFinite)
  }

  /// Whether its groups count people.
  public var countsPeople: Bool { entries.contains { $0.people != nil } }
}

/// An amount that goes from one place to another.
public struct Flow: Sendable, Hashable, Codable {
  /// Where it starts: one segment.
  public let from: String
  /// What readers see there.
  public let fromLabel: Text
  /// Where it ends: one segment.
  public let to: String
  /// What readers see there.
  public let toLabel: Text
  /// How much.
  public let amount: Double
  /// What it counts.
  public let unit: Unit
  /// Whether it stays in the neighbourhood; absent where that is unknown or beside the point.
  public let isNearby: Bool?

  /// Makes a flow.
  public init(
    from: String, _ fromLabel: Text, to: String, _ toLabel: Text, amount: Double, unit: Unit,
    isNearby: Bool? = nil
  ) {
    self.from = from
    self.fromLabel = fromLabel
    self.to = to
    self.toLabel = toLabel
    self.amount = amount.isFinite ? amount : 0
    self.unit = unit
    self.isNearby = isNearby
  }
}
