/// What an over-claiming check found, and what the author answered.
public struct ReportClaim: Sendable, Hashable {
  /// A reason of the author.
  public struct Answer: Sendable, Hashable {
    /// The reason.
    public let reason: String
    /// Who gave it.
    public let author: String?

    /// Makes an answer.
    public init(reason: String, author: String?) {
      self.reason = reason
      self.author = author
    }
  }

  /// The stable code of the check, as in `over_claiming.dominant_row`.
  public let code: String
  /// What the check looks at.
  public let title: Text
  /// What it found, in one sentence.
  public let message: Text
  /// The identifier of the row or the figure that it is about, absent where it is the whole map.
  public let subject: String?
  /// Where it is.
  public let address: Address?
  /// What the author answered, absent where there is no answer.
  public let answer: Answer?

  /// Makes a claim.
  public init(
    code: String, title: Text, message: Text, subject: String?, address: Address?, answer: Answer?
  ) {
    self.code = code
    self.title = title
    self.message = message
    self.subject = subject
    self.address = address
    self.answer = answer
  }
}

/// One question of the assurance list: the eight principles of Social Value International.
public struct ReportAssurance: Sendable, Hashable {
  /// What a person judged.
  public enum Judged: String, Choice {
    /// It is so.
    case met
    /// In part.
    case partly
    /// It is not so.
    case notMet = "not_met"

    /// What readers see.
    public var label: Text {
      switch self {
      case .met: Text("met", nl: "in orde")
      case .partly: Text("partly met", nl: "deels in orde")
      case .notMet: Text("not met", nl: "niet in orde")
      }
    }
  }

  /// How the question is answered.
  public enum Verdict: Sendable, Hashable {
    /// The program established that it is so.
    case established
    /// The program established that it is not so.
    case missing
    /// A person must judge, and has not.
    case toJudge
    /// A person judged.
    case judged(Judged, by: String?)
  }

  /// One segment.
  public let id: String
  /// The principle, from 1 to 8.
  public let principle: Int
  /// The question.
  public let question: Text
  /// How it is answered.
  public let verdict: Verdict
  /// What the program saw, or where a person would look.
  public let remark: Text
  /// Where the evidence is, as the judge wrote it.
  public let evidence: String?

  /// Makes an entry of the list.
  public init(
    id: String, principle: Int, question: Text, verdict: Verdict, remark: Text, evidence: String?
  ) {
    self.id = id
    self.principle = principle
    self.question = question
    self.verdict = verdict
    self.remark = remark
    self.evidence = evidence
  }
}
