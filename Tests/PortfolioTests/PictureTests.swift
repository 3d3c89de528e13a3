import ExportKit
import Foundation
import LibXML2
import OpenDocument
import Portfolio
import TestSupport
import Testing

@Suite struct `The picture of a portfolio` {
  /// Three projects under like conventions and one at other prices.
  private static let edits: [@Sendable (inout PortfolioReport) -> Void] = [
    {
      $0.id = "a"
      $0.quantity = 30
      $0.inputs = 100
    },
    {
      $0.id = "b"
      $0.quantity = 10
      $0.inputs = 400
      $0.theme = nil
      $0.neighbourhood = "Zuid"
      $0.repairs = (1, 12)
      $0.outcome = "Meer beweging"
    },
    {
      $0.id = "c"
      $0.quantity = 20
      $0.inputs = 100
      $0.kilograms = nil
      $0.outcome = "Minder afval"
      $0.theme = "afval"
    },
    {
      $0.id = "d"
      $0.priceYear = 2020
      $0.quantity = 1000
      $0.outcome = "Meer banen"
    },
  ]

  private static func register(
    _ edits: [@Sendable (inout PortfolioReport) -> Void] = edits
  ) throws -> Register {
    let register = try Register()
    for edit in edits { try #require(try register.add(edit)?.status == .added) }
    return register
  }

  @Test func `adds only under like conventions, and divides sums instead of averaging`() throws {
    let picture = try Self.register().portfolio.picture()
    #expect(picture.groups.count == 2)
    let group = try #require(picture.groups.first)
    #expect(group.sum.projects == 3)
    #expect(group.sum.presentValue == 600 && group.sum.inputs == 600)
    // The ratios are 3, 0.25 and 2, whose average is 1.75.
    #expect(group.sum.ratio == 1)
    #expect(group.conventions.priceYear == 2025)
    #expect(picture.groups.last?.sum.presentValue == 10_000)
  }

  @Test func `splits by theme, neighbourhood, domain, stakeholder and year`() throws {
    let group = try #require(try Self.register().portfolio.picture().groups.first)
    #expect(group.themes.map(\.code) == ["ontmoeten", "afval", ""])
    #expect(group.themes.map(\.sum.presentValue) == [300, 200, 100])
    #expect(group.neighbourhoods.map(\.code) == ["GM0344 Groenhof", "GM0344 Zuid"])
    #expect(group.neighbourhoods.map(\.sum.ratio) == [2.5, 0.25])
    #expect(group.domains.map(\.code) == ["citizens"])
    #expect(group.stakeholders.map(\.label.english) == ["Bewoners"])
    #expect(group.stakeholders.first?.sum.ratio == nil, "benefits of a part have no inputs")
    #expect(group.years.map(\.code) == ["2025"])
  }

  @Test func `joins measures as each declares`() throws {
    let totals = try Self.register(Array(Self.edits.prefix(3))).portfolio.picture().measures
    let weight = try #require(totals.first { $0.figure == "repairs.weight" })
    #expect(weight.value == 25 && weight.reports == 2 && weight.absent == 1)
    let share = try #require(totals.first { $0.figure == "repairs.success" })
    // (3 + 1 + 3) / (4 + 12 + 4), where the average of the shares would be 0.53.
    #expect(share.value == 0.35 && share.numerator == 7 && share.denominator == 20)
    let index = try #require(totals.first { $0.figure == "repairs.index" })
    #expect(index.value == nil && index.reports == 3)
  }

  @Test func `joins the flows of the projects`() throws {
    let flows = try Self.register(Array(Self.edits.prefix(3))).portfolio.picture().flows
    #expect(flows.count == 1)
    #expect(flows.first?.amount == 120 && flows.first?.projects == 3)
    #expect(flows.first?.unit == "EUR" && flows.first?.target.dutch == "De wijk")
  }

  @Test func `counts the latest report of a project once, and shows years beside each other`()
    throws
  {
    let picture = try Self.register([
      { $0.year = 2024 },
      {
        $0.year = 2025
        $0.quantity = 40
      },
    ]).portfolio.picture()
    let group = try #require(picture.groups.first)
    #expect(group.sum.projects == 1 && group.sum.presentValue == 400)
    #expect(group.years.map(\.code) == ["2024", "2025"])
    #expect(group.years.map(\.sum.presentValue) == [300, 400])
    #expect(picture.overlaps.isEmpty)
  }

  @Test func `shows years at other prices beside each other, and never in one line`() throws {
    let picture = try Self.register([
      {
        $0.year = 2024
        $0.priceYear = 2024
      },
      {
        $0.year = 2025
        $0.quantity = 40
      },
      {
        $0.id = "z"
        $0.year = 2024
        $0.priceYear = 2024
        $0.outcome = "Meer groen"
      },
    ]).portfolio.picture()
    #expect(picture.development.map(\.year) == [2024, 2025])
    #expect(picture.development.map(\.sum.presentValue) == [600, 400])
    #expect(picture.development.map(\.conventions.priceYear) == [2024, 2025])
    #expect(picture.development.map(\.sum.projects) == [2, 1])
  }

  @Test func `says who put what in, which adds up to the inputs`() throws {
    let group = try #require(
      try Self.register([
        { $0.id = "a" },
        {
          $0.id = "b"
          $0.payer = "gemeente utrecht"
          $0.outcome = "x"
        },
        {
          $0.id = "c"
          $0.payer = "Fonds"
          $0.inputs = 300
          $0.outcome = "y"
        },
      ]).portfolio.picture().groups.first)
    #expect(group.payers.map(\.name) == ["Fonds", "Gemeente Utrecht"])
    #expect(group.payers.map(\.presentValue) == [300, 200])
    #expect(group.payers.map(\.projects) == [1, 2])
    #expect(group.payers.reduce(0) { $0 + $1.presentValue } == group.sum.inputs)
    #expect(group.payers.allSatisfy { $0.kind == "cash" })
  }

