import ExportKit
import Testing

@testable import Portfolio

/// Units and numbers of the municipal workbook are those that people read.
struct PictureWordsTests {
  @Test func `units of files become words, and a pure number has none`() {
    let golden = [
      ("count", "", ""), ("1", "", ""), ("%", "", ""), ("person", "people", "mensen"),
      ("h", "hours", "uur"), ("kWh", "kWh", "kWh"),
    ]
    for (code, english, dutch) in golden {
      #expect(PictureWords.unit(code, .english) == english)
      #expect(PictureWords.unit(code, .dutch) == dutch)
    }
  }

  @Test func `counts have no decimals where they are whole`() {
    #expect(PictureTable.Value.of(430, unit: "count", currency: nil) == .whole(430))
    #expect(PictureTable.Value.of(2.5, unit: "person", currency: nil) == .number(2.5))
    #expect(PictureTable.Value.of(0.25, unit: "%", currency: nil) == .share(0.25))
    #expect(PictureTable.Value.amount(nil) == .nothing)
    #expect(PictureTable.Value.amount(1e300) == .number(1e300))
  }
}
