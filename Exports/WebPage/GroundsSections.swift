import Charts
import ExportKit

/// On what the figures rest: conventions, parameters, sources, findings, what is left out.
struct GroundsSections {
  let report: Report

  func sections(_ writer: Writer) -> [Section] {
    [
      conventions(writer), parameters(writer), findings(writer), leftOut(writer), sources(writer),
    ].compactMap { $0 }
  }

  private func conventions(_ writer: Writer) -> Section {
    let project = report.project
    var pairs: [(String, String)] = [
      (
        writer.say("Discount rate (real, per period)", nl: "Discontovoet (reëel, per periode)"),
        "\(writer.percentage(project.discountRate)) · "
          + OriginText(project.discountRateOrigin).words(in: writer.language)
      ),
      (
        writer.say("Benefits fall at the", nl: "Baten vallen aan of in het"),
        project.benefitTiming.label[writer.language]
      ),
      (
        writer.say("Inputs fall at the", nl: "Inbreng valt aan of in het"),
        project.inputTiming.label[writer.language]
      ),
      (writer.say("Price level", nl: "Prijspeil"), String(project.priceBaseYear)),
      (
        writer.say("Period 1 starts on", nl: "Periode 1 begint op"),
        project.start.text(in: writer.language)
      ),
      (writer.say("Currency", nl: "Munt"), project.currency.code),
      (writer.say("Organisation", nl: "Organisatie"), organisation),
      (writer.say("Neighbourhood", nl: "Wijk"), neighbourhood),
    ]
    pairs += scope(project.scope, writer)
    if !project.grants.isEmpty {
      pairs.append(
        (
          writer.say("Grants and contracts", nl: "Subsidies en contracten"),
          project.grants.joined(separator: ", ")
        ))
    }
    if !project.themes.isEmpty {
      pairs.append((writer.say("Themes", nl: "Thema’s"), project.themes.joined(separator: ", ")))
    }
    if let author = project.author { pairs.append((writer.say("Author", nl: "Auteur"), author)) }
    let released = project.releasedBelowFive.sorted { $0.key < $1.key }
    pairs += released.map {
      (writer.say("Shown below five: ", nl: "Getoond onder de vijf: ") + $0.key, $0.value)
    }
    return Section(
      "conventions", writer.say("Conventions", nl: "Afspraken"),
      [Html.terms(pairs.map { ($0.0, Markup(text: $0.1)) })])
  }

  /// What the report is for, as far as the project says so.
  private func scope(
    _ scope: ProjectDescription.Scope, _ writer: Writer
  ) -> [(String, String)] {
    let pairs: [(String, String?)] = [
      (writer.say("Purpose of the report", nl: "Doel van het verslag"), scope.purpose),
      (writer.say("For whom", nl: "Voor wie"), scope.audience),
      (writer.say("Activities looked at", nl: "Bekeken activiteiten"), scope.activities),
      (writer.say("Work on the report", nl: "Werk aan het verslag"), scope.resources),
    ]
    return pairs.compactMap { term, words in words.map { (term, $0) } }
  }

  private var organisation: String {
    ([report.project.organisation] + report.project.identifiers.map(\.description))
      .joined(separator: ", ")
  }

  private var neighbourhood: String {
    let place = report.project.neighbourhood
    let year = place.codesYear.map { " (\($0))" } ?? ""
    let codes = ([place.municipality].compactMap { $0 } + place.codes).joined(separator: ", ")
    return codes.isEmpty ? place.name : "\(place.name), \(codes)\(year)"
  }

  private func parameters(_ writer: Writer) -> Section? {
    guard !report.parameters.isEmpty else { return nil }
    let rows = report.parameters.map { parameter in
      Html.row([
        Cell(parameter.label[writer.language]),
        Cell.number(
          parameter.printableValue.map { writer.style(parameter.unit).shortText($0, atMost: 6) }
            ?? writer.say("not printed", nl: "niet afgedrukt")),
        Cell(parameter.source),
      ])
    }
    let title = writer.say("Parameters", nl: "Parameters")
    return Section(
      "parameters", title,
      [
        Html.table(
          writer.say(
            "Numbers from elsewhere, with their sources", nl: "Getallen van elders, met bron"),
          head: [
            Cell(writer.say("Parameter", nl: "Parameter")),
            Cell.number(writer.say("Value", nl: "Waarde")), Cell(writer.say("Source", nl: "Bron")),
          ], rows: rows)
      ])
  }

  private func findings(_ writer: Writer) -> Section {
    let title = writer.say("What the checks found", nl: "Wat de controles vonden")
    guard !report.findings.isEmpty else {
      return Section(
        "findings", title,
        [
          Html.paragraph(
            writer.say("The checks found nothing.", nl: "De controles vonden niets."))
        ])
    }
    return Section(
      "findings", title,
      [
        Markup(
          "ul", ["class": "findings"],
          LongList.shown(report.findings).map { finding($0, writer) })
      ] + LongList.note(report.findings.count, writer))
  }

  private func finding(_ finding: Finding, _ writer: Writer) -> Markup {
    let severity =
      switch finding.severity {
      case .error: writer.say("Error", nl: "Fout")
      case .warning: writer.say("Warning", nl: "Waarschuwing")
      case .note: writer.say("Note", nl: "Ter informatie")
      }
    let place = finding.address.map { $0.text(in: writer.language) + " · " } ?? ""
    return Markup(
      "li", ["class": finding.severity.rawValue],
      [
        Markup("strong", text: severity + ": "),
        Markup(text: "\(finding.message[writer.language]) \(finding.help[writer.language])"),
        Markup("span", ["class": "place"], text: place + finding.code),
      ])
  }

  private func leftOut(_ writer: Writer) -> Section {
    let lines = report.project.leftOut
    let nothing = writer.say(
      "The project does not say what it leaves out.",
      nl: "Het project zegt niet wat het buiten beschouwing laat.")
    return Section(
      "left-out", writer.say("What is left out", nl: "Wat buiten beschouwing blijft"),
      [lines.isEmpty ? Html.paragraph(nothing, class: "absent") : Html.list(lines)])
  }

  private func sources(_ writer: Writer) -> Section? {
    guard !report.sources.isEmpty else { return nil }
    let rows = report.sources.map { source in
      Html.row([
        Cell(source.file), Cell(source.titleAndLicence[writer.language]),
        Cell.number(
          source.rows.map { writer.plain(Double($0)) }
            ?? writer.say("fewer than 5", nl: "minder dan 5")),
        Cell.number(writer.plain(Double(source.rejectedRows))),
        Cell(Markup("code", text: source.sha256)),
      ])
    }
    return Section(
      "sources", writer.say("Sources", nl: "Bronnen"),
      [
        Html.table(
          writer.say("The files behind this report", nl: "De bestanden achter dit verslag"),
          head: [
            Cell(writer.say("File", nl: "Bestand")), Cell(writer.say("Holds", nl: "Bevat")),
            Cell.number(writer.say("Rows", nl: "Rijen")),
            Cell.number(writer.say("Not readable", nl: "Onleesbaar")), Cell("SHA-256"),
          ], rows: rows)
      ])
  }
}
