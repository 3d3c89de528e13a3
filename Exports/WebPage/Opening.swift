import Charts
import ExportKit

/// The first screen: who, where, when, what came of it, for whom, and what is not known.
struct Opening {
  let report: Report

  func markup(_ writer: inout Writer) -> Markup {
    var parts = [title(writer)]
    if let map = report.valueMap {
      parts.append(result(map, &writer))
    } else {
      parts.append(
        Html.paragraph(
          writer.say(
            "This report has no value map; it shows what was measured, without a ratio.",
            nl: "Dit verslag heeft geen waardenkaart; het toont wat is gemeten, zonder ratio."),
          class: "lead"))
    }
    parts.append(
      Markup("div", ["class": "pair"], [beneficiaries(writer), Unknowns(report).markup(writer)]))
    return Markup("header", [:], parts)
  }

  private func title(_ writer: Writer) -> Markup {
    let project = report.project
    let perspective =
      switch project.perspective {
      case .forecast: writer.say("forecast", nl: "verwachting vooraf")
      case .evaluation: writer.say("evaluation", nl: "evaluatie achteraf")
      }
    let kicker = writer.say("Social value report", nl: "Verslag van maatschappelijke waarde")
    var parts = [
      Html.paragraph("\(kicker) · \(perspective)", class: "kicker"),
      Markup("h1", text: project.name),
      Html.paragraph(
        [project.organisation, project.neighbourhood.name, project.period.description]
          .joined(separator: " · "), class: "who"),
    ]
    if let summary = project.summary { parts.append(Html.paragraph(summary, class: "summary")) }
    return Markup("div", ["class": "title"], parts)
  }

  private func result(_ map: ReportValueMap, _ writer: inout Writer) -> Markup {
    let tiles = [
      tile(map.inputsPresentValue, writer.say("put in", nl: "ingebracht"), &writer),
      tile(
        map.presentValue, writer.say("present value of benefits", nl: "contante waarde van baten"),
        &writer),
      tile(
        map.netPresentValue, writer.say("net present value", nl: "netto contante waarde"), &writer),
    ]
    let caution = writer.say(
      "A ratio says little by itself: those of different projects cannot be compared without "
        + "knowing who they are for and what was counted.",
      nl: "Een ratio zegt op zichzelf weinig: die van verschillende projecten zijn niet te "
        + "vergelijken zonder te weten voor wie ze zijn en wat er is meegeteld.")
    let ratio = Markup("p", ["class": "ratio"], ratioParts(map.ratio, &writer))
    let headline =
      [ratio, Html.paragraph(sentence(map.ratio, writer), class: "lead")]
      + certainty(map, writer) + [Html.paragraph(caution, class: "caution")]
    return Markup(
      "div", ["class": "result"],
      [
        Markup("div", ["class": "headline"], headline),
        Markup("div", ["class": "tiles"], tiles),
      ])
  }

  /// How sure the ratio is, in at most three sentences.
  private func certainty(_ map: ReportValueMap, _ writer: Writer) -> [Markup] {
    guard map.ratio.value != nil, let doubt = report.doubt else { return [] }
    let words = DoubtInWords(doubt)
    let sentences = [words.interval(writer), words.chance(writer), words.mainDriver(writer)]
    return [Html.paragraph(sentences.compactMap(\.self).joined(separator: " "), class: "sure")]
  }

  private func ratioParts(_ ratio: Figure, _ writer: inout Writer) -> [Markup] {
    let label = Markup("span", ["class": "label"], text: writer.say("SROI ratio", nl: "SROI-ratio"))
    let value = writer.figure(ratio, class: "value")
    return ratio.value == nil ? [label, value] : [label, Markup("span", text: "1 : "), value]
  }

  /// The ratio in plain words.
  private func sentence(_ ratio: Figure, _ writer: Writer) -> String {
    guard let value = ratio.value else {
      return writer.say(
        "How much social value each amount put in gives cannot be said.",
        nl: "Hoeveel maatschappelijke waarde de inbreng oplevert, is niet te zeggen.")
    }
    let amount = writer.style(.money).text(abs(value), decimals: 2)
    let unit = writer.style(.money).text(1)
    if value < 0 {
      return writer.say(
        "On balance value is lost: for each \(unit) put in, \(amount) of social value goes.",
        nl: "Per saldo gaat waarde verloren: voor elke \(unit) die erin gaat, verdwijnt \(amount) "
          + "aan maatschappelijke waarde.")
    }
    switch report.project.currency {
    case .euro:
      return writer.say(
        "Each euro put in gives \(amount) of social value.",
        nl: "Elke euro die erin gaat, levert \(amount) aan maatschappelijke waarde op.")
    case .pound:
      return writer.say(
        "Each pound put in gives \(amount) of social value.",
        nl: "Elk pond dat erin gaat, levert \(amount) aan maatschappelijke waarde op.")
    default:
      return writer.say(
        "Each \(unit) put in gives \(amount) of social value.",
        nl: "Elke \(unit) die erin gaat, levert \(amount) aan maatschappelijke waarde op.")
    }
  }

  private func tile(_ figure: Figure, _ words: String, _ writer: inout Writer) -> Markup {
    Markup(
      "div", ["class": "tile"],
      [writer.figure(figure, class: "value"), Markup("span", ["class": "label"], text: words)])
  }

  private func beneficiaries(_ writer: Writer) -> Markup {
    let bars = report.stakeholders.filter(\.isIncluded).compactMap { stakeholder in
      stakeholder.presentValue.value.map {
        BarChart.Bar(label: stakeholder.name, value: $0)
      }
    }.filter { $0.value != 0 }
    let title = writer.say("For whom", nl: "Voor wie")
    guard !bars.isEmpty else {
      return Markup(
        "div", [:],
        [
          Markup("h2", text: title),
          Html.paragraph(
            writer.say(
              "No value per stakeholder could be had.",
              nl: "Er is geen waarde per belanghebbende te geven."), class: "absent"),
        ])
    }
    let chart = BarChart(
      title: writer.say(
        "Present value per stakeholder", nl: "Contante waarde per belanghebbende"),
      bars: bars, style: writer.style(.money))
    return Markup(
      "div", [:], [Markup("h2", text: title), Markup("figure", [:], [chart.svg])])
  }
}
