import Charts
import ExportKit

/// How sure the ratio is: percentiles, the chance of less than 1, and what drives the doubt.
struct DoubtSection {
  let doubt: ReportDoubt

  func section(_ writer: inout Writer) -> Section {
    var parts = [Html.paragraph(DoubtInWords(doubt).interval(writer), class: "summary")]
    if let chance = DoubtInWords(doubt).chance(writer) { parts.append(Html.paragraph(chance)) }
    parts.append(results(&writer))
    parts += drivers(&writer)
    let method = writer.say("How it was computed: ", nl: "Hoe dit is berekend: ")
    parts.append(Html.paragraph(method + doubt.method[writer.language] + ".", class: "note"))
    if !doubt.remarks.isEmpty {
      parts.append(Html.list(doubt.remarks.map { $0[writer.language] }, class: "note"))
    }
    return Section(
      "doubt", writer.say("How sure is the ratio?", nl: "Hoe zeker is de ratio?"), parts)
  }

  private func results(_ writer: inout Writer) -> Markup {
    let figures = [
      doubt.ratioLow, doubt.ratioMedian, doubt.ratioHigh, doubt.ratioMean, doubt.chanceBelowOne,
      doubt.shareWithDoubt, doubt.presentValueMean, doubt.presentValueDeviation,
    ]
    let rows = figures.map { figure in
      Html.row([
        Cell(figure.label[writer.language]), Cell(writer.figure(figure), isNumber: true),
      ])
    }
    return Html.table(
      writer.say("What follows from the ranges", nl: "Wat uit de marges volgt"),
      head: [
        Cell(writer.say("Figure", nl: "Cijfer")), Cell.number(writer.say("Value", nl: "Waarde")),
      ], rows: rows)
  }

  private func drivers(_ writer: inout Writer) -> [Markup] {
    guard !doubt.drivers.isEmpty else { return [] }
    let title = writer.say("What the doubt comes from", nl: "Waar de twijfel vandaan komt")
    let rows = LongList.shown(doubt.drivers).map { driver in
      Html.row([
        Cell(driver.label[writer.language]),
        Cell(writer.figure(driver.firstOrder), isNumber: true),
        Cell(writer.figure(driver.totalEffect), isNumber: true),
      ])
    }
    let table = Html.table(
      writer.say(
        "Share of the variance of the present value",
        nl: "Deel van de variantie van de contante waarde"),
      head: [
        Cell(writer.say("Input", nl: "Invoer")),
        Cell.number(writer.say("Alone", nl: "Alleen")),
        Cell.number(writer.say("With others", nl: "Met andere samen")),
      ], rows: rows)
    let bars = LongList.shown(doubt.drivers).compactMap { driver in
      driver.totalEffect.value.map {
        BarChart.Bar(label: driver.label[writer.language], value: $0)
      }
    }
    let note = LongList.note(doubt.drivers.count, writer)
    guard !bars.isEmpty else { return [Html.heading(title), table] + note }
    let chart = BarChart(title: title, bars: bars, style: writer.style(.percent))
    return [
      Html.heading(title),
      Markup("div", ["class": "pair"], [Markup("figure", [:], [chart.svg]), table]),
    ] + note
  }
}

/// The doubt in plain sentences, for the first screen and for its own section.
struct DoubtInWords {
  private let doubt: ReportDoubt

  init(_ doubt: ReportDoubt) { self.doubt = doubt }

  /// Between which values the ratio lies, or why that cannot be said.
  func interval(_ writer: Writer) -> String {
    let style = writer.style(doubt.ratioLow.unit)
    guard let low = doubt.ratioLow.value, let high = doubt.ratioHigh.value else {
      return writer.say(
        "How sure the ratio is, cannot be said: ", nl: "Hoe zeker de ratio is, is niet te zeggen: ")
        + writer.notKnown(doubt.ratioLow.absence) + "."
    }
    let (from, to) = (style.text(low), style.text(high))
    if doubt.isInterval {
      return writer.say(
        "With 90% certainty the ratio lies between \(from) and \(to).",
        nl: "Met 90% zekerheid ligt de ratio tussen \(from) en \(to).")
    }
    let share = doubt.shareWithDoubt.value.map { writer.style(.percent).text($0, decimals: 0) }
    return writer.say(
      "No interval of the ratio: only \(share ?? "a part") of the value has a range. Those ranges "
        + "alone put the ratio between \(from) and \(to) in 90 of 100 cases; what has no range is "
        + "taken as exact there, so that the true doubt is larger.",
      nl: "Geen marge van de ratio: maar \(share ?? "een deel") van de waarde heeft een marge. "
        + "Alleen door die marges ligt de ratio in 90 van de 100 gevallen tussen \(from) en \(to); "
        + "wat geen marge heeft, telt daarin als exact, dus de echte twijfel is groter.")
  }

  /// How likely it is that less comes out than goes in; absent where it is not known.
  func chance(_ writer: Writer) -> String? {
    guard let chance = doubt.chanceBelowOne.value else { return nil }
    let style = writer.style(.percent)
    let words: String =
      if chance < 0.001 {
        writer.say("less than ", nl: "kleiner dan ") + style.text(0.001)
      } else if chance > 0.999 {
        writer.say("more than ", nl: "groter dan ") + style.text(0.999)
      } else {
        style.text(chance)
      }
    // With little doubt attached the chance, too, is only that of the ranges that were given.
    guard doubt.isInterval else {
      return writer.say(
        "By those ranges alone, the chance that the ratio is below 1: \(words).",
        nl: "Alleen door die marges is de kans dat de ratio onder 1 ligt: \(words).")
    }
    return writer.say(
      "The chance that the ratio is below 1, so that less comes out than goes in: \(words).",
      nl: "De kans dat de ratio onder 1 ligt, dus dat er minder uitkomt dan erin gaat: \(words).")
  }

  /// Which input the doubt comes from most; absent where nothing drives it.
  func mainDriver(_ writer: Writer) -> String? {
    guard let driver = doubt.drivers.first, let effect = driver.totalEffect.value else {
      return nil
    }
    let share = writer.style(.percent).text(effect, decimals: 0)
    return writer.say("Most doubt comes from: ", nl: "De meeste twijfel komt van: ")
      + "\(driver.label[writer.language]) (\(share))."
  }
}
