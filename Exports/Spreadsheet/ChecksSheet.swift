import ExportKit
import OpenDocument

/// The over-claiming checks with the author's answers, and the assurance list by principle.
struct ChecksSheet {
  let report: Report
  let voice: Voice

  init(_ report: Report, _ voice: Voice) {
    self.report = report
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() -> SheetPlan {
    var plan = SheetPlan(columnWidths: [70, 100, 60, 100])
    plan.addTitle(voice(Text("Checks", nl: "Toets")), isDraft: report.isDraft, voice)
    addClaims(to: &plan)
    addAssurance(to: &plan)
    return plan
  }

  private func addClaims(to plan: inout SheetPlan) {
    guard !report.claims.isEmpty else { return }
    plan.addSection(voice(Text("Is too much claimed?", nl: "Wordt er te veel geclaimd?")))
    plan.addHeadings([
      (voice(Text("Check", nl: "Toets")), false),
      (voice(Text("What it found", nl: "Wat deze vond")), false),
      (voice(Text("Where", nl: "Waar")), false),
      (voice(Text("Answer of the author", nl: "Antwoord van de opsteller")), false),
    ])
    for claim in report.claims.prefix(LongList.most) {
      let place = [claim.address?.text(in: voice.language), claim.subject, claim.code]
        .compactMap(\.self).joined(separator: " · ")
      plan.add(
        .text(voice(claim.title), .wrapped), .text(voice(claim.message), .wrapped),
        .text(place, .wrapped), .text(answer(claim.answer), .wrapped))
    }
    LongList.addNote(report.claims.count, to: &plan, voice)
  }

  private func answer(_ answer: ReportClaim.Answer?) -> String {
    guard let answer else { return voice(Text("none", nl: "geen")) }
    return answer.author.map { "\(answer.reason) (\($0))" } ?? answer.reason
  }

  private func addAssurance(to plan: inout SheetPlan) {
    let numbers = Set(report.assurance.map(\.principle)).sorted()
    guard !numbers.isEmpty else { return }
    plan.addSection(
      voice(
        Text(
          "Assurance list: the eight principles of Social Value International",
          nl: "Toetslijst: de acht principes van Social Value International")))
    plan.addHeadings([
      (voice(Text("Principle", nl: "Principe")), false),
      (voice(Text("Question", nl: "Vraag")), false),
      (voice(Text("Answer", nl: "Antwoord")), false),
      (voice(Text("What was seen, where to look", nl: "Wat is gezien, waar te kijken")), false),
    ])
    for number in numbers {
      let title = "\(number). " + voice(ReportAssurance.title(ofPrinciple: number))
      for (index, entry) in report.assurance.filter({ $0.principle == number }).enumerated() {
        let evidence = entry.evidence.map { voice(Text("Evidence: ", nl: "Bewijs: ")) + $0 }
        let seen = [voice(entry.remark), evidence].compactMap(\.self).joined(separator: " · ")
        plan.add(
          index == 0 ? .text(title, .wrapped) : .empty, .text(voice(entry.question), .wrapped),
          .text(voice(entry.verdict.label), .wrapped), .text(seen, .wrapped))
      }
    }
  }
}
