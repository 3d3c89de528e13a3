import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

/// What others put into a report has no say in its figures.
@Suite struct `What stands in a namespace of others` {
  private func read(_ text: String) throws -> (VerifiableReport, ReportExtract) {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try Data(text.utf8).write(to: file)
    let exporter = ReportXMLExporter()
    return (try exporter.read(file), try exporter.extract(file))
  }

  @Test func `is passed over, although it calls itself a figure`() throws {
    let text = try Document(ExampleReport.report()).text
    let (report, extract) = try read(text)
    let own = """
      <x:extra xmlns:x="urn:own"><x:ratio id="sroi.ratio"><x:value>9</x:value></x:ratio>\
      <value xmlns="urn:own">9</value></x:extra></valueMap>
      """
    let (withElements, extractOfElements) = try read(text.replacing("</valueMap>", with: own))
    #expect(withElements.figures.map(\.id) == report.figures.map(\.id))
    #expect(withElements.figures.map(\.value) == report.figures.map(\.value))
    #expect(extractOfElements.results == extract.results)
  }

  @Test func `has no say as an attribute either`() throws {
    let text = try Document(ExampleReport.report()).text
    let (report, extract) = try read(text)
    let spoofed = text.replacing(
      "<ratio id=\"sroi.ratio\"",
      with: "<ratio xmlns:x=\"urn:own\" x:id=\"sroi.net_ratio\" id=\"sroi.ratio\"")
    #expect(spoofed != text)
    let (withAttribute, extractOfAttribute) = try read(spoofed)
    #expect(withAttribute.figures.map(\.id) == report.figures.map(\.id))
    #expect(extractOfAttribute.results == extract.results)
  }
}
