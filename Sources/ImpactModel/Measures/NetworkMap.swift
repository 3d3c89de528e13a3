/// Things in groups and the ties between them, without a direction: who works together with whom.
///
/// A node may stand for several things of one group, with the ties among them inside it.
public struct NetworkMap: Sendable, Hashable, Codable {
  /// One thing, or several of one group.
  public struct Node: Sendable, Hashable, Codable {
    /// One segment, unique in the network.
    public let id: String
    /// What readers see.
    public let label: Text
    /// The identifier of its group.
    public let group: String
    /// How many things it stands for, 1 or more.
    public let members: Int
    /// How many ties run among those things.
    public let tiesInside: Int

    /// Makes a node.
    public init(id: String, label: Text, group: String, members: Int = 1, tiesInside: Int = 0) {
      self.id = id
      self.label = label
      self.group = group
      self.members = max(1, members)
      self.tiesInside = max(0, tiesInside)
    }
  }

  /// The ties between two nodes.
  public struct Tie: Sendable, Hashable, Codable {
    /// The identifier of one node.
    public let one: String
    /// The identifier of the other.
    public let other: String
    /// How many there are.
    public let count: Int

    /// Makes a tie.
    public init(_ one: String, _ other: String, count: Int = 1) {
      self.one = one
      self.other = other
      self.count = count
    }
  }

  /// A group of nodes.
  public struct Group: Sendable, Hashable, Codable {
    /// One segment, unique in the network.
    public let id: String
    /// What readers see.
    public let label: Text

    /// Makes a group.
    public init(id: String, label: Text) {
      self.id = id
      self.label = label
    }
  }

  /// What the picture shows.
  public let label: Text
  /// The groups, in the order in which they are shown.
  public let groups: [Group]
  /// The nodes: in the order of their groups, and within one in the order given.
  public let nodes: [Node]
  /// The ties between two different nodes that are there, in the order given.
  public let ties: [Tie]

  /// Makes a network; nodes without a group, doubled nodes and ties of nodes that are not there
  /// are left out.
  public init(label: Text, groups: [Group], nodes: [Node], ties: [Tie]) {
    var seen: Set<String> = []
    let sorted = groups.flatMap { group in nodes.filter { $0.group == group.id } }
      .filter { seen.insert($0.id).inserted }
    self.label = label
    self.groups = groups
    self.nodes = sorted
    self.ties = ties.filter {
      $0.count > 0 && $0.one != $0.other && seen.contains($0.one) && seen.contains($0.other)
    }
  }
}