  @Test func `flags the same grant, however it is spelled`() throws {
    let picture = try Self.register([
      {
        $0.id = "a"
        $0.grants = ["SUB-2025/17"]
        $0.outcome = "x"
      },
      {
        $0.id = "b"
        $0.grants = ["sub 2025 17"]
        $0.outcome = "y"
      },
      {
        $0.id = "c"
        $0.grants = ["SUB-2025/18"]
        $0.outcome = "z"
      },
      {
        $0.id = "d"
        $0.grants = ["SUB-2025/17"]
        $0.outcome = "w"
        $0.year = 2023
      },
    ]).portfolio.picture()
    let overlap = try #require(picture.overlaps.first)
    #expect(picture.overlaps.count == 1 && overlap.kind == .grant)
    #expect(overlap.members.map(\.name) == ["Project a", "Project b"], "2023 overlaps nothing")
    #expect(overlap.members.map(\.amount) == [100, 100])
  }

  @Test func `flags the same outcome of the same stakeholder and a cost that is an income`() throws
  {
    let same = try Self.register([{ $0.id = "a" }, { $0.id = "b" }]).portfolio.picture().overlaps
    #expect(same.map(\.kind) == [.outcome])
    #expect(same.first?.members.map(\.amount) == [300, 300])
    let paid = try Self.register([
      { $0.id = "a" },
      {
        $0.id = "b"
        $0.outcome = "Meer banen"
        $0.organisation = "Stichting Werk"
        $0.payer = "stichting TUIN"
      },
    ]).portfolio.picture().overlaps
    #expect(paid.map(\.kind) == [.costAsIncome])
    #expect(paid.first?.members.map(\.name) == ["Project b", "Project a"])
  }

  @Test func `is the same in whatever order reports were added`() throws {
    var generator = SeededGenerator(seed: 8)
    let tenths: [@Sendable (inout PortfolioReport) -> Void] = (1...12).map { number in
      {
        $0.id = "p\(number)"
        $0.quantity = Double(number) * 0.1
        $0.kilograms = Double(number) / 3
      }
    }
    let first = try Self.register(tenths).portfolio.picture()
    for _ in 0..<3 {
      let shuffled = tenths.shuffled(using: &generator)
      let picture = try Self.register(shuffled).portfolio.picture()
      #expect(picture.groups == first.groups)
      #expect(picture.measures == first.measures)
      #expect(picture.flows == first.flows)
    }
  }

  @Test func `is written as XML that its schema accepts, as a spreadsheet and as a page`() throws {
    let register = try Self.register(
      Self.edits + [
        {
          $0.id = "m"
          $0.rounds = (1_000, 400, 100)
          $0.outcome = "Geld"
        },
        {
          $0.id = "n"
          $0.organisation = "Stichting N"
          $0.number = "87654321"
          $0.rounds = (500, 200, 50)
          $0.payer = "Stichting Tuin"
          $0.outcome = "Meer geld"
        },
      ])
    let folder = register.folder.appending(path: "out")
    for language in Language.allCases {
      let files = try PictureWriter(
        register.portfolio.picture(), program: "Test <&>", language: language
      ).write(to: folder, named: "city")
      #expect(
        files.map(\.lastPathComponent) == [
          "city.ods", "city.xml", "city.html", "wijkwaarde-portfolio-1.xsd",
        ])
      let validator = try XMLValidator(schema: files[3])
      let xml = try Data(contentsOf: files[1])
      #expect(validator.validate(xml).isEmpty)
      #expect(String(decoding: xml, as: UTF8.self).contains("<multiplier neighbourhood="))
      let broken = String(decoding: xml, as: UTF8.self)
        .replacing(/<ratio>[0-9.]+<\/ratio>/, with: "<ratio>INF</ratio>")
      #expect(!validator.validate(Data(broken.utf8)).isEmpty)
      let page = try String(contentsOf: files[2], encoding: .utf8)
      #expect(page.contains("lang=\"\(language.rawValue)\"") && page.contains("Test &lt;&amp;&gt;"))
      var texts: [String] = []
      try SpreadsheetReader(file: files[0]).read { event in
        if case .row(let row) = event { texts += row.cells.map { "\($0)" } }
      }
      #expect(texts.contains { $0.contains("Stichting N") })
    }
  }

  @Test func `every element and attribute of the schema is explained in both languages`() throws {
    let schema = try String(
      contentsOf: Places.repository.appending(
        path: "Sources/Portfolio/Writing/wijkwaarde-portfolio-1.xsd"), encoding: .utf8)
    let declared = schema.matches(of: /<xs:(element|attribute|complexType|simpleType) name=/).count
    for language in ["en", "nl"] {
      let explained = schema.matches(of: /<xs:documentation xml:lang="(..)">[^<]+</)
        .count { $0.1 == language }
      // One more stands on the schema itself.
      #expect(explained == declared + 1)
    }
  }
}
