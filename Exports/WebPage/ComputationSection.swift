import Charts
import ExportKit

/// How the headline figures were computed, down to cells and sources, folded until asked for.
struct ComputationSection {
  let report: Report

  func section(_ writer: Writer) -> Section? {
    guard let map = report.valueMap else { return nil }
    // The ratio's tree holds those of the others, which are only opened one level here.
    let whole = Explanation.Limits(depth: 12, width: 40, figures: 400)
    let short = Explanation.Limits(depth: 2, width: 40, figures: 100)
    let headlines =
      [(map.ratio, whole)]
      + [map.presentValue, map.inputsPresentValue, map.netPresentValue].map { ($0, short) }
      + doubtFigures.map { ($0, short) }
    let known = headlines.filter { figure, _ in figure.value != nil }
    let parts = report.explanations(of: known.map { ($0.id, $1) })
      .compactMap { $0.map { folded($0, writer) } }
    guard !parts.isEmpty else { return nil }
    return Section(
      "computed", writer.say("How it was computed", nl: "Hoe het is berekend"), parts)
  }

  /// What a reader may take for more than it is, so that its caution stands there too.
  private var doubtFigures: [Figure] {
    report.doubt.map { [$0.ratioLow, $0.ratioHigh, $0.chanceBelowOne] } ?? []
  }

  private func folded(_ node: Explanation, _ writer: Writer) -> Markup {
    let title = writer.say("How is this computed? ", nl: "Hoe is dit berekend? ")
    return Markup(
      "details", [:],
      [
        Markup("summary", text: title + name(node, writer)),
        Markup("ul", ["class": "tree"], [item(node, writer)]),
      ])
  }

  private func name(_ node: Explanation, _ writer: Writer) -> String {
    let words = report.words(for: node.id, called: node.label)[writer.language]
    guard let value = node.value else { return "\(words): \(writer.notKnown(node.absence))" }
    let number =
      node.estimate.map {
        ShownNumber.text($0, node.unit, currency: writer.currency, in: writer.language)
      } ?? ShownNumber.text(value, node.unit, currency: writer.currency, in: writer.language)
    return "\(words) = \(number)"
  }

  private func item(_ node: Explanation, _ writer: Writer) -> Markup {
    // Of a very long report not every figure has a place to lead to.
    var parts = [
      writer.hasPlace(node.id)
        ? Markup("a", ["href": "#\(node.id)"], text: name(node, writer))
        : Markup("span", text: name(node, writer))
    ]
    parts += notes(node, writer).map { Markup("span", ["class": "line ground"], text: $0) }
    var below = node.children.map { item($0, writer) }
    if node.leftOut > 0 {
      below.append(
        Markup(
          "li", ["class": "ground"],
          text: writer.say("and \(node.leftOut) more", nl: "en nog \(node.leftOut)")))
    }
    if !below.isEmpty { parts.append(Markup("ul", [:], below)) }
    return Markup("li", [:], parts)
  }

  private func notes(_ node: Explanation, _ writer: Writer) -> [String] {
    if node.isRepeated {
      return [writer.say("taken apart above", nl: "hierboven uitgewerkt")]
    }
    let rule = node.rule?[writer.language]
    let numbers = node.arithmetic?.text(in: writer.language)
    let sum = [rule, numbers].compactMap(\.self).joined(separator: ": ")
    return (sum.isEmpty ? [] : [sum]) + [node.remark].compactMap(\.self)
      + [node.caution].compactMap(\.self).map {
        writer.say("Take care: ", nl: "Let op: ") + $0[writer.language]
      }
      + node.sources.map { "← " + OriginText($0).words(in: writer.language) }
  }
}
