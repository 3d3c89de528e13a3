import ImpactModel
import Parameters
import Testing

@Suite struct `The file of sources` {
  private func read(_ sources: String) -> (values: [ParameterValue], findings: [Finding]) {
    ParameterFile.read(
      csv: "id,value,unit,from,until,source\na,1,h,2025-01-01,,cao\n", sources: sources,
      file: "own.csv")
  }

  private func lines(_ sources: String) -> [String] {
    read(sources).findings.map { `A table of dated values`.line($0) }
  }

  @Test func `may have all keys`() {
    let (values, findings) = read(
      """
      cao:
        title: Cao
        publisher: Sociaal Werk
        citation: Cao Welzijn
        published: 2025-01-01
        accessed: 2025-06-30
        licence: public
        attribution: Sociaal Werk
      """)
    #expect(findings.isEmpty)
    #expect(values.count == 1)
  }

  @Test func `names the keys that a source lacks and blames no row for it`() {
    #expect(
      lines("cao:\n  title: Cao\n") == [
        "error parameter.source_incomplete at sources.yaml, line 1: "
          + "The source “cao” lacks: citation, licence."
      ])
  }

  @Test func `refuses a key that is not known`() {
    #expect(
      lines("cao:\n  title: Cao\n  citation: Cao\n  licence: public\n  license: public\n") == [
        "error parameter.source_key at sources.yaml, line 5: "
          + "The source “cao” has a key “license” that is not known."
      ])
  }

  @Test func `refuses a key without a text`() {
    #expect(
      lines("cao:\n  title: Cao\n  citation: ''\n  licence: public\n") == [
        "error parameter.source_text at sources.yaml, line 3: "
          + "The key “citation” of the source “cao” has no text."
      ])
    #expect(
      lines("cao:\n  title: Cao\n  citation: [a, b]\n  licence: public\n") == [
        "error parameter.source_text at sources.yaml, line 3: "
          + "The key “citation” of the source “cao” has no text."
      ])
  }

  @Test func `refuses a day that the calendar does not have`() {
    #expect(
      lines("cao:\n  title: Cao\n  citation: Cao\n  licence: x\n  accessed: 2025-02-30\n") == [
        "error parameter.source_day at sources.yaml, line 5: "
          + "“2025-02-30” of the source “cao” is not a day."
      ])
  }

  @Test func `refuses a source that is a text`() {
    #expect(
      lines("cao: Cao Welzijn\n") == [
        "error parameter.source_shape at sources.yaml, line 1: "
          + "The source “cao” is not a list of keys."
      ])
  }

  @Test func `gives one finding and no value where it is not YAML`() {
    let broken = read("cao:\n  title: [Cao\n  citation: x\n")
    #expect(broken.values.isEmpty)
    #expect(broken.findings.map(\.code) == ["parameter.sources_unreadable"])
    #expect(broken.findings.first?.address?.line == 3)
    #expect(
      lines("- cao\n") == [
        "error parameter.sources_unreadable at sources.yaml, line 1: "
          + "The file of sources cannot be read: it does not start with the name of a source."
      ])
  }

  @Test func `refuses a source that is given twice`() {
    let twice = read(
      "cao:\n  title: Cao\n  citation: a\n  licence: x\n"
        + "cao:\n  title: Cao\n  citation: b\n  licence: x\n")
    #expect(twice.values.isEmpty)
    #expect(twice.findings.map(\.code) == ["parameter.sources_unreadable"])
    #expect(
      twice.findings.first?.message.english
        == "The file of sources cannot be read: double key cao.")
  }

  @Test func `that is empty leaves no source to cite`() {
    #expect(
      lines("") == [
        "error parameter.unknown_source at own.csv, F2 (source): "
          + "There is no source “cao” in the file of sources."
      ])
  }
}
