import ImpactModel

/// How far a long work has come.
public struct WorkProgress: Sendable, Hashable {
  /// What is being done.
  public let task: Text
  /// How much of the whole is done, 0 to 1.
  public let fraction: Double

  /// Makes a step of the work, of which a fraction from 0 to 1 is done.
  public init(task: Text, fraction: Double) {
    self.task = task
    self.fraction = fraction
  }
}

/// Hears how far a long work has come.
public typealias ProgressListener = @Sendable (WorkProgress) -> Void
