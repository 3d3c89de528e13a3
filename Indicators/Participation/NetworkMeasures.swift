import IndicatorKit

/// How organisations of the four domains work together.
struct NetworkMeasures {
  static let density = MeasureCard(
    "network_density", Text("Pairs that work together", nl: "Paren die samenwerken"),
    help: Text(
      "Ties between organisations out of all pairs that are possible, in all and within and across domains. The picture names the organisations that may be named; the others stand there by domain.",
      nl:
        "Samenwerkingen tussen organisaties, van alle paren die mogelijk zijn, in totaal en binnen en tussen domeinen. De tekening noemt de organisaties die genoemd mogen worden; de andere staan er per domein."
    ),
    kind: .share, direction: .neutral, aggregation: .none)

  static let acrossDomains = MeasureCard(
    "network_across", Text("Ties across domains", nl: "Samenwerking tussen domeinen"),
    help: Text(
      "Ties between organisations of two different domains, out of all ties.",
      nl: "Samenwerkingen tussen organisaties uit twee verschillende domeinen, van alle."),
    kind: .share, aggregation: .pooled)

  static let externalInternal = MeasureCard(
    "network_ei_index", Text("E-I index", nl: "E-I-index"),
    help: Text(
      "Ties across domains less ties within them, over all ties: −1 is only within, 1 only across.",
      nl:
        "Samenwerkingen tussen domeinen min die erbinnen, gedeeld door alle: −1 is alleen erbinnen, 1 alleen ertussen."
    ),
    kind: .computed, unit: .likeness, direction: .neutral, aggregation: .none)

  static let linkedPairs = MeasureCard(
    "network_linked_domains", Text("Pairs of domains that are linked", nl: "Verbonden domeinparen"),
    help: Text(
      "Pairs of domains with at least one tie, out of the six pairs of the four domains.",
      nl: "Paren van domeinen met minstens één samenwerking, van de zes paren van vier domeinen."),
    kind: .share, aggregation: .none)

  static let centralisation = MeasureCard(
    "network_centralisation", Text("Centralisation", nl: "Centralisatie"),
    help: Text(
      "How far the ties hang on one organisation: the sum of the differences with the highest number of ties, over the highest sum possible; 0 is evenly spread, 1 a star.",
      nl:
        "In hoeverre de samenwerking aan één organisatie hangt: de som van de verschillen met het hoogste aantal, gedeeld door de hoogst mogelijke som; 0 is gelijk verdeeld, 1 een ster."
    ),
    kind: .computed, unit: .likeness, direction: .neutral, aggregation: .none)

  static let cards = [density, acrossDomains, externalInternal, linkedPairs, centralisation]

  private let network: Network
  private let picture: NetworkMap
  private let origin: Origin
  private let missing: MissingTables

