import Charts
import ImpactModel
import Testing

@Suite struct NumberStyleTests {
  func style(_ unit: Unit, _ language: Language, _ currency: Currency = .euro) -> NumberStyle {
    NumberStyle(unit: unit, currency: currency, language: language)
  }

  @Test func `amounts carry sign, currency and the marks of the language`() {
    #expect(style(.money, .dutch).text(-1_234.5) == "−€\u{A0}1.235")
    #expect(style(.money, .english).text(1_234.4) == "€1,234")
    #expect(style(.money, .english, .pound).text(-0.4) == "£0")
    #expect(style(.money, .dutch).priceText(12.5) == "€\u{A0}12,50")
    #expect(style(.money, .dutch).priceText(3_500) == "€\u{A0}3.500")
  }

  @Test func `shares are percentages`() {
    #expect(style(.percent, .dutch).text(0.381702) == "38,2%")
    #expect(style(.percent, .english).shortText(0.2, atMost: 1) == "20%")
    #expect(style(.percent, .english).shortText(0.0225, atMost: 2) == "2.25%")
  }

  @Test func `other units follow the number without a break`() {
    #expect(style(.hour, .dutch).text(12) == "12\u{A0}uur")
    #expect(style(.kilogram, .english).text(1_005.25) == "1,005.3\u{A0}kg")
    #expect(style(.ratio, .dutch).text(1.005) == "1,01")
    #expect(style(.count, .english).text(.infinity) == "–")
  }
}
