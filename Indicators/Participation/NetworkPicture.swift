import IndicatorKit

/// The network as it may be drawn: organisations that may be named by name, the others by domain.
struct NetworkPicture {
  /// The network.
  let map: NetworkMap

  /// Joins the organisations that may not be named to one node per domain.
  init(members: Rows<NetworkMember>, ties: Rows<Tie>) {
    var nodeOf: [RowID: String] = [:]
    var nodes: [NetworkMap.Node] = []
    let domains = Dictionary(
      members.map { ($0.id, $0.domain) }, uniquingKeysWith: { one, _ in one })
    for member in members.sorted(by: { $0.id < $1.id }) where nodeOf[member.id] == nil {
      guard member.isNamed == true else {
        nodeOf[member.id] = Self.node(of: member.domain)
        continue
      }
      nodeOf[member.id] = "member_" + member.id.description
      nodes.append(
        NetworkMap.Node(
          id: "member_" + member.id.description, label: Text(verbatim: member.name),
          group: member.domain.rawValue))
    }
    let known = Self.distinct(ties, among: domains)
    var inside: [String: Int] = [:]
    var between: [Pair: Int] = [:]
    for tie in known {
      guard let one = nodeOf[tie.first], let other = nodeOf[tie.second] else { continue }
      if one == other {
        inside[one, default: 0] += 1
      } else {
        between[Pair(first: min(one, other), second: max(one, other)), default: 0] += 1
      }
    }
    for domain in Domain.allCases {
      let unnamed = nodeOf.values.count { $0 == Self.node(of: domain) }
      guard unnamed > 0 else { continue }
      let hasNamed = nodes.contains { $0.group == domain.rawValue }
      nodes.append(
        NetworkMap.Node(
          id: Self.node(of: domain), label: hasNamed ? Self.others(domain) : domain.label,
          group: domain.rawValue, members: unnamed,
          tiesInside: inside[Self.node(of: domain)] ?? 0))
    }
    map = NetworkMap(
      label: Text("Who works together with whom", nl: "Wie met wie samenwerkt"),
      groups: Domain.allCases.map { NetworkMap.Group(id: $0.rawValue, label: $0.label) },
      nodes: nodes,
      ties: between.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }.map {
        NetworkMap.Tie($0.key.first, $0.key.second, count: $0.value)
      })
  }

  private struct Pair: Hashable {
    let first: String
    let second: String
  }

  private struct Link: Hashable {
    let first: RowID
    let second: RowID
  }

  /// The ties between two organisations of the table, each once.
  private static func distinct(_ ties: Rows<Tie>, among domains: [RowID: Domain]) -> Set<Link> {
    Set(
      ties.compactMap { tie in
        tie.one == tie.other || domains[tie.one] == nil || domains[tie.other] == nil
          ? nil : Link(first: min(tie.one, tie.other), second: max(tie.one, tie.other))
      })
  }

  private static func node(of domain: Domain) -> String { "domain_" + domain.rawValue }

  private static func others(_ domain: Domain) -> Text {
    Text("\(domain.label.english), others", nl: "\(domain.label.dutch), overige")
  }
}
