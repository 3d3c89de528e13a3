import ExportKit
import Foundation
import LibXML2
import Pipeline
import Synchronization
import TestSupport
import Testing

/// The example from its files to its reports.
@Suite struct ExampleTests {
  private static let schema = "Exports/ReportXML/Schema/wijkwaarde-report-1.xsd"

  @Test func `the figures are plausible`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let ratio = try #require(report.valueMap?.ratio.value)
    #expect((1...4).contains(ratio))
    let measures = report.indicators.flatMap(\.measures)
    let multiplier = try #require(measures.first { $0.id.description == "multiplier.lm3" })
    #expect((1.2...2.2).contains(try #require(multiplier.measure.value)))
    #expect(report.valueMap?.rows.contains { $0.proxy.value < 0 } == true, "something negative")
    #expect(report.valueMap?.rows.contains { $0.deadweight.share?.isUncertain == true } == true)
    #expect(!report.isDraft)
  }

  @Test func `four fifths of the value have doubt attached, and one outcome has no price`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let map = try #require(report.valueMap)
    var all = 0.0
    var doubtful = 0.0
    for row in map.rows {
      let value = abs(try #require(row.presentValue.value))
      let numbers = ReportOutcome.Given.allCases.compactMap { row.estimate(of: $0) }
      all += value
      if numbers.contains(where: \.isUncertain) { doubtful += value }
    }
    #expect(doubtful / all >= 0.8)
    let shapes = Set(
      map.rows.flatMap { row in
        ReportOutcome.Given.allCases.compactMap { row.estimate(of: $0)?.shape }
      })
    #expect(shapes.isSuperset(of: [.triangular, .uniform, .pert, .scaleClass]))
    #expect(map.unpriced.map(\.state) == [.intrinsic])
    let silent = report.claims.filter { $0.answer == nil }
    #expect(silent.isEmpty, "what a check asks has the author's answer")
    #expect(
      !report.claims.contains { $0.code.hasPrefix("inputs.") },
      "inputs agree with the books and with the lists of hours")
    #expect(report.project.scope.purpose != nil)
    // README and CHANGELOG quote it.
    #expect(DecimalText.rounded(try #require(map.ratio.value), decimals: 2, in: .english) == "1.97")
  }

  /// Recomputes the ratio from the value map's own inputs, by the formula of the design alone.
  @Test func `the ratio follows from the inputs of the report`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let map = try #require(report.valueMap)
    let growth = 1 + report.project.discountRate
    var benefits = 0.0
    for row in map.rows {
      let quantity = try #require(row.quantity).value
      let deductions = [row.deadweight, row.displacement, row.attribution]
      let kept = try deductions.reduce(1) { try $0 * (1 - #require($1.share).value) }
      let dropOff = try #require(row.dropOff.share).value
      for k in 0..<row.benefitPeriods {
        benefits +=
          quantity * row.proxy.value * kept * pow(1 - dropOff, Double(k))
          * pow(growth, -Double(row.firstPeriod + k - 1))
      }
    }
    var inputs = 0.0
    for input in report.inputs {
      let quantity = try #require(input.quantity)
      let rate = try #require(input.rate)
      inputs += quantity * rate * input.priceFactor * pow(growth, -Double(input.period - 1))
    }
    let ratio = try #require(map.ratio.value)
    #expect(abs(ratio - benefits / inputs) < 1e-12 * ratio)
  }

  @Test func `each table of circularity is used, and nearly all of its figures are known`() throws {
    let example = try Example()
    let report = try #require(try example.pipeline.report(example.project).report)
    let section = try #require(report.indicators.first { $0.id == "circularity" })
    let absent = section.measures.filter { $0.measure.value == nil }.map(\.id.description)
    #expect(absent == ["circularity.mci_by_revenue"], "Groenhof sells none of its products")
    let row = try #require(report.valueMap?.rows.first { $0.id.description == "o12" })
    #expect(row.quantityFrom?.description == "circularity.co2e_avoided")
    #expect(row.proxyGiven == Estimate(0.13, low: 0.05, high: 0.16))
    let balance = try #require(
      section.measures.first { $0.id.description == "circularity.mass_unaccounted" })
    #expect(balance.measure.value == 76)
  }

  @Test func `a second run gives the same bytes and reads no file again`() throws {
    let example = try Example()
    let first = try example.pipeline.report(example.project).files.map { try Data(contentsOf: $0) }
    let tasks = Mutex<[String]>([])
    let again = try example.pipeline.report(
      example.project, progress: { progress in tasks.withLock { $0.append(progress.task.english) } }
    ).files.map { try Data(contentsOf: $0) }
    #expect(first == again)
    #expect(!tasks.withLock { $0.contains { $0.hasPrefix("reading") } }, "no file is read again")
    try FileManager.default.removeItem(at: example.folder.appending(path: ".wijkwaarde"))
    let fresh = try example.pipeline.report(example.project).files.map { try Data(contentsOf: $0) }
    #expect(first == fresh, "the cache changes nothing")
  }

  @Test func `a changed cell is seen in spite of the cache`() throws {
    let example = try Example()
    let before = try example.pipeline.report(example.project).report?.valueMap?.ratio.value
    try example.replace(";146400;", with: ";156400;", in: "tables/inputs.csv")
    let after = try example.pipeline.report(example.project).report?.valueMap?.ratio.value
    #expect(try #require(after) < #require(before))
  }

  @Test func `a report that fails leaves the earlier one whole`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let before = try files.map { try Data(contentsOf: $0) }
    let failing = Pipeline(
      registry: Registry(
        indicators: registry.indicators, exporters: registry.exporters + [FailingExporter()]),
      program: "Wijkwaarde test")
    try example.replace(";146400;", with: ";156400;", in: "tables/inputs.csv")
    #expect(throws: WritingFailure.self) { try failing.report(example.project) }
    #expect(try files.map { try Data(contentsOf: $0) } == before)
    let folder = try #require(files.first).deletingLastPathComponent()
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.count == files.count, "nothing half-written is left: \(left)")
  }

  @Test func `the XML is valid under the schema in the repository`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "xml" })
    let validator = try XMLValidator(schema: Places.repository.appending(path: Self.schema))
    #expect(validator.validate(try Data(contentsOf: file)) == [])
  }

  @Test(
    .enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")))
  func `every part of the spreadsheet is valid under the official schemas`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let package = OpenDocumentFile(try #require(files.first { $0.pathExtension == "ods" }))
    let folder = "schemas/odf-1.3/OpenDocument-v1.3-"
    let parts = try XMLValidator(schema: try #require(Places.shared(folder + "schema.rng")))
    for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
      #expect(parts.validate(try package.part(part)) == [], "\(part)")
    }
    let manifest = try XMLValidator(
      schema: try #require(Places.shared(folder + "manifest-schema.rng")))
    #expect(manifest.validate(try package.part("META-INF/manifest.xml")) == [])
  }

  @Test(.enabled(if: Places.shared("schemas/xaf-3.2") != nil))
  func `the books are valid under the official schema of the audit file`() throws {
    let schema = try #require(Places.shared("schemas/xaf-3.2/XmlAuditfileFinancieel3.2.xsd"))
    let validator = try XMLValidator(schema: schema)
    let example = try Example()
    for book in try example.books() {
      #expect(validator.validate(try example.bytes(book)) == [], "\(book)")
    }
  }

  @Test func `no person and no bank account leaves in a report`() throws {
    let example = try Example()
    let people = ["Zwaantje Kuipers", "Sietze van der Berkel"]
    try example.replace(";M-01;", with: ";\(people[0]);", in: "tables/staff.csv")
    try example.replace("\ng1;D-04;", with: "\ng1;\(people[1]);", in: "tables/participants.csv")
    let files = try example.pipeline.report(example.project).files
    for file in files where file.pathExtension != "ods" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for person in people { #expect(!text.contains(person), "\(person)") }
      #expect(text.firstMatch(of: /NL\d{2}[A-Z]{4}\d{10}/) == nil)
    }
    let store = try Data(contentsOf: example.folder.appending(path: ".wijkwaarde/store.sqlite"))
    for person in people { #expect(store.range(of: Data(person.utf8)) == nil, "\(person)") }
  }

  @Test func `an indicator whose data are absent leaves no trace`() throws {
    let example = try Example()
    let tables = [
      "materials", "waste_streams", "repairs", "circular_activities", "goods_in", "food_saved",
      "energy",
    ]
    for table in tables {
      try FileManager.default.removeItem(
        at: example.folder.appending(path: "tables/\(table).csv"))
    }
    // This outcome takes its quantity from the indicator.
    try example.replace(";;circularity.co2e_avoided;", with: ";1000;;", in: "tables/outcomes.csv")
    let result = try example.pipeline.report(example.project)
    #expect(!result.hasErrors, "\(result.findings)")
    for file in result.files where file.pathExtension != "ods" {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("circularity."))
    }
  }

  /// An export that fails half way.
  private struct FailingExporter: Exporter {
    static let card = ExportCard(
      id: "failing", title: Text("Failing", nl: "Falend"), summary: Text("Fails.", nl: "Faalt."),
      fileExtension: "failing")

    struct Failure: Error {}

    func write(_ report: Report, to file: URL) throws {
      try Data("half".utf8).write(to: file)
      throw Failure()
    }
  }
}
