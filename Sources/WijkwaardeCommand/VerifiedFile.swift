import ExportKit
import Foundation
import ImpactModel
import Pipeline
import Verification

/// A file that was recomputed, in the form in which the command shows it.
struct VerifiedFile: Encodable {
  /// What a file turned out to be.
  enum Kind: String, Encodable {
    case report
    case valueMap = "value_map"
  }

  /// One stated figure; of a value map only those that do not follow.
  struct Figure: Encodable {
    let figure: String
    let place: String
    let verdict: String
    let stated: Double?
    let computed: Double?
    let diagnoses: [String]
    let explanation: [String]
    /// How readers see the two numbers.
    let shown: String
    /// How readers see the stated number alone.
    let shownAlone: String

    /// Whether people see it in the terminal: what is wrong, and what there is to say about others.
    var isListed: Bool {
      verdict == Verdict.doesNotFollow.rawValue || !explanation.isEmpty
    }

    private enum CodingKeys: CodingKey {
      case figure, place, verdict, stated, computed, diagnoses, explanation
    }
  }

  /// A place that breaks the schema or a rule of the form.
  struct Fault: Encodable {
    let rule: String
    let place: String
    let message: String
  }

  let file: String
  let kind: Kind
  let follows: Bool
  /// Whether a digest proves that the file is as it was written; a map of others needs no proof.
  let isProved: Bool
  /// Whether the file is as it was written, of a report of our own.
  let digest: String?
  /// How many figures have each verdict.
  let counts: [String: Int]
  let figures: [Figure]
  /// Where the schema or a rule of the form is broken.
  let faults: [Fault]
  /// What a reader should know that is no fault.
  let remarks: [String]
}

extension VerifiedFile {
  /// Shows the verdicts on a report of our own.
  init(
    _ file: String, _ verdicts: [FigureVerdict], _ digest: VerifiableReport.Digest,
    _ conformance: ReportConformance?, _ language: Language
  ) {
    self.file = file
    kind = .report
    figures = verdicts.map { verdict in
      Figure(
        figure: verdict.figure, place: verdict.address.text(in: language),
        verdict: verdict.verdict.rawValue, stated: verdict.stated, computed: verdict.computed,
        diagnoses: [], explanation: verdict.reason.map { [$0[language]] } ?? [],
        shown: VerifiedFile.shown(verdict.stated, verdict.computed, isShare: false, language),
        shownAlone: VerifiedFile.shown(verdict.stated, isShare: false, language))
    }
    var counts: [String: Int] = [:]
    for verdict in verdicts { counts[verdict.verdict.rawValue, default: 0] += 1 }
    self.counts = counts
    self.digest = digest.rawValue
    isProved = digest == .holds
    faults = (conformance?.faults ?? []).map { fault in
      Fault(
        rule: fault.rule, place: fault.address.text(in: language),
        message: fault.message[language])
    }
    follows =
      counts[Verdict.doesNotFollow.rawValue] == nil && digest != .broken && faults.isEmpty
    remarks =
      [VerifiedFile.remark(on: digest)[language]]
      + [conformance.flatMap { VerifiedFile.remark(on: $0)?[language] }].compactMap(\.self)
  }

  private static func remark(on conformance: ReportConformance) -> Text? {
    guard conformance.isComplete else {
      return Text(
        "The file is too large to be held against its schema and rules.",
        nl: "Het bestand is te groot om naast zijn schema en regels te leggen.")
    }
    guard conformance.faults.isEmpty else { return nil }
    return Text(
      "The file keeps its schema and the rules of its form.",
      nl: "Het bestand houdt zich aan zijn schema en aan de regels van zijn vorm.")
  }

  private static func remark(on digest: VerifiableReport.Digest) -> Text {
    switch digest {
    case .holds:
      Text(
        "The digest is right: the file is as it was written.",
        nl: "Het controlegetal klopt: het bestand is zoals het is geschreven.")
    case .absent:
      Text(
        "Unproved: the file has no digest, so that nothing tells whether it was changed.",
        nl: "Onbewezen: het bestand heeft geen controlegetal; niets zegt of het is gewijzigd.")
    case .broken:
      Text(
        "The file was changed after it was written: its digest is that of another content.",
        nl: "Het bestand is na het schrijven gewijzigd: het controlegetal hoort bij iets anders.")
    }
  }

