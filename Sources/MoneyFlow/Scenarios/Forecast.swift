import ImpactModel

/// A payment that is planned.
public struct PlannedPayment: Sendable, Hashable {
  /// What is paid, at least 0, with the range that it has.
  public let amount: Estimate
  /// The share of it that is paid in the neighbourhood, a fraction.
  public let localShare: Estimate
  /// What those who are paid spend again in the neighbourhood.
  public let respending: ReSpending

  /// Makes a payment.
  public init(amount: Estimate, localShare: Estimate, respending: ReSpending) {
    self.amount = amount
    self.localShare = localShare
    self.respending = respending
  }
}

/// The local multiplier of a plan, before a project starts.
///
/// The first round is the budget. The range sets each amount, local share and share of re-spending to
/// the lowest and highest that its source gives; a share of re-spending that nobody knows lies
/// between 0 and 1.
public struct Forecast: Sendable, Hashable {
  /// The rounds.
  public let multiplier: LocalMultiplier
  /// The lowest and highest multiplier.
  public let range: ClosedRange<Double>

  /// Makes a forecast, or `nil` where there is no budget or a number is not usable.
  ///
  /// - Parameters:
  ///   - budget: the first round, above 0.
  ///   - payments: what is planned to be paid of it.
  public init?(budget: Double, payments: [PlannedPayment]) {
    guard
      payments.allSatisfy({ payment in
        (payment.amount.low ?? payment.amount.value) >= 0
          && (payment.localShare.low ?? payment.localShare.value) >= 0
          && (payment.localShare.high ?? payment.localShare.value) <= 1
      }),
      let multiplier = LocalMultiplier(
        income: budget,
        local: payments.map {
          .init(amount: $0.amount.value * $0.localShare.value, respending: $0.respending)
        })
    else { return nil }
    let low = payments.reduce(0.0) { sum, payment in
      let amount = payment.amount.low ?? payment.amount.value
      let share = payment.localShare.low ?? payment.localShare.value
      return sum + amount * share * (1 + payment.respending.low)
    }
    let high = payments.reduce(0.0) { sum, payment in
      let amount = payment.amount.high ?? payment.amount.value
      let share = payment.localShare.high ?? payment.localShare.value
      return sum + amount * share * (1 + payment.respending.high)
    }
    let bounds = (1 + low / budget, 1 + high / budget)
    guard bounds.0.isFinite, bounds.1.isFinite else { return nil }
    self.multiplier = multiplier
    range = min(bounds.0, multiplier.value)...max(bounds.1, multiplier.value)
  }
}
