import ExportKit
import Testing

@testable import WebPage

/// The numbers behind a figure: with their unit, and no longer than a reader needs.
@Suite struct PartsInWordsTests {
  private func lines(_ parts: Measure.Parts, partsUnit: Unit? = nil) throws -> [String] {
    let card = MeasureCard(
      "m", Text("Measure", nl: "Meting"), help: Text("Help.", nl: "Uitleg."), kind: .share,
      partsUnit: partsUnit, aggregation: .none)
    let measure = Measure(card: card, result: .measured(parts), origin: .combined([]))
    return PartsInWords(measure).lines(Writer(try SampleReport(language: .dutch).make().project))
  }

  @Test func `the parts of a share have the unit that its card gives`() throws {
    let share = Measure.Parts.share(numerator: 7524, denominator: 8264.25, unknown: 85)
    #expect(
      try lines(share, partsUnit: .kilogram)
        == ["7.524\u{A0}kg van 8.264,3\u{A0}kg bekend; 85\u{A0}kg onbekend"])
    #expect(try lines(share) == ["7.524 van 8.264,25 bekend; 85 onbekend"])
    let money = Measure.Parts.share(numerator: 146_400, denominator: 157_000, unknown: 0)
    #expect(try lines(money, partsUnit: .money) == ["€\u{A0}146.400 van €\u{A0}157.000"])
    #expect(
      try lines(.mean(sum: 301, count: 2), partsUnit: .hour)
        == ["301\u{A0}uur in totaal, gedeeld door 2"])
  }

  @Test(arguments: [
    (1687.6755, Unit.kilogram, "1.687,7\u{A0}kg"), (0.0523, .kilogram, "0,0523\u{A0}kg"),
    (37_764.0439, .money, "€\u{A0}37.764"), (12.5, .money, "€\u{A0}12,50"),
    (0.376524, .percent, "37,7%"), (0.0004, .percent, "0,04%"), (0.5, .ratio, "0,5"),
    (1.43523, .ratio, "1,44"), (0.0007, .ratio, "0,0007"), (36, .people, "36\u{A0}mensen"),
    (0, .kilogram, "0\u{A0}kg"), (-1.26, .kilogram, "−1,3\u{A0}kg"),
  ])
  func `a number that went in has the decimals of its unit, and more only where it is small`(
    value: Double, unit: Unit, text: String
  ) throws {
    let input = NamedNumber("n", Text("In", nl: "Erin"), value, unit: unit)
    let rule = Text("rule", nl: "regel")
    #expect(
      try lines(.computed(1, inputs: [input], rule: rule)) == ["regel", "Erin: \(text)"])
  }
}
