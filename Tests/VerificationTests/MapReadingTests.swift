import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Verification

/// Maps as people really save them.
@Suite struct MapReadingTests {
  private static let plain = """
    Outcome;Quantity;Proxy;Deadweight;Attribution;Impact
    A;10;100;20%;10%;720
    B;20;50;0%;30%;700
    Total;;;;;1420
    """

  @Test func `a heading of several rows and labels beside each other are understood`() throws {
    let map = try Maps.verified(file: "two-headings.csv")
    #expect(map.deviations == [])
    #expect(map.rows == 3)
    // Three impacts, nine values, five totals, two present values, and the four results.
    #expect(map.followed >= 20)
    #expect(map.timing == .start)
  }

  @Test(arguments: [";", ",", "\t", "|"])
  func `any usual separator is found`(separator: String) throws {
    let map = try Maps.verified(text: Self.plain.replacing(";", with: separator))
    #expect(map.rows == 2)
    #expect(map.followed == 3)
    #expect(map.deviations == [])
  }

  @Test func `a file in an older encoding is read`() throws {
    let text = "Effect;Aantal;Financi\u{EB}le proxy;Deadweight;Impact\nA;10;100;20;800\n"
    let bytes = Data(text.unicodeScalars.map { UInt8($0.value) })
    let grid = try Grid.csv(bytes, file: "map.csv").get()
    let map = try #require(MapVerifier.verify(grid))
    #expect(map.followed == 1)
  }

  @Test func `a number that can be read in two ways is left alone and listed`() throws {
    let map = try Maps.verified(
      text: "Outcome;Quantity;Proxy;Deadweight;Impact\nA;10;1,234;20;9872\n")
    #expect(map.ambiguous.map(\.cell) == ["C2"])
    #expect(map.deviations == [])
    #expect(map.followed == 0)
  }

  @Test func `rounding of the digits shown is no deviation and one unit more is`() throws {
    let right = try Maps.verified(
      text: "Outcome;Quantity;Proxy;Deadweight;Impact\nA;3;333,33;10 %;900\n")
    #expect(right.deviations == [])
    let wrong = try Maps.verified(
      text: "Outcome;Quantity;Proxy;Deadweight;Impact\nA;3;333,33;10 %;902\n")
    #expect(wrong.deviations.count == 1)
    #expect(wrong.deviations.first?.address.cell == "E2")
    #expect(abs((wrong.deviations.first?.computed ?? 0) - 899.991) < 1e-9)
  }

  @Test func `a third written as 33 percent may have been rounded`() throws {
    let map = try Maps.verified(
      text: "Outcome;Quantity;Proxy;Deadweight;Impact\nA;30;100;33%;2000\n")
    #expect(map.deviations == [])
  }

  @Test func `a stated timing binds the map`() throws {
    func map(_ value: String) -> String {
      """
      Outcome,Quantity,Proxy,Deadweight,Drop-off,Duration,Impact,Year 1,Year 2,Present value
      A,10,100,20%,10%,2,800,800,720,\(value)
      Discount rate,10%
      Discount timing,end of year
      """
    }
    // 800 ÷ 1.1 + 720 ÷ 1.21 by hand.
    #expect(try Maps.verified(text: map("1322.31")).deviations == [])
    let other = try Maps.verified(text: map("1454.55"))
    #expect(other.statesTiming)
    #expect(other.deviations.map(\.diagnoses) == [[.otherTiming(.start)]])
  }

  @Test(
    arguments: [
      "Moment van disconteren", "Disconteringsmoment", "Disconteren", "Discontering", "Tijdstip",
    ])
  func `Dutch words for the timing are known`(label: String) throws {
    let map = try Maps.verified(
      text: """
        Effect;Aantal;Financiële proxy;Zonder ons ook;Afname;Duur;Impact;Jaar 1;Jaar 2;Contante waarde
        A;10;100;20 %;10 %;2;800;800;720;1454,55
        Discontovoet;10 %
        \(label);einde van de periode
        """)
    #expect(map.statesTiming)
    // 800 + 720 ÷ 1.1 is what the start of the period gives.
    #expect(map.deviations.map(\.diagnoses) == [[.otherTiming(.start)]])
  }

