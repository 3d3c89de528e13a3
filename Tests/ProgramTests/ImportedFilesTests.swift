import Foundation
import ImpactModel
import Pipeline
import TestSupport
import Testing

/// Files of other formats in the example project, with the modules of the program.
@Suite struct ImportedFilesTests {
  private static let repairs = Places.shared(
    "fixtures/open-repair/OpenRepairData_v0.3_FixitClinic_202507.csv")

  private func put(_ file: URL, as name: String, into example: Example) throws {
    let folder = example.folder.appending(path: "imports")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: file, to: folder.appending(path: name))
  }

  /// Counted in the file with another program: 1,033 rows, of which 78 in 2025.
  @Test(.enabled(if: repairs != nil))
  func `the published repairs of Fixit Clinic take the place of the project's own table`() throws {
    let example = try Example()
    try FileManager.default.removeItem(at: example.folder.appending(path: "tables/repairs.csv"))
    try put(#require(Self.repairs), as: "clinic.csv", into: example)
    let result = try example.pipeline.report(example.project)
    #expect(result.findings.filter { $0.address?.file.hasPrefix("imports/") == true } == [])
    let report = try #require(result.report)
    let source = try #require(report.sources.first { $0.kind == "repairs" })
    #expect(source.file == "imports/clinic.csv")
    #expect(source.rows == 1_033 && source.rejectedRows == 0)
    let measures = try #require(report.indicators.first { $0.id == "circularity" }).measures
    let repairs = try #require(measures.first { $0.id.description == "circularity.repairs" })
    #expect(repairs.measure.value == 78)
    let outcomes = try #require(repairs.measure.breakdowns.first?.entries)
    #expect(outcomes.map(\.value) == [39, 11, 8, 20])
  }

  @Test(.enabled(if: repairs != nil))
  func `a table without rows, as a new project has it, gives way to them`() throws {
    let example = try Example()
    let own = String(decoding: try example.bytes("tables/repairs.csv"), as: UTF8.self)
    let headings = try #require(own.split(separator: "\n").first)
    try example.write(Data("\(headings)\n".utf8), to: "tables/repairs.csv")
    try put(#require(Self.repairs), as: "clinic.csv", into: example)
    let result = try example.pipeline.report(example.project)
    #expect(result.findings.filter { $0.severity == .error } == [])
    let source = try #require(result.report?.sources.first { $0.kind == "repairs" })
    #expect(source.file == "imports/clinic.csv")
  }

  @Test(.enabled(if: repairs != nil))
  func `beside the project's own table they are an error, and nothing is written`() throws {
    let example = try Example()
    try put(#require(Self.repairs), as: "clinic.csv", into: example)
    let result = try example.pipeline.report(example.project)
    let found = result.findings.filter { $0.severity == .error }
    #expect(found.map(\.code) == ["table.two_sources"])
    #expect(found.first?.address?.file == "imports/clinic.csv")
    #expect(result.files == [])
  }
}
