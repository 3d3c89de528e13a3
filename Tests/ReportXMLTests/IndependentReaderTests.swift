import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

/// What the Python reader finds in a report.
private struct FoundReport: Decodable {
  struct Input: Decodable {
    let id: String
    let kind: String
    let grant: String?
    let value: Double?
    let present_value: Double?
  }

  struct Measure: Decodable {
    let id: String
    let label: String
    let unit: String
    let aggregation: String
    let value: Double?
    let absent: String?
    let parts: [String: Double]
  }

  let project: String
  let ratio: Double?
  let present_value: Double?
  let inputs_present_value: Double?
  let interval: [Double]?
  let inputs: [Input]
  let measures: [Measure]

  static func reading(_ report: Report) throws -> FoundReport {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try ReportXMLExporter().write(report, to: file)
    let script = Places.repository.appending(path: "Tests/Independent/read_report.py")
    let outcome = try #require(Tool("python3")).run([script.path, file.path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(FoundReport.self, from: Data(outcome.output.utf8))
  }
}

@Suite(.enabled(if: Tool.isHere("python3"))) struct `A reader written from the documentation` {
  @Test(arguments: [true, false])
  func `finds the ratio, its parts and its interval`(isInterval: Bool) throws {
    let report = try ExampleReport.report().filled(isInterval: isInterval)
    let found = try FoundReport.reading(report)
    let map = try #require(report.valueMap)
    #expect(found.project == report.project.id)
    #expect(found.ratio == map.ratio.value)
    #expect(found.present_value == map.presentValue.value)
    #expect(found.inputs_present_value == map.inputsPresentValue.value)
    let doubt = try #require(report.doubt)
    let interval = [doubt.ratioLow.value, doubt.ratioHigh.value].compactMap(\.self)
    #expect(found.interval == (isInterval ? interval : nil))
  }

  @Test func `finds every input and every measure as the program has them`() throws {
    let report = try ExampleReport.report()
    let found = try FoundReport.reading(report)
    #expect(found.inputs.map(\.id) == report.inputs.map(\.id.description))
    #expect(found.inputs.map(\.kind) == report.inputs.map(\.kind.rawValue))
    #expect(found.inputs.map(\.grant) == report.inputs.map(\.grant))
    #expect(found.inputs.map(\.value) == report.inputs.map(\.value.value))
    #expect(found.inputs.map(\.present_value) == report.inputs.map(\.presentValue.value))
    let measures = report.indicators.flatMap(\.measures)
    #expect(measures.count > 5)
    #expect(found.measures.map(\.id) == measures.map(\.id.description))
    #expect(found.measures.map(\.value) == measures.map(\.measure.value))
    #expect(found.measures.map(\.absent) == measures.map(\.measure.absence?.dutch))
    #expect(found.measures.map(\.label) == measures.map(\.measure.card.label.dutch))
    let share = try #require(found.measures.first { $0.id == "beekeeping.success" })
    #expect(share.parts == ["numerator": 14, "denominator": 27, "unknown": 6])
  }

  @Test func `refuses a report of another version`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try Data("<report xmlns=\"urn:wijkwaarde:report:0\"/>".utf8).write(to: file)
    let script = Places.repository.appending(path: "Tests/Independent/read_report.py")
    let outcome = try #require(Tool("python3")).run([script.path, file.path])
    #expect(outcome.exitCode == 1 && outcome.errors.contains("no report of version 1"))
  }
}