  @Test(
    arguments: [
      "Headline;1 : 3", "Kop;1 : 3", "Sociaal rendement;1 : 3", "Elke euro levert op;3",
    ], ["", "SROI-ratio;2,33\n"])
  func `a headline of 3 for 2 point 33 is rounded up`(line: String, ratio: String) throws {
    func map(_ line: String) throws -> MapVerification {
      try Maps.verified(
        text: """
          Effect;Aantal;Financiële proxy;Zonder ons ook;Impact
          A;100;23,30;0 %;2330
          Totaal;;;;2330
          Totale inbreng;1000
          \(ratio)\(line)
          """)
    }
    #expect(try map(line).deviations.map(\.diagnoses) == [[.roundedUp]])
    #expect(try map(line.replacing("3", with: "2,33")).deviations == [])
  }

  @Test func `a headline about something else is left alone`() throws {
    let map = try Maps.verified(
      text: "Outcome;Quantity;Proxy;Impact\nA;10;100;1000\nInvestment;500\nHeadline;45\n")
    #expect(map.deviations == [])
    #expect(map.followed == 1)
  }

  @Test func `a headline of 6 for 5 point 62 is rounded up`() throws {
    func map(_ ratio: String) -> String {
      """
      Outcome,Quantity,Proxy,Deadweight,Impact
      A,1000,4760.25,0%,4760250
      Total,,,,4760250
      Investment,847166
      SROI ratio,\(ratio)
      """
    }
    #expect(try Maps.verified(text: map("5.62")).deviations == [])
    #expect(try Maps.verified(text: map("6")).deviations.map(\.diagnoses) == [[.roundedUp]])
    #expect(try Maps.verified(text: map("1 : 6")).deviations.map(\.diagnoses) == [[.roundedUp]])
    #expect(try Maps.verified(text: map("4.62")).deviations.map(\.diagnoses) == [[.netForGross]])
  }

  @Test(
    arguments: [
      "", "\n\n", "a", "Outcome;Impact", "Outcome;Quantity;Impact\n;;\n", "Year 1;Year 2\n1;2\n",
      "Outcome;Quantity;Proxy;Impact;Start;Duration\nA;1;1;1;999999999;999999999\n",
      "Outcome;Quantity;Proxy;Drop-off;Impact;Year 0;Year 199\nA;1;1;900%;-1;1e9;1\n",
    ])
  func `nonsense gives no crash`(text: String) throws {
    let grid = try Grid.csv(Data(text.utf8), file: "map.csv").get()
    for deviation in MapVerifier.verify(grid)?.deviations ?? [] {
      #expect(deviation.stated.isFinite && deviation.computed.isFinite)
    }
  }

  @Test func `random cells give no crash`() throws {
    var random = SeededGenerator(seed: 9)
    let words = [
      "Outcome", "Quantity", "Proxy", "Deadweight", "Impact", "Year 1", "Year 2", "Drop-off",
      "Total", "SROI", "Investment", "Discount rate", "10%", "-5", "0", "1e9", "99999999999999",
      "0,2", "1 : 2", "", "", "", "Present value", "Duration", "2", "PV", "Start",
    ]
    for _ in 0..<200 {
      let lines = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          words.randomElement(using: &random) ?? ""
        }.joined(separator: ";")
      }
      let bytes = Data(lines.joined(separator: "\n").utf8)
      let grid = try Grid.csv(bytes, file: "map.csv").get()
      for deviation in MapVerifier.verify(grid)?.deviations ?? [] {
        #expect(deviation.stated.isFinite)
      }
    }
  }
}
