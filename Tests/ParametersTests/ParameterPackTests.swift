import ImpactModel
import Parameters
import Testing

@Suite struct `A pack of parameters` {
  private static let table =
    "id,value,unit,from,until,source\nproxy.visit,12.5,EUR,2025-01-01,,bank\n"
  private static let bank = "bank:\n  title: Bank\n  citation: The proxy bank\n  licence: own use\n"

  @Test func `is each folder with a file of sources, and nothing else`() {
    let pack = ParameterPack(
      files: [
        "examples/empty.csv": "Date;Hours\n", "p/a.csv": Self.table, "p/sources.yaml": Self.bank,
        "notes.yaml": "x: y\n",
      ], place: "garden: ")
    #expect(pack.findings == [])
    #expect(pack.values.map(\.id) == ["proxy.visit"])
    #expect(pack.values.first?.unit == "EUR")
    #expect(pack.values.first?.address?.text(in: .english) == "garden: p/a.csv, row 2")
    #expect(pack.values.first?.record?.licence == "own use")
  }

  @Test func `says once what is wrong with sources that two tables share`() {
    let pack = ParameterPack(
      files: [
        "a.csv": Self.table, "b.csv": Self.table.replacing("visit", with: "call"),
        "sources.yaml": Self.bank + "  license: x\n",
      ], place: "")
    #expect(pack.findings.map(\.code) == ["parameter.source_key"])
    #expect(pack.values.isEmpty)
  }

  @Test func `may be printed unless its licence forbids it`() throws {
    let open = try value(Self.bank)
    #expect(open.isPrintable)
    #expect(
      open.origin == .parameter(id: "proxy.visit", value: 12.5, source: "The proxy bank"))
    let closed = try value(Self.bank + "  printable: no\n")
    #expect(!closed.isPrintable)
    #expect(closed.value == 12.5)
    guard case .computation(let rule, let inputs) = closed.origin else {
      Issue.record("the origin is \(closed.origin)")
      return
    }
    #expect(inputs.isEmpty)
    for language in Language.allCases {
      #expect(rule[language].contains("proxy.visit"))
      #expect(rule[language].contains("The proxy bank"))
      #expect(!rule[language].contains("12"))
    }
  }

  @Test func `refuses any other word on printing and uses no value of the source`() {
    let pack = ParameterPack(
      files: ["a.csv": Self.table, "sources.yaml": Self.bank + "  printable: maybe\n"], place: "")
    #expect(pack.values.isEmpty)
    #expect(
      pack.findings.map { `A table of dated values`.line($0) } == [
        "error parameter.source_printable at sources.yaml, line 5: "
          + "“maybe” does not say whether values of “bank” may be printed."
      ])
  }

  private func value(_ sources: String) throws -> ParameterValue {
    try #require(
      ParameterPack(files: ["a.csv": Self.table, "sources.yaml": sources], place: "").values.first)
  }
}
