import ExportKit

/// A question of the assurance list.
public struct AssuranceQuestion: Sendable {
  /// Who answers it.
  public enum Judge: Sendable, Hashable {
    /// The program, from the report.
    case program
    /// A person, helped by what the program sees.
    case both
    /// A person.
    case person

    /// What readers see.
    public var label: Text {
      switch self {
      case .program: Text("the program", nl: "het programma")
      case .both:
        Text("a person, with what the program sees", nl: "een mens, met wat er te zien is")
      case .person: Text("a person", nl: "een mens")
      }
    }
  }

  /// What the program sees of a question.
  enum Sight: Sendable, Hashable {
    /// It is so.
    case established(Text)
    /// It is not so.
    case missing(Text)
    /// A person must say.
    case toJudge(Text)

    var verdict: ReportAssurance.Verdict {
      switch self {
      case .established: .established
      case .missing: .missing
      case .toJudge: .toJudge
      }
    }

    var remark: Text {
      switch self {
      case .established(let remark), .missing(let remark), .toJudge(let remark): remark
      }
    }
  }

  /// One segment.
  public let id: String
  /// The principle that it belongs to.
  public let principle: AssurancePrinciple
  /// The question.
  public let question: Text
  /// Who answers it.
  public let judge: Judge
  /// Where the evidence would be.
  public let place: Text
  /// What the program sees in a report.
  let look: @Sendable (Report) -> Sight

  /// A question that the program looks into.
  init(
    _ id: String, _ principle: AssurancePrinciple, _ question: Text, _ judge: Judge = .program,
    place: Text, look: @escaping @Sendable (Report) -> Sight
  ) {
    self.id = id
    self.principle = principle
    self.question = question
    self.judge = judge
    self.place = place
    self.look = look
  }

  /// A question of which the program sees nothing.
  init(_ id: String, _ principle: AssurancePrinciple, person question: Text, place: Text) {
    self.init(
      id, principle, question, .person, place: place,
      look: { _ in
        .toJudge(
          Text("Where to look: \(place.english)", nl: "Waar te kijken: \(place.dutch)"))
      })
  }
}

extension AssuranceQuestion.Sight {
  /// Established where no row is found wanting; otherwise it names which are.
  static func complete(_ wanting: [String], of count: Int, _ what: Text) -> Self {
    complete(wanting.map { Text(verbatim: $0) }, of: count, what)
  }

  /// Established where nothing is found wanting; otherwise it names what is.
  static func complete(_ wanting: [Text], of count: Int, _ what: Text) -> Self {
    guard count > 0 else {
      return .missing(Text("none on the list: \(what.english)", nl: "geen: \(what.dutch)"))
    }
    guard !wanting.isEmpty else {
      return .established(
        Text("\(what.english): all \(count)", nl: "\(what.dutch): alle \(count)"))
    }
    func names(_ language: Language) -> String {
      wanting.prefix(12).map { $0[language] }.joined(separator: ", ")
        + (wanting.count > 12 ? ", …" : "")
    }
    let rest = count - wanting.count
    return .missing(
      Text(
        "\(what.english): \(rest) of \(count); not \(names(.english))",
        nl: "\(what.dutch): \(rest) van \(count); niet \(names(.dutch))"))
  }
}

/// What a person judged of a question, and where it stands.
struct GivenJudgement: Sendable, Hashable {
  /// The question.
  var question: String
  /// The judgement.
  var verdict: ReportAssurance.Judged
  /// Where the evidence is.
  var evidence: String?
  /// Who judged.
  var judge: String?
  /// Where it stands.
  var address: Address?

  init(
    question: String, verdict: ReportAssurance.Judged, evidence: String?, judge: String?,
    address: Address? = nil
  ) {
    self.question = question
    self.verdict = verdict
    self.evidence = evidence
    self.judge = judge
    self.address = address
  }

  /// Takes the judgement from its row.
  init(_ judgement: Judgement, at address: Address?) {
    self.init(
      question: judgement.question.description, verdict: judgement.verdict,
      evidence: judgement.evidence, judge: judgement.judge, address: address)
  }
}

extension Report {
  /// The priced outcomes.
  var pricedOutcomes: [ReportOutcome] { valueMap?.rows ?? [] }

  /// The stakeholders on the map.
  var includedStakeholders: [ReportStakeholder] { stakeholders.filter(\.isIncluded) }

  /// What the checks of some names found and nobody answered.
  func unanswered(_ checks: [any ClaimCheck.Type]) -> [ReportClaim] {
    let codes = Set(checks.map { $0.card.code })
    return claims.filter { codes.contains($0.code) && $0.answer == nil }
  }
}
