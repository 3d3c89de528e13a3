import ExportKit
import OpenDocument

/// How sure the ratio is: percentiles, the chance of less than 1, and what drives the doubt.
///
/// These figures come from draws or from whole distributions, so that no cell is a formula.
struct DoubtSheet {
  let report: Report
  let doubt: ReportDoubt
  let voice: Voice

  init(_ report: Report, _ doubt: ReportDoubt, _ voice: Voice) {
    self.report = report
    self.doubt = doubt
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() throws -> SheetPlan {
    var plan = SheetPlan(columnWidths: [110, 40, 40, 110])
    plan.addTitle(
      voice(Text("How sure is the ratio?", nl: "Hoe zeker is de ratio?")),
      isDraft: report.isDraft, voice)
    plan.add(.text(voice(DoubtSheet.explanation(doubt)), .note))
    plan.addHeadings([
      (voice(Text("Figure", nl: "Cijfer")), false), (voice(Text("Value", nl: "Waarde")), true),
    ])
    plan.freezeHere()
    let figures = [
      doubt.ratioLow, doubt.ratioMedian, doubt.ratioHigh, doubt.ratioMean, doubt.chanceBelowOne,
      doubt.shareWithDoubt, doubt.presentValueMean, doubt.presentValueDeviation,
    ]
    for figure in figures {
      plan.add(.text(voice(figure.label), .wrapped), try voice.cell(figure, formula: nil))
    }
    try addDrivers(to: &plan)
    addMethod(to: &plan)
    return plan
  }

  /// Whether the percentiles are the interval of the ratio, in words.
  static func explanation(_ doubt: ReportDoubt) -> Text {
    doubt.isInterval
      ? Text(
        "With 90% certainty the ratio lies between the 5th and the 95th percentile.",
        nl: "Met 90% zekerheid ligt de ratio tussen het 5e en het 95e percentiel.")
      : Text(
        "Too little of the value has a range: the percentiles are not the ratio’s interval.",
        nl: "Te weinig van de waarde heeft een marge: de percentielen zijn niet de marge van de "
          + "ratio.")
  }

  private func addDrivers(to plan: inout SheetPlan) throws {
    guard !doubt.drivers.isEmpty else { return }
    plan.addSection(
      voice(
        Text(
          "What the doubt comes from: share of the variance of the present value",
          nl: "Waar de twijfel vandaan komt: deel van de variantie van de contante waarde")))
    plan.addHeadings([
      (voice(Text("Input", nl: "Invoer")), false),
      (voice(Text("With others", nl: "Met andere samen")), true),
      (voice(Text("Alone", nl: "Alleen")), true), ("", false),
    ])
    let shown = doubt.drivers.prefix(LongList.most)
    let bars = CellBars(shown.map { $0.totalEffect.value ?? 0 }, firstRow: plan.nextRow)
    for (index, driver) in shown.enumerated() {
      plan.add(
        .text(voice(driver.label), .wrapped), try voice.cell(driver.totalEffect, formula: nil),
        try voice.cell(driver.firstOrder, formula: nil), try bars.cell(index))
    }
    LongList.addNote(doubt.drivers.count, to: &plan, voice)
  }

  private func addMethod(to plan: inout SheetPlan) {
    plan.addSection(voice(Text("How it was computed", nl: "Hoe dit is berekend")))
    for text in [doubt.method] + doubt.remarks { plan.add(.text(voice(text), .wrapped)) }
  }
}