  /// Joins the ties to the organisations.
  init(members: Rows<NetworkMember>, ties: Rows<Tie>, missing: MissingTables) {
    network = Network(
      domains: Dictionary(members.map { ($0.id, $0.domain) }, uniquingKeysWith: { one, _ in one }),
      ties: ties.map { ($0.one, $0.other) })
    picture = NetworkPicture(members: members, ties: ties).map
    origin = .combined([
      .selection(members.selection(columns: ["id", "domain"])),
      .selection(ties.selection(columns: ["one", "other"])),
    ])
    self.missing = missing
  }

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.density.attempt(measureDensity), Self.acrossDomains.attempt(measureAcross),
      Self.externalInternal.attempt(measureIndex), Self.linkedPairs.attempt(measurePairs),
      Self.centralisation.attempt(measureCentralisation),
    ]
  }

  private func measureDensity() throws(NotMeasurable) -> Measure {
    try requireMembers()
    let across = network.possible - network.possibleWithin
    let parts: [(String, Text, Int, Int)] = [
      (
        "within", Text("Within domains", nl: "Binnen domeinen"), network.tiesWithin,
        network.possibleWithin
      ),
      ("across", Text("Across domains", nl: "Tussen domeinen"), network.tiesAcross, across),
    ]
    let entries = parts.filter { $0.3 > 0 }.map { id, label, ties, possible in
      Breakdown.Entry(id: id, label: label, value: Double(ties) / Double(possible))
    }
    return Self.density.share(
      numerator: Double(network.ties), denominator: Double(network.possible), from: origin
    ).broken(
      down: Breakdown(
        id: "where", label: Text("Where", nl: "Waar"), unit: .percent, entries: entries)
    ).drawn(as: picture)
  }

  private func measureAcross() throws(NotMeasurable) -> Measure {
    try requireTies()
    let flows = Network.pairsOfDomains.compactMap { pair in
      network.tiesByPair[pair].map { ties in
        Flow(
          from: pair.first.rawValue, pair.first.label, to: pair.second.rawValue, pair.second.label,
          amount: Double(ties), unit: .count)
      }
    }
    return Self.acrossDomains.share(
      numerator: Double(network.tiesAcross), denominator: Double(network.ties), from: origin
    ).flowing(flows).noting(Self.noDirection)
  }

  private func measureIndex() throws(NotMeasurable) -> Measure {
    try requireTies()
    guard let index = network.externalInternalIndex else { throw Self.noTies }
    return Self.externalInternal.computed(
      index,
      inputs: [
        NamedNumber(
          "across", Text("Ties across domains", nl: "Samenwerkingen tussen domeinen"),
          Double(network.tiesAcross), unit: .count),
        NamedNumber(
          "within", Text("Ties within a domain", nl: "Samenwerkingen binnen een domein"),
          Double(network.tiesWithin), unit: .count),
      ],
      rule: Text(
        "(across − within) ÷ (across + within)", nl: "(ertussen − erbinnen) ÷ (ertussen + erbinnen)"
      ),
      from: origin
    ).reckoned(.quotient(.difference("across", "within"), .sum(["across", "within"])))
  }

  private func measurePairs() throws(NotMeasurable) -> Measure {
    try requireMembers()
    return Self.linkedPairs.share(
      numerator: Double(network.linkedPairs),
      denominator: Double(Network.pairsOfDomains.count), from: origin)
  }

  private func measureCentralisation() throws(NotMeasurable) -> Measure {
    try requireMembers()
    guard let value = network.centralisation else { throw Self.tooFewMembers }
    return Self.centralisation.computed(
      value,
      inputs: [
        NamedNumber(
          "organisations", Text("Organisations", nl: "Organisaties"), Double(network.members),
          unit: .count),
        NamedNumber(
          "most_ties", Text("Ties of the best connected", nl: "Samenwerkingen van de drukste"),
          Double(network.degrees.max() ?? 0), unit: .count),
      ],
      rule: Text(
        "Σ (most ties − ties of each) ÷ ((organisations − 1) × (organisations − 2))",
        nl: "Σ (hoogste aantal − aantal van elke) ÷ ((organisaties − 1) × (organisaties − 2))"),
      from: origin)
  }

  private func requireMembers() throws(NotMeasurable) {
    try missing.requireNetwork()
    if network.members < 2 { throw Self.tooFewMembers }
  }

  private func requireTies() throws(NotMeasurable) {
    try requireMembers()
    if network.ties == 0 { throw Self.noTies }
  }

  private static let noDirection = Text(
    "A tie has no direction; it is drawn from one domain to the other in a fixed order.",
    nl: "Een samenwerking heeft geen richting; zij is in een vaste volgorde getekend.")

  private static let noTies = NotMeasurable(
    Text("no organisations are tied", nl: "er zijn geen samenwerkingen"))

  private static let tooFewMembers = NotMeasurable(
    Text(
      "the table “network_members” has too few organisations",
      nl: "de tabel ‘network_members’ heeft te weinig organisaties"))
}
