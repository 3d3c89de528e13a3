/// A rule that the documents of an export keep and that their schema cannot say.
public struct ReportRule: Sendable, Hashable {
  /// The stable identifier, as in `rule.period_order`.
  public let id: String
  /// What holds, in one sentence.
  public let statement: Text

  /// Declares a rule.
  public init(_ id: String, _ statement: Text) {
    self.id = id
    self.statement = statement
  }
}

/// A place in a document that breaks its schema or a rule.
public struct ReportFault: Sendable, Hashable {
  /// The identifier of every fault that the schema finds.
  public static let schemaRule = "schema"

  /// The identifier of the rule, or `schemaRule`.
  public let rule: String
  /// What is wrong there.
  public let message: Text
  /// Where it is.
  public let address: Address

  /// Makes a fault.
  public init(rule: String, message: Text, address: Address) {
    self.rule = rule
    self.message = message
    self.address = address
  }
}

/// Whether a document keeps the schema and the rules of its form.
public struct ReportConformance: Sendable, Hashable {
  /// What is wrong, in the order of the rules and then of the document; empty where nothing is.
  public let faults: [ReportFault]
  /// Whether all of it was looked at; a document may be too large for that.
  public let isComplete: Bool

  /// Makes an answer.
  public init(faults: [ReportFault], isComplete: Bool) {
    self.faults = faults
    self.isComplete = isComplete
  }
}