  /// Shows what does not follow in a value map of somebody else.
  init(_ file: String, _ map: MapVerification, _ language: Language) {
    self.file = file
    kind = .valueMap
    digest = nil
    isProved = true
    faults = []
    follows = map.deviations.isEmpty
    counts = [
      Verdict.recomputed.rawValue: map.followed,
      Verdict.doesNotFollow.rawValue: map.deviations.count,
    ]
    figures = map.deviations.map { deviation in
      Figure(
        figure: deviation.figure[language], place: deviation.address.text(in: language),
        verdict: Verdict.doesNotFollow.rawValue, stated: deviation.stated,
        computed: deviation.computed, diagnoses: deviation.diagnoses.map(\.code),
        explanation: deviation.diagnoses.map { $0.message[language] },
        shown: VerifiedFile.shown(
          deviation.stated, deviation.computed, isShare: deviation.isShare, language),
        shownAlone: VerifiedFile.shown(deviation.stated, isShare: deviation.isShare, language))
    }
    var remarks: [String] = []
    if let timing = map.timing, !map.statesTiming {
      remarks.append(
        Text(
          "The map does not state its discount timing; this one reproduces it: \(timing.label.english).",
          nl:
            "De kaart noemt haar disconteringsmoment niet; dit levert haar op: \(timing.label.dutch)."
        )[language])
    }
    for address in map.ambiguous.prefix(20) {
      let place = address.text(in: language)
      remarks.append(
        Text(
          "\(place): with thousands or with decimals? This number was left alone.",
          nl:
            "\(place): met duizendtallen of met decimalen? Dit getal is buiten beschouwing gelaten."
        )[
          language])
    }
    self.remarks = remarks
  }

  private static func shown(
    _ value: Double?, isShare: Bool, _ language: Language
  ) -> String {
    let unit: ImpactModel.Unit = isShare ? .percent : .ratio
    return value.map { ShownNumber.text($0, unit, in: language) } ?? "–"
  }

  private static func shown(
    _ stated: Double?, _ computed: Double?, isShare: Bool, _ language: Language
  ) -> String {
    func text(_ value: Double?) -> String { shown(value, isShare: isShare, language) }
    return Text(
      "stated \(text(stated)), computed \(text(computed))",
      nl: "vermeld \(text(stated)), berekend \(text(computed))")[language]
  }

  /// The lines for the terminal: what does not follow, then a summary.
  func lines(in language: Language) -> [String] {
    var lines = [
      file + ": "
        + (kind == .report
        ? Text("a report of Wijkwaarde", nl: "een verslag van Wijkwaarde")
        : Text("a value map", nl: "een waardenkaart"))[language]
    ]
    for fault in faults {
      lines.append("  \(fault.place)")
      lines.append("    \(fault.rule): \(fault.message)")
    }
    for figure in figures where figure.isListed {
      lines.append("  \(figure.place)")
      let isWrong = figure.verdict == Verdict.doesNotFollow.rawValue
      lines.append("    \(figure.figure): " + (isWrong ? figure.shown : figure.shownAlone))
      let unknown = Text(
        "it does not follow; no known mistake gives it",
        nl: "het volgt niet; geen bekende fout levert het op")[language]
      let reasons = figure.explanation.isEmpty && kind == .valueMap ? [unknown] : figure.explanation
      lines += reasons.map { "    → \($0)" }
    }
    lines += remarks.map { "  \($0)" }
    let counted = Verdict.allCases.compactMap { verdict in
      counts[verdict.rawValue].map { "\($0) × \(verdict.label[language])" }
    }
    lines.append("  " + counted.joined(separator: "; "))
    lines.append("  " + conclusion[language])
    return lines
  }

  private var conclusion: Text {
    if follows {
      return isProved
        ? Text(
          "Everything that can be recomputed follows.", nl: "Alles wat na te rekenen is, klopt.")
        : Text(
          "Everything that can be recomputed follows; the rest is unproved.",
          nl: "Alles wat na te rekenen is, klopt; de rest is onbewezen.")
    }
    return Text("Not everything follows.", nl: "Niet alles klopt.")
  }
}
