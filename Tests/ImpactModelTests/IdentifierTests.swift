import ImpactModel
import Testing

@Suite struct PostcodeTests {
  @Test(arguments: [
    ("3561 ab", Country.netherlands, "3561AB"), ("3561", .netherlands, "3561"),
    ("2060", .belgium, "2060"), ("M14 5RB", .unitedKingdom, "M145RB"),
    ("SW1A 1AA", .unitedKingdom, "SW1A1AA"), ("M14", .unitedKingdom, "M14"),
  ])
  func `a possible postcode is written in one way`(text: String, country: Country, code: String) {
    #expect(Postcode(text, country: country)?.description == code)
  }

  @Test(arguments: [
    ("0561 AB", Country.netherlands), ("3561 SS", .netherlands), ("3561 SA", .netherlands),
    ("3561 SD", .netherlands), ("356", .netherlands), ("3561 A", .netherlands),
    ("3561 A1", .netherlands), ("35611", .netherlands), ("0206", .belgium), ("20600", .belgium),
    ("2060AB", .belgium), ("145RB", .unitedKingdom), ("MMM1 5RB", .unitedKingdom),
    ("M14 RBB", .unitedKingdom), ("", .netherlands), ("", .unitedKingdom),
  ])
  func `an impossible postcode is none`(text: String, country: Country) {
    #expect(Postcode(text, country: country) == nil)
  }

  @Test func `an area is the starts of its postcodes`() throws {
    let area = PostcodeArea(prefixes: ["3561", " 3562 a", ""])
    #expect(area.contains(try #require(Postcode("3561 ZZ", country: .netherlands))))
    #expect(area.contains(try #require(Postcode("3562 AB", country: .netherlands))))
    #expect(!area.contains(try #require(Postcode("3562 BB", country: .netherlands))))
    #expect(PostcodeArea(prefixes: [" "]).isEmpty)
  }
}

@Suite struct OrganisationIdentifierTests {
  @Test(arguments: [
    (OrganisationIdentifier.Scheme.kvk, "0123 4567", "NL-KVK-01234567"),
    (.kbo, "0202.239.951", "BE-BCE_KBO-0202239951"), (.rsin, "123456782", "NL-RSIN-123456782"),
    (.companiesHouse, "sc123456", "GB-COH-SC123456"),
    (.charityCommission, "1089464", "GB-CHC-1089464"),
    (.oin, "00000001234567890000", "NL-OIN-00000001234567890000"),
  ])
  func `a possible number is written in one way`(
    scheme: OrganisationIdentifier.Scheme, number: String, text: String
  ) {
    #expect(OrganisationIdentifier(scheme: scheme, number: number)?.description == text)
  }

  @Test(arguments: [
    (OrganisationIdentifier.Scheme.kvk, "1234567"), (.kvk, "1234567a"), (.kvk, "１２３４５６７８"),
    (.kbo, "0202239952"), (.rsin, "123456789"), (.companiesHouse, "1234567"),
    (.charityCommission, "12345"), (.oin, "1"),
  ])
  func `an impossible number is none`(scheme: OrganisationIdentifier.Scheme, number: String) {
    #expect(OrganisationIdentifier(scheme: scheme, number: number) == nil)
  }
}

@Suite struct FigureIDTests {
  @Test(arguments: ["sroi.ratio", "multiplier.lm3", "outcome.o3.present_value", "a.b"])
  func `two or more segments are an identifier`(text: String) {
    #expect(FigureID(text)?.description == text)
  }

  @Test(arguments: [
    "ratio", "sroi.", ".ratio", "sroi..ratio", "SROI.ratio", "sroi.success-rate",
    "sroi.3", "sroi._a", "sroi.é", "",
  ])
  func `anything else is none`(text: String) {
    #expect(FigureID(text) == nil)
  }

  @Test func `joining makes an identifier whatever it is given`() {
    #expect(
      FigureID(joining: "outcome", "o3", "present_value").description == "outcome.o3.present_value")
    for id in [FigureID(joining: "A b", "3-é"), FigureID(joining: "", "_")] {
      #expect(FigureID(id.description) == id)
    }
  }

  @Test func `a row's identifier is one segment`() {
    #expect(RowID("o3")?.description == "o3")
    #expect(RowID("o.3") == nil && RowID("O3") == nil && RowID("") == nil)
  }
}
