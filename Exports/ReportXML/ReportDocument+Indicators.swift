import ExportKit

extension ReportDocument {
  /// Writes the indicators in use; measures are generic, so that any module fits the schema.
  mutating func indicators(_ indicators: [ReportIndicator]) throws {
    try block("indicators") { document in
      for indicator in indicators {
        let attributes: KeyValuePairs<String, String?> = [
          "id": indicator.id, "version": indicator.version,
        ]
        try document.block("indicator", attributes) { document in
          try document.text("title", indicator.title)
          try document.text("summary", indicator.summary)
          for reference in indicator.references {
            try document.element(
              "reference", ["version": reference.version], text: reference.citation)
          }
          for measure in indicator.measures {
            try document.measure(measure, of: indicator.id)
          }
        }
      }
    }
  }

  private mutating func measure(_ entry: ReportMeasure, of indicator: String) throws {
    let measure = entry.measure
    let card = measure.card
    try claim(entry.id, value: measure.value)
    let attributes: KeyValuePairs<String, String?> = [
      "id": entry.id.description, "kind": card.kind.rawValue,
      "unit": code(of: card.unit), "currency": currencyCode(of: card.unit),
      "direction": card.direction.rawValue, "aggregation": card.aggregation.rawValue,
      "feedsValueMap": String(card.feedsValueMap), "countsPeople": String(card.countsPeople),
      "countsVolunteerHours": String(card.countsVolunteerHours),
      "incomplete": String(entry.isIncomplete), "origin": reference(to: measure.origin),
    ]
    try block("measure", attributes) { document in
      try document.text("label", card.label)
      try document.text("help", card.help)
      switch measure.result {
      case .measured(let parts):
        try document.number("value", measure.value ?? .nan)
        try document.block("parts") { try $0.parts(parts) }
      case .notMeasurable(let reason):
        try document.text("absent", reason)
      }
      if let range = measure.range {
        try document.block("range") { document in
          try document.number("low", range.lowerBound)
          try document.number("high", range.upperBound)
        }
      }
      for breakdown in measure.breakdowns { try document.breakdown(breakdown, of: measure) }
      for flow in measure.flows { try document.flow(flow) }
      for ranking in measure.rankings { try document.ranking(ranking) }
      if let network = measure.network { try document.network(network) }
      for note in measure.notes {
        try document.block("note") { try $0.text("text", note) }
      }
      for detail in measure.details { try document.detail(detail, of: indicator) }
    }
  }

  private mutating func parts(_ parts: Measure.Parts) throws {
    switch parts {
    case .count(let count):
      try element("count", text: String(count))
    case .sum(let sum, let rows):
      try number("sum", sum, ["rows": String(rows)])
    case .share(let numerator, let denominator, let unknown):
      try number("numerator", numerator)
      try number("denominator", denominator)
      try number("unknown", unknown)
    case .mean(let sum, let count):
      try number("total", sum)
      try number("number", count)
    case .computed(_, let inputs, let rule):
      try text("rule", rule)
      for input in inputs { try part(input) }
    }
  }

  private mutating func part(_ input: NamedNumber) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "name": input.id, "unit": code(of: input.unit), "currency": currencyCode(of: input.unit),
    ]
    try block("part", attributes) { document in
      try document.text("label", input.label)
      try document.number("value", input.value)
    }
  }

  private mutating func breakdown(_ breakdown: Breakdown, of measure: Measure) throws {
    try entries(
      "breakdown", breakdown.id, breakdown.label, breakdown.unit, entries: breakdown.entries,
      isWhole: breakdown.isWhole(of: measure))
  }

  private mutating func ranking(_ ranking: Ranking) throws {
    try entries("ranking", ranking.id, ranking.label, ranking.unit, entries: ranking.entries)
  }

  private mutating func entries(
    _ element: String, _ id: String, _ label: Text, _ unit: Unit, entries: [Breakdown.Entry],
    isWhole: Bool = false
  ) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "name": id, "unit": code(of: unit), "currency": currencyCode(of: unit),
      "whole": isWhole ? "true" : nil,
    ]
    try block(element, attributes) { document in
      try document.text("label", label)
      for entry in entries {
        let attributes: KeyValuePairs<String, String?> = [
          "name": entry.id, "people": entry.people.map(String.init),
        ]
        try document.block("entry", attributes) { document in
          try document.text("label", entry.label)
          try document.number("value", entry.value)
        }
      }
    }
  }

  private mutating func flow(_ flow: Flow) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "from": flow.from, "to": flow.to, "unit": code(of: flow.unit),
      "currency": currencyCode(of: flow.unit),
    ]
    try block("flow", attributes) { document in
      try document.text("fromLabel", flow.fromLabel)
      try document.text("toLabel", flow.toLabel)
      try document.number("value", flow.amount)
    }
  }

  private mutating func network(_ network: NetworkMap) throws {
    try block("network") { document in
      try document.text("label", network.label)
      for group in network.groups {
        try document.block("group", ["name": group.id]) { try $0.text("label", group.label) }
      }
      for node in network.nodes {
        let attributes: KeyValuePairs<String, String?> = [
          "name": node.id, "group": node.group, "members": String(node.members),
          "tiesInside": String(node.tiesInside),
        ]
        try document.block("node", attributes) { try $0.text("label", node.label) }
      }
      for tie in network.ties {
        try document.element(
          "tie", ["one": tie.one, "other": tie.other, "count": String(tie.count)], text: "")
      }
    }
  }
}
