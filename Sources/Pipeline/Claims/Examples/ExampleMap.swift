import ExportKit

/// A small made-up project: only what the over-claiming checks look at, and no more.
struct ExampleMap: Sendable, Hashable {
  struct Stakeholder: Sendable, Hashable {
    var id: String
    var name: String
    var domain: Domain
    var groupSize: Int
    var isIncluded = true
    var involved: Int?
  }

  struct Input: Sendable, Hashable {
    var id: String
    var stakeholder: String
    var description: String
    var kind: ReportInput.Kind
    var quantity: Double
    var rate: Double = 1
  }

  struct Share: Sendable, Hashable {
    var value: Double
    var reason: String?

    init(_ value: Double, _ reason: String?) {
      self.value = value
      self.reason = reason
    }
  }

  struct Outcome: Sendable, Hashable {
    var id: String
    var stakeholder: String
    var description: String
    var isIntended = true
    var evidence: String?
    var sampleSize: Int?
    var quantity: Estimate
    var unit: String
    var proxyID: String
    var proxyDescription: String
    var proxy: Estimate
    var source: String
    var method: ValuationMethod
    var priceYear: Int? = 2025
    var deadweight: Share
    var displacement: Share
    var attribution: Share
    var dropOff: Share
    var benefitPeriods = 1
    var durationReason: String?
  }

  struct Unpriced: Sendable, Hashable {
    var id: String
    var stakeholder: String
    var description: String
    var isIntended: Bool
    var reason: String
  }

  var summary: String
  var perspective = ProjectDescription.Perspective.evaluation
  var discountRate = 0.0225
  var stakeholders: [Stakeholder]
  var inputs: [Input]
  var outcomes: [Outcome]
  var unpriced: [Unpriced] = []

  /// The rate that the examples take for the standard of the country.
  static let standardDiscountRate = 0.0225

  /// Changes one outcome.
  mutating func change(_ id: String, _ change: (inout Outcome) -> Void) {
    guard let index = outcomes.firstIndex(where: { $0.id == id }) else { return }
    change(&outcomes[index])
  }

  /// Changes every outcome.
  mutating func changeAll(_ change: (inout Outcome) -> Void) {
    for index in outcomes.indices { change(&outcomes[index]) }
  }
}
