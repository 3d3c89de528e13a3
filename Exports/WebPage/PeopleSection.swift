import Charts
import ExportKit

/// The stakeholders: who is in the value map, who is not, and why.
struct PeopleSection {
  let report: Report

  func section(_ writer: inout Writer) -> Section {
    let rows = LongList.shown(report.stakeholders).map { stakeholder in
      row(stakeholder, &writer)
    }
    return Section(
      "stakeholders", writer.say("Stakeholders", nl: "Belanghebbenden"),
      [
        Html.table(
          writer.say(
            "Who is in, who is left out, and why", nl: "Wie telt mee, wie niet, en waarom"),
          head: head(writer), rows: rows)
      ] + LongList.note(report.stakeholders.count, writer))
  }

  private func head(_ writer: Writer) -> [Cell] {
    [
      Cell(writer.say("Stakeholder", nl: "Belanghebbende")),
      Cell(writer.say("Domain", nl: "Domein")),
      Cell.number(writer.say("Group size", nl: "Groep")),
      Cell(writer.say("In the value map", nl: "In de waardenkaart")),
    ] + (isInvolvementKnown ? [Cell(writer.say("How involved", nl: "Hoe betrokken"))] : [])
      + [Cell.number(writer.say("Present value", nl: "Contante waarde"))]
  }

  private var isInvolvementKnown: Bool {
    report.stakeholders.contains { $0.involved != nil || $0.involvement != nil }
  }

  private func involvement(_ stakeholder: ReportStakeholder, _ writer: Writer) -> String {
    let number = stakeholder.involved.map { writer.plain(Double($0)) }
    let words = [number, stakeholder.involvement].compactMap(\.self).joined(separator: ": ")
    return words.isEmpty ? writer.notKnown(nil) : words
  }

  private func row(_ stakeholder: ReportStakeholder, _ writer: inout Writer) -> Markup {
    let included =
      stakeholder.isIncluded
      ? writer.say("yes", nl: "ja") : writer.say("left out", nl: "niet meegerekend")
    let reason =
      stakeholder.reason
      ?? (stakeholder.isIncluded ? nil : writer.say("no reason given", nl: "geen reden gegeven"))
    return Html.row(
      [
        Cell(stakeholder.name), Cell(stakeholder.domain.label[writer.language]),
        Cell.number(
          stakeholder.groupSize.map { writer.plain(Double($0)) } ?? writer.notKnown(nil)),
        Cell([included, reason].compactMap { $0 }.joined(separator: ": ")),
      ] + (isInvolvementKnown ? [Cell(involvement(stakeholder, writer))] : [])
        + [Cell(writer.figure(stakeholder.presentValue), isNumber: true)],
      class: stakeholder.isIncluded ? nil : "out")
  }
}

/// What was put in, by whom, in what form and in which period.
struct InputSection {
  let report: Report

  func section(_ writer: inout Writer) -> Section {
    let names = report.stakeholderNames
    let rows = LongList.shown(report.inputs).map { input in row(input, names, &writer) }
    let title = writer.say("Inputs", nl: "Inbreng")
    guard !rows.isEmpty else {
      return Section(
        "inputs", title,
        [
          Html.paragraph(
            writer.say("No inputs are stated.", nl: "Er is geen inbreng vermeld."),
            class: "absent")
        ])
    }
    return Section(
      "inputs", title,
      [
        Html.table(
          writer.say("What each stakeholder put in", nl: "Wat elke belanghebbende inbracht"),
          head: [
            Cell(writer.say("Input", nl: "Inbreng")), Cell(writer.say("From", nl: "Van")),
            Cell(writer.say("How counted", nl: "Hoe geteld")),
            Cell.number(writer.say("Period", nl: "Periode")),
            Cell.number(writer.say("Value", nl: "Waarde")),
            Cell.number(writer.say("Present value", nl: "Contante waarde")),
          ], rows: rows)
      ] + LongList.note(report.inputs.count, writer))
  }

  private func row(
    _ input: ReportInput, _ names: StakeholderNames, _ writer: inout Writer
  ) -> Markup {
    var words = [input.kind.label[writer.language]]
    if input.kind != .cash {
      words.append(
        "\(input.quantity.map(writer.plain) ?? "–") × "
          + (input.rate.map { writer.style(.money).priceText($0) } ?? "–"))
    }
    if let prices = writer.prices(of: input.priceYear, factor: input.priceFactor) {
      words.append(prices)
    }
    if let grant = input.grant { words.append(grant) }
    return Html.row([
      Cell(input.description), Cell(names[input.stakeholder]),
      Cell(words.joined(separator: ", ")), Cell.number(String(input.period)),
      Cell(writer.figure(input.value), isNumber: true),
      Cell(writer.figure(input.presentValue), isNumber: true),
    ])
  }
}
