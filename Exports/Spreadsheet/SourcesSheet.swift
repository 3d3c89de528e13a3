import ExportKit
import OpenDocument

/// What the report was made of: files with checksums, parameters with sources, and findings.
struct SourcesSheet {
  let report: Report
  let voice: Voice

  init(_ report: Report, _ voice: Voice) {
    self.report = report
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() -> SheetPlan {
    var plan = SheetPlan(columnWidths: [80, 60, 30, 30, 140])
    plan.addTitle(voice(Text("Sources", nl: "Bronnen")), isDraft: report.isDraft, voice)
    addFiles(to: &plan)
    addParameters(to: &plan)
    addFindings(to: &plan)
    addOrigins(to: &plan)
    plan.addSection(voice(Text("Program", nl: "Programma")))
    plan.add(.text(report.program))
    return plan
  }

  private func addFiles(to plan: inout SheetPlan) {
    plan.addSection(voice(Text("Files", nl: "Bestanden")))
    plan.addHeadings([
      (voice(Text("File", nl: "Bestand")), false), (voice(Text("Holds", nl: "Inhoud")), false),
      (voice(Text("Rows read", nl: "Gelezen rijen")), true),
      (voice(Text("Rows rejected", nl: "Afgewezen rijen")), true), ("SHA-256", false),
    ])
    for source in report.sources {
      plan.add(
        .text(source.file, .wrapped), .text(voice(source.title)),
        source.rows.map { Cell(.number(Double($0), decimals: 0)) }
          ?? .text(voice(Text("fewer than 5", nl: "minder dan 5"))),
        Cell(.number(Double(source.rejectedRows), decimals: 0)), .text(source.sha256))
    }
  }

  private func addParameters(to plan: inout SheetPlan) {
    guard !report.parameters.isEmpty else { return }
    plan.addSection(voice(Text("Parameters used", nl: "Gebruikte parameters")))
    plan.addHeadings([
      (voice(Text("Parameter", nl: "Parameter")), false), (voice(Text("Id", nl: "Id")), false),
      (voice(Text("Value", nl: "Waarde")), true), (voice(Text("Unit", nl: "Eenheid")), false),
      (voice(Text("Source", nl: "Bron")), false),
    ])
    for parameter in report.parameters {
      plan.add(
        .text(voice(parameter.label), .wrapped), .text(parameter.id, .wrapped),
        Cell(value(of: parameter)), .text(voice.unit(parameter.unit)),
        .text(parameter.source, .wrapped))
    }
  }

  /// The value with all its digits, where the number of decimals is not that of the unit.
  private func value(of parameter: ReportParameter) -> CellContent {
    guard let value = parameter.printableValue else {
      return .text(voice(Text("not printed", nl: "niet afgedrukt")))
    }
    if parameter.unit.isMoney { return voice.money(value) }
    if parameter.unit.isPercentage { return .percentage(value, decimals: 2) }
    return .number(value)
  }

  /// Each distinct origin under a number, and each figure with the number of its origin.
  private func addOrigins(to plan: inout SheetPlan) {
    var origins = Numbered<Origin>()
    let every = report.everyFigure
    let figures = every.prefix(LongList.mostFigures).map { ($0, origins.reference(to: $0.origin)) }
    plan.addSection(voice(Text("Origins", nl: "Herkomsten")))
    plan.addHeadings([
      ("", false), ("", false), (voice(Text("Number", nl: "Nummer")), true), ("", false),
      (voice(Text("Comes from", nl: "Komt van")), false),
    ])
    for (index, origin) in origins.items.enumerated() {
      plan.add(
        .empty, .empty, Cell(.number(Double(index + 1), decimals: 0)), .empty,
        .text(OriginText(origin).words(in: voice.language), .wrapped))
    }
    plan.addSection(voice(Text("Figures", nl: "Cijfers")))
    plan.addHeadings([
      (voice(Text("Figure", nl: "Cijfer")), false),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
      (voice(Text("Origin", nl: "Herkomst")), true),
    ])
    for (figure, number) in figures {
      plan.add(
        .text(voice(figure.label), .wrapped), .text(figure.id.description, .wrapped),
        number.map { Cell(.number(Double($0), decimals: 0)) } ?? .empty)
    }
    LongList.addNote(every.count, most: LongList.mostFigures, to: &plan, voice)
  }

  private func addFindings(to plan: inout SheetPlan) {
    guard !report.findings.isEmpty else { return }
    plan.addSection(voice(Text("Findings", nl: "Bevindingen")))
    plan.addHeadings([
      (voice(Text("Where", nl: "Waar")), false), (voice(Text("Code", nl: "Code")), false),
      (voice(Text("Severity", nl: "Ernst")), false), ("", false),
      (voice(Text("What, and what to do", nl: "Wat, en wat te doen")), false),
    ])
    for finding in report.findings.prefix(LongList.most) {
      plan.add(
        finding.address.map { .text($0.text(in: voice.language), .wrapped) } ?? .empty,
        .text(finding.code, .wrapped), .text(voice(finding.severity.label)), .empty,
        .text("\(voice(finding.message)) \(voice(finding.help))", .wrapped))
    }
    LongList.addNote(report.findings.count, to: &plan, voice)
  }
}

extension Finding.Severity {
  /// What readers see.
  fileprivate var label: Text {
    switch self {
    case .error: Text("error", nl: "fout")
    case .warning: Text("warning", nl: "waarschuwing")
    case .note: Text("note", nl: "opmerking")
    }
  }
}
