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
    var plan = SheetPlan(columnWidths: [80, 84, 26, 32, 140])
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
        .text(source.file, .wrapped), .text(voice(source.titleAndLicence), .wrapped),
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
    // Each source once: fifty weights of one table would fill ten pages with its description.
    var sources: [String] = []
    var numbers: [String: Int] = [:]
    for parameter in report.parameters {
      if numbers[parameter.source] == nil {
        sources.append(parameter.source)
        numbers[parameter.source] = sources.count
      }
      plan.add(
        .text(voice(parameter.label), .wrapped), .text(parameter.id, .wrapped),
        Cell(value(of: parameter)), .text(voice.unit(parameter.unit)),
        .text(name(ofSource: numbers[parameter.source] ?? 0)))
    }
    plan.addSection(voice(Text("Sources of the parameters", nl: "Bronnen van de parameters")))
    for (index, source) in sources.enumerated() {
      plan.add(
        .text(name(ofSource: index + 1)), .empty, .empty, .empty, .text(source, .wrapped))
    }
  }

  private func name(ofSource number: Int) -> String {
    voice(Text("Source \(number)", nl: "Bron \(number)"))
  }

  /// The most decimals that are shown; the cell holds all of them.
  private static let mostDecimals = 4

  /// The value as it is used, which may have other decimals than its unit.
  private func value(of parameter: ReportParameter) -> CellContent {
    guard let value = parameter.printableValue else {
      return .text(voice(Text("not printed", nl: "niet afgedrukt")))
    }
    if parameter.unit.isMoney { return voice.money(value) }
    if parameter.unit.isPercentage { return .percentage(value, decimals: 2) }
    let decimals = DecimalText.exact(value).split(separator: ".").dropFirst().first?.count ?? 0
    let isLong = decimals > Self.mostDecimals && abs(value) >= 1
    return .number(value, decimals: isLong ? Self.mostDecimals : nil)
  }

  /// Each figure with the number of its origin, which is told at the first figure that has it.
  private func addOrigins(to plan: inout SheetPlan) {
    var origins = Numbered<Origin>()
    let every = report.everyFigure
    plan.addSection(voice(Text("Figures and their origins", nl: "Cijfers en hun herkomst")))
    plan.addHeadings([
      (voice(Text("Figure", nl: "Cijfer")), false),
      (voice(Text("Identifier", nl: "Kenmerk")), false),
      (voice(Text("Origin", nl: "Herkomst")), true), ("", false),
      (voice(Text("Comes from", nl: "Komt van")), false),
    ])
    for figure in every.prefix(LongList.mostFigures) {
      let known = origins.items.count
      let number = origins.reference(to: figure.origin)
      let isNew = origins.items.count > known
      plan.add(
        .text(voice(figure.label), .wrapped), .text(figure.id.description, .wrapped),
        number.map { Cell(.number(Double($0), decimals: 0)) } ?? .empty, .empty,
        isNew ? .text(words(of: figure.origin), .wrapped) : .empty)
    }
    LongList.addNote(every.count, most: LongList.mostFigures, to: &plan, voice)
  }

  private func words(of origin: Origin) -> String {
    OriginText(origin).words(in: voice.language, namesSources: false)
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
