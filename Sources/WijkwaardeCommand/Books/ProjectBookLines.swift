import ImpactModel
import Pipeline

/// From what sources a project's spending is taken and where they differ, as lines for a terminal.
struct ProjectBookLines {
  let project: String
  let overview: BooksOverview
  /// Whether parties that have no company number are named too.
  let names: Bool
  let top: Int
  let language: Language

  /// The lines, without the findings.
  var all: [String] {
    let period = overview.period
    let heading = Text(
      "\(project): \(period), amounts in \(overview.currency)",
      nl: "\(project): \(period), bedragen in \(overview.currency)")
    let none = Text("  no books that can be counted", nl: "  geen boeken die kunnen tellen")
    return [heading[language]]
      + (overview.organisations.isEmpty ? [none[language]] : [])
      + overview.organisations.flatMap(lines) + disagreements
  }

  private func lines(_ organisation: BooksOverview.Organisation) -> [String] {
    let treatment = organisation.treatment
    return ["  " + treatment.name, "    " + organisation.text[language]]
      + organisation.sources.map(line) + leftOut(treatment)
      + organisation.comparisons.flatMap(lines)
  }

  private func line(_ source: BooksOverview.Source) -> String {
    let (first, last) = (source.first.text(in: language), source.last.text(in: language))
    let form = source.label
    let counts =
      source.isBasis
      ? Text("counts as spending", nl: "telt als besteding")
      : Text("is compared with it", nl: "wordt ermee vergeleken")
    return Text(
      "    \(form.english): files \(source.files.count), \(first) to \(last), \(counts.english)",
      nl: "    \(form.dutch): bestanden \(source.files.count), \(first) tot en met \(last), "
        + counts.dutch)[language]
  }

  private func leftOut(_ treatment: BookTreatment) -> [String] {
    let parts: [(BookTreatment.LeftOut, Text)] = [
      (treatment.transfers, Text("between own accounts", nl: "tussen eigen rekeningen")),
      (treatment.outsideScope, Text("outside the scope", nl: "buiten de afbakening")),
    ]
    return parts.filter { $0.0.lines > 0 }.map { sum, what in
      let (debit, credit) = (amount(sum.debit), amount(sum.credit))
      return Text(
        "    left out, \(what.english): lines \(sum.lines), debit \(debit), credit \(credit)",
        nl: "    niet meegeteld, \(what.dutch): regels \(sum.lines), debet \(debit), credit "
          + credit)[language]
    }
  }

  // MARK: Comparisons

  private func lines(_ comparison: BooksOverview.Comparison) -> [String] {
    let (own, other) = (comparison.basisLabel, comparison.otherLabel)
    let heading = Text(
      "    \(own.english) beside \(other.english), costs by month:",
      nl: "    \(own.dutch) naast \(other.dutch), kosten per maand:")
    let none = Text("      no month in common", nl: "      geen maand gemeen")
    let months = comparison.months.map { month in
      "      \(month.first.description.prefix(7))  \(amount(month.basis))  \(amount(month.other))"
        + mark(month.basis == month.other)
    }
    return [heading[language]] + (months.isEmpty ? [none[language]] : months)
      + parties(comparison)
  }

  private func mark(_ isSame: Bool) -> String {
    isSame ? "" : "  " + Text("differs", nl: "verschilt")[language]
  }

  private func parties(_ comparison: BooksOverview.Comparison) -> [String] {
    let all = comparison.parties
    guard !all.isEmpty else { return [] }
    let heading = Text(
      "      parties that differ: \(all.count)", nl: "      partijen die verschillen: \(all.count)")
    let rest = all.count - top
    return [heading[language]]
      + all.prefix(top).enumerated().map { index, party in
        "        \(name(party.who, index + 1)): \(amount(party.basis))  \(amount(party.other))"
      }
      + (rest > 0 ? [Text("        and \(rest) more", nl: "        en nog \(rest)")[language]] : [])
  }

  private func name(_ who: BooksOverview.PartyDifference.Who, _ number: Int) -> String {
    PartyLabel(names: names).text(who, number)[language]
  }

  private var disagreements: [String] {
    guard !overview.disagreements.isEmpty else { return [] }
    let heading = Text(
      "  what organisations say of the same payments: payer, payee, payer's books, payee's books",
      nl: "  wat organisaties zeggen van dezelfde betalingen: betaler, ontvanger, boeken van de "
        + "betaler, boeken van de ontvanger")
    return [heading[language]]
      + overview.disagreements.map {
        "    \($0.payer) → \($0.payee): \(amount($0.payerSays))  \(amount($0.payeeSays))"
      }
  }

  private func amount(_ cents: Int64?) -> String { BookAmount.shown(cents, in: language) }
}

/// What those are called of whom two sources differ.
struct PartyLabel {
  /// Whether parties that have no company number are named too.
  let names: Bool

  func text(_ who: BooksOverview.PartyDifference.Who, _ number: Int) -> Text {
    switch who {
    case .party(let name, let isCompany):
      isCompany || names ? Text(name, nl: name) : Text("party \(number)", nl: "partij \(number)")
    case .wages: Text("wages", nl: "lonen")
    case .nobody: Text("nobody by name", nl: "niemand met naam")
    }
  }
}
