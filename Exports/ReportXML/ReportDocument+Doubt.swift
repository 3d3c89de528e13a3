import ExportKit

extension ReportDocument {
  /// Writes how sure the ratio is.
  mutating func doubt(_ doubt: ReportDoubt) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "interval": String(doubt.isInterval), "seed": doubt.drawing.map { String($0.seed) },
      "draws": doubt.drawing.map { String($0.draws) },
    ]
    try block("doubt", attributes) { document in
      try document.figure("ratioLow", doubt.ratioLow)
      try document.figure("ratioMedian", doubt.ratioMedian)
      try document.figure("ratioHigh", doubt.ratioHigh)
      try document.figure("ratioMean", doubt.ratioMean)
      try document.figure("presentValueMean", doubt.presentValueMean)
      try document.figure("presentValueDeviation", doubt.presentValueDeviation)
      try document.figure("chanceBelowOne", doubt.chanceBelowOne)
      try document.figure("shareWithDoubt", doubt.shareWithDoubt)
      try document.text("method", doubt.method)
      for remark in doubt.remarks {
        try document.block("remark") { try $0.text("text", remark) }
      }
      for driver in doubt.drivers { try document.driver(driver) }
    }
  }

  private mutating func driver(_ driver: ReportDriver) throws {
    try block("driver", ["name": driver.id.description]) { document in
      try document.text("label", driver.label)
      for member in driver.members {
        try document.element("member", ["figure": member.description])
      }
      try document.figure("firstOrder", driver.firstOrder)
      try document.figure("totalEffect", driver.totalEffect)
    }
  }

  /// Writes what the ratio does when one thing changes.
  mutating func sensitivity(_ sensitivity: ReportSensitivity) throws {
    try block("sensitivity") { document in
      for swing in sensitivity.swings { try document.swing(swing) }
      for entry in sensitivity.switches { try document.switching(entry) }
      for scenario in sensitivity.scenarios { try document.scenario(scenario) }
      for convention in sensitivity.conventions {
        let attributes: KeyValuePairs<String, String?> = [
          "name": convention.id, "own": String(convention.isOwn),
        ]
        try document.block("convention", attributes) { document in
          try document.text("label", convention.label)
          try document.figure("ratio", convention.ratio)
        }
      }
    }
  }

  private mutating func swing(_ swing: ReportSwing) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "input": swing.input.description, "unit": code(of: swing.unit),
      "currency": currencyCode(of: swing.unit),
    ]
    try block("swing", attributes) { document in
      try document.text("label", swing.label)
      try document.number("low", swing.low)
      try document.number("high", swing.high)
      try document.figure("ratioAtLow", swing.ratioAtLow)
      try document.figure("ratioAtHigh", swing.ratioAtHigh)
    }
  }

  private mutating func switching(_ entry: ReportSwitch) throws {
    let unit = entry.values.first?.unit ?? .ratio
    let attributes: KeyValuePairs<String, String?> = [
      "input": entry.input.description, "unit": code(of: unit), "currency": currencyCode(of: unit),
    ]
    try block("switch", attributes) { document in
      try document.text("label", entry.label)
      try document.number("current", entry.current)
      for value in entry.values { try document.figure("switchingValue", value) }
    }
  }

  private mutating func scenario(_ scenario: ReportScenario) throws {
    try block("scenario", ["name": scenario.id.description]) { document in
      try document.element("title", text: scenario.title)
      for change in scenario.changes { try document.change(change) }
      try document.figure("presentValue", scenario.presentValue)
      try document.figure("inputsPresentValue", scenario.inputsPresentValue)
      try document.figure("ratio", scenario.ratio)
      try document.figure("difference", scenario.difference)
      for end in scenario.differenceInterval { try document.figure("differenceInterval", end) }
    }
  }

  private mutating func change(_ change: ReportScenario.Change) throws {
    let attributes: KeyValuePairs<String, String?> = [
      "figure": change.figure.description, "unit": code(of: change.unit),
      "currency": currencyCode(of: change.unit),
    ]
    try block("change", attributes) { document in
      if let from = change.from { try document.number("from", from) }
      try document.number("to", change.to)
      try document.optional("reason", change.reason)
    }
  }
}
