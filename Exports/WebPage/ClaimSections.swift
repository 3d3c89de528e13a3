import Charts
import ExportKit

/// The over-claiming checks with the author's answers, and the assurance list by principle.
struct ClaimSections {
  let report: Report

  func sections(_ writer: Writer) -> [Section] {
    [claims(writer), assurance(writer)].compactMap(\.self)
  }

  // MARK: Checks

  private func claims(_ writer: Writer) -> Section? {
    guard !report.claims.isEmpty else { return nil }
    return Section(
      "claims",
      writer.say("Is too much claimed?", nl: "Wordt er te veel geclaimd?"),
      [
        Html.paragraph(
          writer.say(
            "These checks ask; they do not forbid. The answer of the author stands below each.",
            nl: "Deze toetsen vragen en verbieden niets. Onder elke staat het antwoord van de "
              + "opsteller."), class: "note"),
        Markup(
          "ul", ["class": "findings"], LongList.shown(report.claims).map { claim($0, writer) }),
      ] + LongList.note(report.claims.count, writer))
  }

  private func claim(_ claim: ReportClaim, _ writer: Writer) -> Markup {
    let place = ([claim.address?.text(in: writer.language), claim.subject, claim.code])
      .compactMap(\.self).joined(separator: " · ")
    return Markup(
      "li", ["class": claim.answer == nil ? "warning" : "note"],
      [
        Markup("strong", text: claim.title[writer.language] + ": "),
        Markup(text: claim.message[writer.language]), answer(claim.answer, writer),
        Markup("span", ["class": "place"], text: place),
      ])
  }

  private func answer(_ answer: ReportClaim.Answer?, _ writer: Writer) -> Markup {
    guard let answer else {
      return Markup(
        "span", ["class": "line absent"],
        text: writer.say("No answer of the author.", nl: "Geen antwoord van de opsteller."))
    }
    let by = answer.author.map { " (\($0))" } ?? ""
    return Markup(
      "span", ["class": "line"],
      text: writer.say("Answer", nl: "Antwoord") + "\(by): \(answer.reason)")
  }

  // MARK: The assurance list

  private func assurance(_ writer: Writer) -> Section? {
    guard !report.assurance.isEmpty else { return nil }
    let numbers = Set(report.assurance.map(\.principle)).sorted()
    let groups = numbers.map { number in
      [principle(number, writer)]
        + report.assurance.filter { $0.principle == number }.map { row($0, writer) }
    }
    let title = writer.say("Assurance list", nl: "Toetslijst")
    return Section(
      "assurance", title,
      [
        Html.paragraph(
          writer.say(
            "The eight principles of Social Value International: what the program could establish, "
              + "and what a person must judge.",
            nl: "De acht principes van Social Value International: wat het programma kon "
              + "vaststellen, en wat een mens moet beoordelen."), class: "note"),
        Html.table(
          title,
          head: [
            Cell(writer.say("Question", nl: "Vraag")), Cell(writer.say("Answer", nl: "Antwoord")),
            Cell(writer.say("What was seen, where to look", nl: "Wat is gezien, waar te kijken")),
          ], groups: groups),
      ])
  }

  private func principle(_ number: Int, _ writer: Writer) -> Markup {
    let words = ReportAssurance.title(ofPrinciple: number)[writer.language]
    return Markup(
      "tr", ["class": "group"],
      [
        Markup(
          "th", ["colspan": "3", "scope": "rowgroup"],
          [Markup("strong", text: "\(number). \(words)")])
      ])
  }

  private func row(_ entry: ReportAssurance, _ writer: Writer) -> Markup {
    let evidence = entry.evidence.map { writer.say("Evidence: ", nl: "Bewijs: ") + $0 }
    let seen = [entry.remark[writer.language], evidence].compactMap(\.self)
    return Html.row([
      Cell(entry.question[writer.language]), Cell(entry.verdict.label[writer.language]),
      Cell(Markup(seen.map { Markup("span", ["class": "line"], text: $0) })),
    ])
  }
}
