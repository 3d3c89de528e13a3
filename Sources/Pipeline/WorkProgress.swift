import ImpactModel

/// How far a long work has come.
public struct WorkProgress: Sendable, Hashable {
  /// What is being done.
  public let task: Text
  /// How much of the whole is done, 0 to 1.
  public let fraction: Double
}

/// Hears how far a long work has come.
public typealias ProgressListener = @Sendable (WorkProgress) -> Void
