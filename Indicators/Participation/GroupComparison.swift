import IndicatorKit

/// Residents who took part and all residents by group, with small groups put together.
///
/// A group of one to four participants is joined with the next smallest ones until it has five, so
/// that no figure can be turned back into a group of fewer.
struct GroupComparison {
  /// One group, or several put together.
  struct Cell {
    var id: String
    var label: Text
    var participants: Int
    var residents: Int
    /// Who took part, is of the group and is not known to live in the neighbourhood.
    var others: Int
  }

  /// The groups; several put together come last.
  let cells: [Cell]
  /// Whether groups were put together.
  let isMerged: Bool

  /// Puts small groups together.
  init(_ all: [Cell]) {
    let small = all.filter { !SmallGroups.isShown($0.participants) }
    guard !small.isEmpty else {
      cells = all
      isMerged = false
      return
    }
    var kept = all.filter { SmallGroups.isShown($0.participants) }
    var rest = Cell(
      id: "other", label: Text("Other", nl: "Overig"), participants: 0, residents: 0, others: 0)
    func adding(_ cell: Cell, to sum: Cell) -> Cell {
      var sum = sum
      sum.participants += cell.participants
      sum.residents += cell.residents
      sum.others += cell.others
      return sum
    }
    rest = small.reduce(rest) { adding($1, to: $0) }
    while rest.participants < SmallGroups.fewest,
      let next = kept.indices.filter({ kept[$0].participants > 0 }).min(by: {
        kept[$0].participants < kept[$1].participants
      })
    {
      rest = adding(kept.remove(at: next), to: rest)
    }
    cells = kept + [rest]
    isMerged = true
  }

  /// How many residents took part.
  var people: Int { cells.reduce(0) { $0 + $1.participants } }

  /// How closely they resemble the neighbourhood; `nil` below two groups.
  var likeness: Representativeness? {
    cells.count < 2
      ? nil
      : Representativeness(
        participants: cells.map(\.participants), population: cells.map(\.residents))
  }

  /// The share of its residents below which a group is said to take part too little: the
  /// four-fifths rule of thumb.
  static let fewestShare = 0.8

  /// The groups with less than four fifths of their share of residents among the participants.
  var underrepresented: [Cell] {
    guard let likeness else { return [] }
    return zip(cells, likeness.ratios).filter { _, ratio in
      ratio.map { $0 < Self.fewestShare } ?? false
    }.map(\.0)
  }

  /// Whether a group would have fewer than five participants if all took part alike, so that an
  /// effect size says little.
  var hasFewExpected: Bool {
    let residents = cells.reduce(0) { $0 + $1.residents }
    return cells.contains { cell in
      cell.residents > 0
        && Double(people) * Double(cell.residents) < Double(SmallGroups.fewest * residents)
    }
  }

  /// Whether a group without residents has participants, so that some numbers are undefined.
  var hasStrangers: Bool { cells.contains { $0.residents == 0 && $0.participants > 0 } }

  /// Whether all participants by the same groups, beside this, would tell of one to four people
  /// of a group that they are not known to live in the neighbourhood.
  var tellsOfOthers: Bool { !cells.allSatisfy { SmallGroups.isShown($0.others) } }

  /// Each group's share of participants over its share of residents; `nil` below two groups.
  var ratios: Breakdown? {
    guard let likeness else { return nil }
    let entries = zip(cells, likeness.ratios).compactMap { cell, ratio in
      ratio.map { Breakdown.Entry(id: cell.id, label: cell.label, value: $0) }
    }
    return Breakdown(
      id: "participation_ratio",
      label: Text(
        "Share of participants over share of residents",
        nl: "Aandeel in de deelnemers gedeeld door aandeel in de buurt"), unit: .ratio,
      entries: entries)
  }
}
