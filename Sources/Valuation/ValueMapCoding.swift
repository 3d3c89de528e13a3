/// How a value map of the usual form codes when an outcome starts and how long it lasts.
///
/// The form asks for “duration: how long it lasts after the end of the activity” and “outcomes
/// start: 1 in the period of the activity, 2 in the period after it” (Cabinet Office, A Guide to
/// Social Return on Investment, 2009, and the value map of Social Value International). With a
/// start in the period of the activity this has two readings, so that who writes or reads such a
/// map must say which one is meant. The activity takes one period.
public struct ValueMapCoding: Sendable, Hashable {
  /// What a duration counts where the outcome starts in the period of the activity.
  public enum Reading: Sendable, Hashable, CaseIterable {
    /// Every period with a benefit: 1 is the period of the activity alone.
    case allPeriods
    /// Only the periods after the activity: 1 is its own period and one more.
    case afterActivity
  }

  /// 1 for a start in the period of the activity, 2 for one in the period after it.
  public let startsIn: Int
  /// The duration in periods, at least 0.
  public let duration: Int

  /// Takes the coding of a map; `nil` where it is none that the form allows.
  public init?(startsIn: Int, duration: Int) {
    guard (1...2).contains(startsIn), (0...ValueMap.maximumPeriods).contains(duration) else {
      return nil
    }
    self.startsIn = startsIn
    self.duration = duration
  }

  /// Codes an outcome; `nil` where it starts later than in the period after the activity.
  ///
  /// - Parameters:
  ///   - firstPeriod: the first period with a benefit, from 1, the period of the activity.
  ///   - benefitPeriods: the number of periods with a benefit, from 1.
  ///   - reading: what the duration counts.
  public init?(firstPeriod: Int, benefitPeriods: Int, reading: Reading) {
    guard benefitPeriods >= 1 else { return nil }
    let activity = firstPeriod == 1 && reading == .afterActivity ? 1 : 0
    self.init(startsIn: firstPeriod, duration: benefitPeriods - activity)
  }

  /// Gives the periods with a benefit, or `nil` where the reading leaves none.
  ///
  /// - Parameter reading: what the duration counts.
  public func periods(reading: Reading) -> (firstPeriod: Int, benefitPeriods: Int)? {
    let activity = startsIn == 1 && reading == .afterActivity ? 1 : 0
    let count = duration + activity
    return count >= 1 ? (startsIn, count) : nil
  }

  /// Whether both readings give the same periods.
  public var isUnambiguous: Bool { startsIn == 2 }
}
