import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct PlaceTableTests {
  private func read(
    _ text: String, country: Country = .netherlands
  ) throws -> (shares: [PlaceShare], reading: PlaceReading) {
    try read(Data(text.utf8), country: country)
  }

  private func read(
    _ bytes: Data, country: Country = .netherlands
  ) throws -> (shares: [PlaceShare], reading: PlaceReading) {
    let url = try Places.temporaryFolder().appending(path: "table.csv")
    try bytes.write(to: url)
    var shares: [PlaceShare] = []
    let reading = try PlaceTableReader(country: country).read(fileAt: url, file: "places/table.csv")
    { shares += $0 }
    let sorted = shares.sorted {
      ($0.postcode, $0.neighbourhood, $0.municipality)
        < ($1.postcode, $1.neighbourhood, $1.municipality)
    }
    return (sorted, reading)
  }

  @Test func `the table of Statistics Netherlands is counted by postcode and neighbourhood`() throws
  {
    let (shares, reading) = try read(
      """
      PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\r
      5611AA;1;07721110;077211;0772\r
      5611AA;3;07721110;077211;0772\r
      5611AA;5;07721111;077211;0772\r
      1011AB;99;0363AF01;0363AF;0363\r
      5611AA;7;07721110;077211;0772
      """)
    #expect(
      shares == [
        PlaceShare(
          postcode: "1011AB", neighbourhood: "0363AF01", district: "0363AF",
          municipality: "0363", addresses: 1),
        PlaceShare(
          postcode: "5611AA", neighbourhood: "07721110", district: "077211",
          municipality: "0772", addresses: 3),
        PlaceShare(
          postcode: "5611AA", neighbourhood: "07721111", district: "077211",
          municipality: "0772", addresses: 1),
      ])
    #expect(reading.year == 2025)
    #expect(reading.isWeighted)
    #expect(reading.rows == 5)
    #expect(reading.findings.isEmpty)
  }

  @Test func `the heading of 2016 and numbers without leading zeros are read too`() throws {
    let (shares, reading) = try read(
      """
      "pc6";"huisnummer";"gwb2016_code";"wijkcode";"gemeentecode"
      "5611AA";1;"7721110";"77211";"772"
      """)
    #expect(shares.map(\.neighbourhood) == ["07721110"])
    #expect(shares.map(\.district) == ["077211"])
    #expect(shares.map(\.municipality) == ["0772"])
    #expect(reading.year == 2016)
  }

  @Test func `a list of the project's own needs a postcode and a neighbourhood`() throws {
    let (shares, reading) = try read(
      "\u{FEFF}Postcode;Buurt\n9999 AB;BU99990001\n9999;BU99990002\n")
    #expect(shares.map(\.postcode) == ["9999", "9999AB"])
    #expect(shares.map(\.neighbourhood) == ["99990002", "99990001"])
    #expect(!reading.isWeighted)
    #expect(reading.year == nil)
  }

  @Test func `Belgian and British tables are read by their headings`() throws {
    let belgian = try read(
      "Postcode,Gemeentenaam,NIS,Sector\n2000,\"Antwerpen, stad\",11002,11002A00-\n",
      country: .belgium)
    #expect(belgian.shares.map(\.municipality) == ["11002"])
    #expect(belgian.shares.map(\.neighbourhood) == ["11002A00-"])
    let british = try read(
      "pcds,lsoa21,msoa21,laua\nM14 5AA,E01005061,E02001094,E08000003\n",
      country: .unitedKingdom)
    #expect(british.shares.map(\.postcode) == ["M145AA"])
    #expect(british.shares.map(\.district) == ["E02001094"])
  }

  @Test func `a table that counts addresses says how many`() throws {
    let (shares, reading) = try read(
      "postcode;neighbourhood;addresses\n9999AB;99990001;12\n9999AB;99990002;30\n")
    #expect(shares.map(\.addresses) == [12, 30])
    #expect(reading.isWeighted)
  }

  @Test func `rows without a postcode or a place are counted and named`() throws {
    let (shares, reading) = try read(
      "PC6;Buurt2025\n5611AA;07721110\nPOSTBUS;07721110\n5611AB\n5611AC;\n")
    #expect(shares.map(\.postcode) == ["5611AA"])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.map(\.code) == ["places.unreadable_rows"])
    #expect(finding.message.english.hasSuffix(": 3."))
    #expect(finding.address?.line == 3)
    #expect(reading.rows == 1)
  }

  @Test(arguments: [
    "PK\u{3}\u{4}\u{0}\u{0}", "", "a;b;c\n1;2;3\n", "just words", "postcode\n9999AB\n",
  ])
  func `anything else is one error`(text: String) throws {
    let (shares, reading) = try read(text)
    #expect(shares.isEmpty)
    #expect(reading.findings.map(\.code) == ["places.unknown_columns"])
    #expect(reading.findings.map(\.severity) == [.error])
  }

  @Test func `bytes of all kinds give findings and no crash`() throws {
    var random = SeededGenerator(seed: 3)
    let sound = "PC6;Huisnummer;Buurt2025\n5611AA;1;07721110\n5611AB;2;07721111\n"
    for _ in 0..<300 {
      var bytes = Array(sound.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      let (shares, reading) = try read(Data(bytes))
      let counted = shares.reduce(0) { $0 + $1.addresses }
      #expect(counted == reading.rows)
    }
  }

  private func judge(
    _ shares: [PlaceShare], weighted: Bool, _ postcode: String = "5611AA"
  ) throws -> (PostcodeArea.Position?, Int) {
    let code = try #require(PlaceCode("BU07721110", country: .netherlands))
    let place = try #require(Postcode(postcode, country: .netherlands))
    var judging = PlaceJudging(codes: [code], country: .netherlands)
    judging.judge(place, by: [(weighted, shares)])
    return (judging.positions[place], judging.spanning)
  }

  private func share(_ neighbourhood: String, _ addresses: Int) -> PlaceShare {
    PlaceShare(
      postcode: "5611AA", neighbourhood: neighbourhood, district: "077211",
      municipality: "0772", addresses: addresses)
  }

  @Test func `the neighbourhood with the most addresses decides, and the postcode is counted`()
    throws
  {
    #expect(
      try judge([share("07721110", 3), share("07721111", 2)], weighted: true) == (.inside, 1))
    // Most addresses of one neighbourhood, though two others together have more.
    #expect(
      try judge(
        [share("07721110", 4), share("07721111", 3), share("07721112", 3)], weighted: true)
        == (.inside, 1))
    #expect(
      try judge([share("07721110", 2), share("07721111", 5)], weighted: true) == (.outside, 1))
    #expect(
      try judge([share("07721110", 2), share("07721111", 2)], weighted: true) == (.unknown, 1))
    #expect(try judge([share("07721110", 2)], weighted: true) == (.inside, 0))
  }

  @Test func `without addresses, or of half a postcode, only one side of the boundary decides`()
    throws
  {
    let both = [share("07721110", 3), share("07721111", 1)]
    #expect(try judge(both, weighted: false) == (.unknown, 0))
    #expect(try judge(both, weighted: true, "5611") == (.unknown, 0))
    #expect(try judge([share("07721110", 1)], weighted: false, "5611") == (.inside, 0))
    #expect(try judge([share("07721111", 1)], weighted: false) == (.outside, 0))
    #expect(try judge([], weighted: true) == (nil, 0))
  }
}
