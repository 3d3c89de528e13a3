import ExportKit

extension ReportDocument {
  /// Writes the value map: rows, discount factors, totals, waterfall and domains.
  mutating func valueMap(_ map: ReportValueMap) throws {
    try block("valueMap", ["periods": String(map.periods)]) { document in
      for row in map.rows { try document.outcome(row) }
      for row in map.unpriced { try document.unpriced(row) }
      try document.factors("benefitFactor", map.benefitFactors)
      try document.factors("inputFactor", map.inputFactors)
      for (index, figure) in map.benefitsPerPeriod.enumerated() {
        try document.figure("benefits", figure, period: index + 1)
      }
      try document.figure("presentValue", map.presentValue)
      try document.figure("inputsPresentValue", map.inputsPresentValue)
      try document.figure("netPresentValue", map.netPresentValue)
      try document.figure("ratio", map.ratio)
      try document.figure("netRatio", map.netRatio)
      for figure in map.payback { try document.figure("payback", figure) }
      try document.waterfall(map.waterfall)
      for (domain, presentValue) in map.domains {
        try document.block("domain", ["id": domain.rawValue]) { document in
          try document.text("label", domain.label)
          try document.figure("presentValue", presentValue)
        }
      }
    }
  }

  /// Writes a number that the author of the project gave, with its range.
  ///
  /// It is not computed, but gets an identifier all the same, so that a reader can name it.
  mutating func given(
    _ name: String, _ id: FigureID, _ estimate: Estimate, from origin: Origin,
    taken figure: FigureID? = nil, sharedDoubt: String? = nil, reason: String? = nil,
    unit: Unit? = nil
  ) throws {
    try claim(id, value: estimate.value)
    let attributes: KeyValuePairs<String, String?> = [
      "id": id.description, "from": figure?.description, "unit": unit.map { code(of: $0) },
      "currency": unit.flatMap { currencyCode(of: $0) }, "origin": reference(to: origin),
      "sharedDoubt": sharedDoubt,
    ]
    try block(name, attributes) { document in
      try document.estimate(estimate)
      try document.optional("reason", reason)
    }
  }

  private mutating func estimate(_ estimate: Estimate) throws {
    try number("value", estimate.value)
    if let low = estimate.low, let high = estimate.high {
      try number("low", low)
      try number("high", high)
      try optional("shape", estimate.shape?.rawValue)
    }
  }

  private mutating func outcome(_ row: ReportOutcome) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "id": row.id.description, "stakeholder": row.stakeholder.description,
      "intended": String(row.isIntended), "firstPeriod": String(row.firstPeriod),
      "benefitPeriods": String(row.benefitPeriods),
      "sampleSize": row.sampleSize.map(String.init),
      "weight": row.weight.map { DecimalText.exact($0) },
    ]
    try block("outcome", attributes) { document in
      try document.element("description", text: row.description)
      try document.optional("theme", row.theme)
      try document.optional("evidence", row.evidence)
      try document.optional("durationReason", row.durationReason)
      try document.quantity(of: row)
      try document.proxy(of: row)
      try document.deduction("deadweight", row.deadweight, .deadweight, of: row)
      try document.deduction("displacement", row.displacement, .displacement, of: row)
      try document.deduction("attribution", row.attribution, .attribution, of: row)
      try document.deduction("dropOff", row.dropOff, .dropOff, of: row)
      try document.figure("gross", row.gross)
      try document.figure("afterDeadweight", row.afterDeadweight)
      try document.figure("afterDisplacement", row.afterDisplacement)
      try document.figure("impact", row.impact)
      try document.periodValues(of: row)
      try document.figure("presentValue", row.presentValue)
    }
  }

  private mutating func quantity(of row: ReportOutcome) throws {
    let id = row.id(of: .quantity)
    try claim(id, value: row.quantity?.value)
    let attributes: KeyValuePairs<String, String?> = [
      "id": id.description, "from": row.quantityFrom?.description, "unit": row.quantityUnit,
      "origin": reference(to: row.origin(of: .quantity)),
      "sharedDoubt": row.sharedDoubts[.quantity],
    ]
    try block("quantity", attributes) { document in
      if let quantity = row.quantity {
        try document.estimate(quantity)
      } else {
        // The row keeps no reason of its own: the quantity is missing wherever the gross value is.
        try document.text("absent", row.gross.absence ?? Text(verbatim: ""))
      }
    }
  }

  private mutating func proxy(of row: ReportOutcome) throws {
    let id = row.id(of: .proxy)
    let proxy = row.estimate(of: .proxy)
    try claim(id, value: proxy?.value)
    let attributes: KeyValuePairs<String, String?> = [
      "id": id.description, "proxy": row.proxyID?.description,
      "currency": currencyCode(of: .money),
      "origin": reference(to: row.origin(of: .proxy)), "method": row.proxyMethod?.rawValue,
      "priceYear": row.priceYear.map(String.init),
      "priceFactor": row.priceFactor == 1 ? nil : DecimalText.exact(row.priceFactor),
      "sharedDoubt": row.sharedDoubts[.proxy],
    ]
    try block("proxy", attributes) { document in
      try document.element("description", text: row.proxyDescription)
      try document.element("source", text: row.proxySource)
      if let proxy {
        try document.estimate(proxy)
      } else {
        try document.text("absent", row.gross.absence ?? Text(verbatim: ""))
      }
      if let given = row.proxyGiven {
        try document.block("inSource") { try $0.estimate(given) }
      }
    }
  }

  /// Writes an outcome that is held as intrinsic or excluded pending evidence.
  private mutating func unpriced(_ row: ReportUnpricedOutcome) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "id": row.id.description, "stakeholder": row.stakeholder.description,
      "state": row.state.rawValue, "intended": String(row.isIntended),
      "weight": row.weight.map { DecimalText.exact($0) },
    ]
    try block("unpriced", attributes) { document in
      try document.element("description", text: row.description)
      try document.optional("theme", row.theme)
      try document.optional("reason", row.reason)
      try document.optional("evidence", row.evidence)
      try document.figure("unpricedQuantity", row.quantity)
    }
  }

  private mutating func deduction(
    _ name: String, _ deduction: ReportOutcome.Deduction, _ kind: ReportOutcome.Given,
    of row: ReportOutcome
  ) throws {
    guard let share = deduction.share else { return }
    try given(
      name, row.id(of: kind), share, from: row.origin(of: kind),
      sharedDoubt: row.sharedDoubts[kind], reason: deduction.reason)
  }

  /// Writes the value of each period, and nothing at all where the row has no value: the zeros of
  /// periods without a benefit must not stand for a value that could not be had.
  private mutating func periodValues(of row: ReportOutcome) throws {
    guard row.impact.value != nil else { return }
    for (index, value) in row.valuePerPeriod.enumerated() {
      try number(
        "periodValue", value,
        ["period": String(index + 1), "currency": currencyCode(of: .money)])
    }
  }

  private mutating func factors(_ name: String, _ factors: [Double]) throws {
    for (index, factor) in factors.enumerated() {
      try number(name, factor, ["period": String(index + 1)])
    }
  }

  /// Writes the steps from gross to present value; a step that stands elsewhere is referred to.
  private mutating func waterfall(_ steps: [Figure]) throws {
    try block("waterfall") { document in
      for step in steps {
        if document.holds(step) {
          try document.element("sameAs", ["figure": step.id.description])
        } else {
          try document.figure("step", step)
        }
      }
    }
  }
}
