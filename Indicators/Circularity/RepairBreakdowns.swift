import IndicatorKit

/// What things brought for repair are, what came of them, and what stood in the way.
struct RepairBreakdowns {
  let rows: Rows<Repair>

  /// The breakdowns of the things brought; one of which nothing was noted is left out.
  var all: [Breakdown] { [outcomes, kinds] + (barriers.map { [$0] } ?? []) }

  private var outcomes: Breakdown {
    Breakdown(
      id: "outcome", label: Text("Outcome", nl: "Uitkomst"), unit: .count,
      entries: RepairStatus.allCases.map { status in
        entry(status.rawValue, status.label, rows.count { $0.repairStatus == status })
      })
  }

  private var kinds: Breakdown {
    var counts: [RepairKind: Int] = [:]
    for row in rows { if let kind = row.footprintKind { counts[kind, default: 0] += 1 } }
    let known = RepairKind.allCases.compactMap { kind in
      counts[kind].map { entry(kind.rawValue, kind.label, $0) }
    }
    let others = rows.count { $0.footprintKind == nil }
    let rest = entry("no_kind", Text("No known kind", nl: "Geen bekende soort"), others)
    return Breakdown(
      id: "brought_kind", label: Text("Kind", nl: "Soort"), unit: .count,
      entries: known + (others > 0 ? [rest] : []))
  }

  private var barriers: Breakdown? {
    let ended = rows.filter { $0.repairStatus == .endOfLife }
    guard ended.contains(where: { $0.barrier != nil }) else { return nil }
    let known = RepairBarrier.allCases.map { barrier in
      entry(barrier.rawValue, barrier.label, ended.count { $0.barrier == barrier })
    }
    let unknown = entry(
      "not_noted", Text("Not noted", nl: "Niet genoteerd"), ended.count { $0.barrier == nil })
    return Breakdown(
      id: "barrier",
      label: Text(
        "What stood in the way, at the end of life", nl: "Wat in de weg stond, bij einde levensduur"
      ),
      unit: .count, entries: known + [unknown])
  }

  private func entry(_ id: String, _ label: Text, _ count: Int) -> Breakdown.Entry {
    Breakdown.Entry(id: id, label: label, value: Double(count))
  }
}

extension Repair {
  /// The kind by which its footprint is known: the one filled in, or the one that it is called.
  var footprintKind: RepairKind? { kind ?? RepairKind(named: productCategory) }
}
