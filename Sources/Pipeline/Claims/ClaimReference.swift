import ImpactModel

/// What the reference page says of an over-claiming check.
public struct ClaimReference: Sendable {
  /// A made-up map, told as what differs from the clean one.
  public struct Example: Sendable {
    /// What is changed, in words.
    public let text: Text
    /// The lines that are another than in the clean example.
    public let changes: [String]

    init(_ example: ClaimExample) {
      text = example.text
      changes = example.changes
    }
  }

  /// What the check is.
  public let card: ClaimCard
  /// On which it speaks.
  public let firing: Example
  /// On which it keeps silent, although it comes near.
  public let silent: Example
}

extension Claims {
  /// The checks with their examples, in the order in which they are run.
  public static var reference: [ClaimReference] {
    checks.map {
      ClaimReference(
        card: $0.card, firing: ClaimReference.Example($0.firing),
        silent: ClaimReference.Example($0.silent))
    }
  }

  /// The made-up map on which no check speaks, line by line.
  public static var cleanExample: [String] { ExampleMap.clean.lines.map(\.text) }
}
