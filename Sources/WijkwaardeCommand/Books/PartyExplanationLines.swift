import ExportKit
import ImpactModel
import Pipeline

/// Where the figures of a party come from, as lines on a terminal.
struct PartyExplanationLines {
  let result: PartyExplainResult
  let privacy: PartyPrivacy
  let language: Language

  /// All lines.
  var all: [String] { result.parties.flatMap(lines) }

  private func lines(_ party: PartyExplanation) -> [String] {
    let shown = PartyWords(privacy: privacy, language: language)
    return [shown.heading(party.party)] + places(party) + counted(party)
      + party.party.links.map { link in
        "  " + Text("one party", nl: "één partij")[language] + ": " + shown.link(link, " = ")
      }
      + party.kept.map { link in
        "  " + Text("not taken for one", nl: "niet voor één gehouden")[language] + ": "
          + shown.link(link, " ≠ ")
      } + party.records.flatMap(lines)
  }

  private func places(_ party: PartyExplanation) -> [String] {
    let basis = party.basis.label[language]
    let counting = Text("what counts is: \(basis)", nl: "wat telt is: \(basis)")[language]
    let places = PartyWords(privacy: privacy, language: language).places(party.party)
    return [
      "  " + (places ?? Text("place not known", nl: "plaats niet bekend")[language])
        + "; " + counting
    ]
  }

  private func counted(_ party: PartyExplanation) -> [String] {
    guard !party.counted.isEmpty else {
      let none = Text(
        "  nothing counts as spending with it in the reporting period",
        nl: "  niets telt als besteding bij deze partij in de verslagperiode")
      return [none[language]]
    }
    let heading = Text(
      "  counts as spending in the reporting period, in \(result.currency):",
      nl: "  telt als besteding in de verslagperiode, in \(result.currency):")
    return [heading[language]]
      + party.counted.map { part in
        let wages = part.isWages ? Text(" (wages)", nl: " (lonen)")[language] : ""
        return "    \(part.account): \(BookAmount.shown(part.amount, in: language))" + wages
      }
  }

  private func lines(_ record: PartyExplanation.Record) -> [String] {
    let use =
      record.counts
      ? Text("spending is taken from this file", nl: "besteding komt uit dit bestand")
      : Text("adds addresses and is compared", nl: "voegt adressen toe en wordt vergeleken")
    let known = record.known.map { $0[language] }.joined(separator: ", ")
    let knows = known.isEmpty ? "" : "; " + Text("it has: ", nl: "het heeft: ")[language] + known
    let rest = record.lineCount - record.lines.count
    let more = Text(
      "    … and \(rest) more lines; --all shows them",
      nl: "    … en nog \(rest) regels; --all laat ze zien")
    let outside = Text(
      "    lines outside the reporting period: \(record.linesOutside)",
      nl: "    regels buiten de verslagperiode: \(record.linesOutside)")
    return ["  \(record.reference): " + use[language] + knows] + record.lines.map(line)
      + (rest > 0 ? [more[language]] : []) + (record.linesOutside > 0 ? [outside[language]] : [])
  }

  private func line(_ line: PartyExplanation.Line) -> String {
    let (debit, credit) = (Text("debit", nl: "debet")[language], "credit")
    let amounts = [(debit, line.debit), (credit, line.credit)].filter { $0.1 != 0 }
      .map { $0.0 + " " + BookAmount.shown($0.1, in: language) }.joined(separator: ", ")
    // The line says its file itself, and the record above it too.
    let place = OriginText(.cell(line.address)).words(in: language)
    return "    \(line.date)  \(line.account)  \(amounts)  ← \(place)"
  }
}
