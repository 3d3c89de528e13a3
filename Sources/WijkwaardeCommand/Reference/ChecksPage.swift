import ExportKit
import ImpactModel
import Pipeline

/// The reference page of the over-claiming checks and of the assurance list.
struct ChecksPage {
  /// The whole page, part by part.
  static var blocks: [PageBlock] {
    opening + Claims.reference.flatMap { blocks(of: $0) } + cleanExample + assurance
  }

  /// The part about one check.
  static func blocks(of check: ClaimReference) -> [PageBlock] {
    let card = check.card
    return [
      .heading(card.title, level: 3),
      .table(
        head: [Text("Code", nl: "Code"), Text("Source", nl: "Bron")],
        rows: [[.code(card.code), .words(Text(verbatim: card.source))]]),
      labelled(Text("Looks at", nl: "Kijkt naar"), card.looksAt),
      labelled(Text("Why", nl: "Waarom"), card.why),
      labelled(Text("What to do", nl: "Wat te doen"), card.remedy),
      labelled(Text("Speaks on", nl: "Spreekt bij"), check.firing.text),
      .list(check.firing.changes.map { Text(verbatim: $0) }),
      labelled(Text("Keeps silent on", nl: "Zwijgt bij"), check.silent.text),
      .list(check.silent.changes.map { Text(verbatim: $0) }),
    ]
  }

  private static func labelled(_ label: Text, _ text: Text) -> PageBlock {
    .paragraph(label.followed(by: ": ", text))
  }

  private static var opening: [PageBlock] {
    [
      .heading(
        Text("Over-claiming checks and assurance list", nl: "Controles en toetslijst"), level: 1),
      .paragraph(
        Text(
          "The checks look at the finished report. They inform and forbid nothing: answer one with "
            + "a reason in the table answers, by its code and the row that it names, and the "
            + "reason is printed in the report.",
          nl: "De controles kijken naar het voltooide verslag. Zij wijzen op iets en verbieden "
            + "niets: antwoord met een reden in de tabel answers, met de code en de rij die "
            + "genoemd wordt, en de reden komt in het verslag.")),
      .heading(Text("Checks", nl: "Controles"), level: 2),
      .paragraph(
        Text(
          "Every check has two examples: changes to the clean example below.",
          nl:
            "Elke controle heeft twee voorbeelden: wijzigingen van het schone voorbeeld hieronder."
        )),
    ]
  }

  private static var cleanExample: [PageBlock] {
    [
      .heading(Text("The clean example", nl: "Het schone voorbeeld"), level: 2),
      .paragraph(
        Text(
          "A made-up neighbourhood hub of which no check speaks.",
          nl: "Een verzonnen buurthuis waarover geen controle iets te zeggen heeft.")),
      .list(Claims.cleanExample.map { Text(verbatim: $0) }),
    ]
  }

  private static var assurance: [PageBlock] {
    let opening: [PageBlock] = [
      .heading(Text("Assurance list", nl: "Toetslijst"), level: 2),
      .paragraph(
        Text(
          "The eight principles of Social Value International as questions. What the program can "
            + "see it establishes; for the others write the question’s identifier, your judgement "
            + "and where the evidence is in the table assurance.",
          nl: "De acht principes van Social Value International als vragen. Wat het programma kan "
            + "zien, stelt het vast; schrijf voor de andere de aanduiding van de vraag, uw oordeel "
            + "en waar het bewijs ligt in de tabel assurance.")),
    ]
    return opening + AssurancePrinciple.allCases.flatMap { blocks(of: $0) }
  }

  private static func blocks(of principle: AssurancePrinciple) -> [PageBlock] {
    let number = "\(principle.rawValue). "
    let title = Text(number + principle.title.english, nl: number + principle.title.dutch)
    let questions = Assurance.questions.filter { $0.principle == principle }
    return [
      .heading(title, level: 3),
      .table(
        head: [
          Text("Identifier", nl: "Aanduiding"), Text("Question", nl: "Vraag"),
          Text("Answered by", nl: "Antwoord van"), Text("Where to look", nl: "Waar te kijken"),
        ],
        rows: questions.map {
          [.code($0.id), .words($0.question), .words($0.judge.label), .words($0.place)]
        }),
    ]
  }
}
