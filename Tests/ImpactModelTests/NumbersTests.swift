import Foundation
import ImpactModel
import TestSupport
import Testing

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.5, 0, "1"), (-0.5, 0, "−1"), (-0.004, 2, "0.00"),
    (1234.5, 1, "1,234.5"), (999.999, 2, "1,000.00"), (0.045, 2, "0.05"),
    (
      1e21, 0,
      "1,000,000,000,000,000,000,000"
    ), (0.0001234, 6, "0.000123"), (12, 3, "12.000"), (0, 2, "0.00"),
  ])
  func `numbers are rounded half away from zero on their decimal text`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(DecimalText.rounded(value, decimals: decimals, in: .english) == text)
  }

  @Test func `Dutch has a comma for the decimals and points for the thousands`() {
    #expect(DecimalText.rounded(-1234567.891, decimals: 2, in: .dutch) == "−1.234.567,89")
  }

  @Test func `exact text is the shortest that reads back the same`() {
    #expect(DecimalText.exact(0.1) == "0.1")
    #expect(DecimalText.exact(40000) == "40000")
    #expect(DecimalText.exact(-0.0) == "0")
    #expect(DecimalText.exact(.infinity) == "")
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(DecimalText.exact(value)) == value)
    }
  }

  @Test func `a rounded number differs from the number by at most half a unit`() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let value = Double.random(in: -1e6...1e6, using: &generator)
      let decimals = Int.random(in: 0...6, using: &generator)
      let rounded = DecimalText.round(value, decimals: decimals)
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
      #expect(abs(rounded - value) <= unit / 2 * (1 + 1e-6))
      #expect(DecimalText.round(rounded, decimals: decimals) == rounded)
    }
  }
}

@Suite struct MoneyTests {
  @Test func `a sum that overflows or mixes currencies is nothing, not a wrong amount`() {
    let most = Money(minorUnits: .max, currency: .euro)
    let cent = Money(minorUnits: 1, currency: .euro)
    #expect(most.adding(cent) == nil)
    #expect(cent.adding(Money(minorUnits: 1, currency: .pound)) == nil)
    #expect(cent.adding(cent) == Money(minorUnits: 2, currency: .euro))
  }

  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"),
    (Int64.min, "-92233720368547758.08"),
  ])
  func `the exact text has a point and two decimals`(cents: Int64, text: String) {
    #expect(Money(minorUnits: cents, currency: .euro).exactText == text)
  }

  @Test func `a currency has three letters`() {
    #expect(Currency("eur") == .euro)
    #expect(Currency("€") == nil && Currency("EURO") == nil && Currency("E1R") == nil)
  }

  @Test func `an estimate lies inside its range`() {
    #expect(Estimate(2, low: 1, high: 3)?.isUncertain == true)
    #expect(Estimate(4, low: 1, high: 3) == nil)
    #expect(Estimate(.nan, low: 1, high: 3) == nil)
    #expect(!Estimate(2).isUncertain)
  }
}
