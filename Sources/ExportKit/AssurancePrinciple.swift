/// A principle of Social Value International (The Principles of Social Value, 2022).
public enum AssurancePrinciple: Int, Sendable, CaseIterable {
  /// Involve stakeholders.
  case involve = 1
  /// Understand what changes.
  case understand
  /// Value the things that matter.
  case value
  /// Only include what is material.
  case material
  /// Do not over-claim.
  case notOverClaim
  /// Be transparent.
  case transparent
  /// Verify the result.
  case verify
  /// Be responsive.
  case responsive

  /// What readers see.
  public var title: Text {
    switch self {
    case .involve: Text("Involve stakeholders", nl: "Betrek belanghebbenden")
    case .understand: Text("Understand what changes", nl: "Begrijp wat er verandert")
    case .value: Text("Value the things that matter", nl: "Waardeer wat ertoe doet")
    case .material: Text("Only include what is material", nl: "Neem alleen op wat ertoe doet")
    case .notOverClaim: Text("Do not over-claim", nl: "Claim niet te veel")
    case .transparent: Text("Be transparent", nl: "Wees open")
    case .verify: Text("Verify the result", nl: "Laat de uitkomst nakijken")
    case .responsive: Text("Be responsive", nl: "Doe er iets mee")
    }
  }
}

extension ReportAssurance {
  /// Names the principle of an entry; a number that is none by itself.
  public static func title(ofPrinciple number: Int) -> Text {
    AssurancePrinciple(rawValue: number)?.title ?? Text(verbatim: String(number))
  }
}

extension ReportAssurance.Verdict {
  /// How the question is answered, as readers see it.
  public var label: Text {
    switch self {
    case .established: Text("established by the program", nl: "vastgesteld door het programma")
    case .missing: Text("missing, says the program", nl: "ontbreekt, zegt het programma")
    case .toJudge: Text("for a person to judge", nl: "een mens moet dit nog beoordelen")
    case .judged(let verdict, let judge):
      Text(
        verdict.label.english + (judge.map { ", judged by \($0)" } ?? ""),
        nl: verdict.label.dutch + (judge.map { ", volgens \($0)" } ?? ""))
    }
  }
}
