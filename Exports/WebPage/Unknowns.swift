import Charts
import ExportKit

/// What is not known, in a few lines: absent figures, incomplete ones, ranges, what is left out.
struct Unknowns {
  private let report: Report

  init(_ report: Report) { self.report = report }

  func markup(_ writer: Writer) -> Markup {
    let lines = absent(writer) + doubts(writer) + leftOut(writer)
    let title = writer.say("What is not known", nl: "Wat niet bekend is")
    let nothing = writer.say(
      "No figure of this report is missing and no input was given with a range. That says nothing "
        + "of what nobody asked about.",
      nl:
        "In dit verslag ontbreekt geen cijfer en geen invoer heeft een marge. Dat zegt niets over "
        + "wat niemand heeft gevraagd.")
    return Markup(
      "div", ["class": "unknown"],
      [
        Markup("h2", text: title), lines.isEmpty ? Html.paragraph(nothing) : Html.list(lines),
      ])
  }

  private func absent(_ writer: Writer) -> [String] {
    var lines: [String] = []
    if let ratio = report.valueMap?.ratio, ratio.value == nil {
      lines.append("\(ratio.label[writer.language]): \(writer.notKnown(ratio.absence))")
    }
    let measures = report.indicators.flatMap(\.measures)
    lines += AbsentMeasures(measures).groups.map { group in
      let names = group.measures.map { $0.measure.card.label[writer.language] }
      return "\(names.joined(separator: "; ")): \(writer.notKnown(group.reason))"
    }
    lines += measures.filter(\.isIncomplete).map {
      "\($0.measure.card.label[writer.language]): "
        + writer.say(
          "incomplete, some rows could not be read",
          nl: "onvolledig, sommige rijen waren niet te lezen")
    }
    return lines
  }

  private func doubts(_ writer: Writer) -> [String] {
    let uncertain = (report.valueMap?.rows ?? []).reduce(0) { $0 + $1.uncertainInputs }
    let warnings = report.findings.filter { $0.severity != .note }.count
    var lines: [String] = []
    if uncertain > 0 {
      lines.append(
        writer.say(
          "Inputs of the value map given with a range: \(uncertain).",
          nl: "Invoer van de waardenkaart met een marge: \(uncertain)."))
    }
    if warnings > 0 {
      lines.append(
        writer.say(
          "Points that the checks ask attention for: \(warnings), listed below.",
          nl: "Punten waarvoor de controles aandacht vragen: \(warnings), zie hieronder."))
    }
    let unpriced = report.valueMap?.unpriced.count ?? 0
    if unpriced > 0 {
      lines.append(
        writer.say(
          "Outcomes without a price, outside the ratio: \(unpriced).",
          nl: "Effecten zonder prijs, buiten de ratio: \(unpriced)."))
    }
    let unanswered = report.claims.count { $0.answer == nil }
    if unanswered > 0 {
      lines.append(
        writer.say(
          "Questions of the checks on over-claiming without an answer: \(unanswered).",
          nl: "Vragen van de toetsen op te veel claimen zonder antwoord: \(unanswered)."))
    }
    return lines
  }

  private func leftOut(_ writer: Writer) -> [String] {
    report.project.leftOut.map { writer.say("Left out: ", nl: "Buiten beschouwing: ") + $0 }
  }
}

extension ReportOutcome {
  /// How many of its inputs have a range.
  var uncertainInputs: Int {
    let shares = [deadweight, displacement, attribution, dropOff].map(\.share)
    return ([quantity, estimate(of: .proxy)] + shares).compactMap(\.self).filter(\.isUncertain)
      .count
  }
}
