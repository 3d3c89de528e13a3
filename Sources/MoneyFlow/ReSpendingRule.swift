import ImpactModel

/// An answer or an assumption about what recipients spend again in the neighbourhood.
public struct ReSpendingAnswer: Sendable, Hashable {
  /// For whom an answer speaks.
  public enum Scope: Sendable, Hashable {
    /// One recipient.
    case recipient(Int)
    /// The recipients of one category.
    case category(String)
    /// All recipients.
    case everyone
  }

  /// For whom it speaks.
  public let scope: Scope
  /// The share, a fraction, with the range that its source gives.
  public let share: Estimate
  /// Whether it was asked; otherwise it is assumed.
  public let isSurveyed: Bool
  /// How many answers the share is the mean of, at least 1.
  public let answers: Int

  /// Makes an answer.
  public init(scope: Scope, share: Estimate, isSurveyed: Bool, answers: Int = 1) {
    self.scope = scope
    self.share = share
    self.isSurveyed = isSurveyed
    self.answers = max(1, answers)
  }
}

/// Finds the re-spending of recipients on one side of the neighbourhood's boundary.
///
/// The recipient's own answer; else the mean of enough answers in its category, else of enough
/// answers given for everyone; else a declared assumption for the recipient, its category, everyone;
/// else absent. Fewer answers than enough stand for nobody else (nef: from five surveys on the mean
/// of the answers is applied to the whole amount, below five each is computed by itself).
public struct ReSpendingRule: Sendable {
  private let answers: [ReSpendingAnswer]
  private let categories: [Int: String]
  private let enough: Int

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - answers: the answers of and for recipients on this side of the boundary.
  ///   - categories: the category of each recipient on this side; answers of others are no peers'.
  ///   - enough: how many answers may stand for those who were not asked.
  public init(_ answers: [ReSpendingAnswer], categories: [Int: String], enough: Int = 5) {
    self.answers = answers
    self.categories = categories
    self.enough = enough
  }

  /// The re-spending of a recipient.
  public func respending(of recipient: Int) -> ReSpending {
    let category = categories[recipient]
    let own = answers.filter { $0.scope == .recipient(recipient) }
    let forCategory = answers.filter {
      category != nil && $0.scope == category.map { .category($0) }
    }
    let forEveryone = answers.filter { $0.scope == .everyone }
    let peers = answers.filter { answer in
      guard case .recipient(let other) = answer.scope, let category else { return false }
      return categories[other] == category
    }
    return Self.mean(own.filter(\.isSurveyed), .surveyed)
      ?? sufficient(forCategory + peers) ?? sufficient(forEveryone)
      ?? Self.mean(own.filter { !$0.isSurveyed }, .assumed)
      ?? Self.mean(forCategory.filter { !$0.isSurveyed }, .assumed)
      ?? Self.mean(forEveryone.filter { !$0.isSurveyed }, .assumed)
      ?? .absent
  }

  private func sufficient(_ answers: [ReSpendingAnswer]) -> ReSpending? {
    let surveyed = answers.filter(\.isSurveyed)
    let count = surveyed.reduce(0) { $0.addingReportingOverflow($1.answers).partialValue }
    return count >= enough ? Self.mean(surveyed, .surveyed) : nil
  }

  /// The mean of answers, each as often as it was given.
  private static func mean(
    _ answers: [ReSpendingAnswer], _ provenance: ReSpending.Provenance
  ) -> ReSpending? {
    let count = answers.reduce(0.0) { $0 + Double($1.answers) }
    guard count > 0 else { return nil }
    func mean(_ value: (ReSpendingAnswer) -> Double) -> Double {
      answers.reduce(0.0) { $0 + value($1) * Double($1.answers) } / count
    }
    let share = mean(\.share.value)
    // Rounding may put the mean of equal numbers a last bit outside its own range.
    let low = min(share, mean { $0.share.low ?? $0.share.value })
    let high = max(share, mean { $0.share.high ?? $0.share.value })
    guard low <= high else { return nil }
    return ReSpending(share, in: low...high, provenance)
  }
}
