import Crypto
import ExportKit
import Foundation
import LibXML2

/// The record of one file, `bestand`, in the order that the XSD of MDTO 1.0.1 asks for.
struct FileRecord {
  private let project: ProjectDescription
  private let program: String
  private let name: String
  private let size: Int
  private let checksum: String

  /// Describes a file by its content.
  init(_ report: Report, name: String, content: Data) {
    project = report.project
    program = report.program
    self.name = name
    size = content.count
    checksum = SHA256.hash(data: content).map { FileRecord.hexadecimal($0) }.joined()
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// The identifier of the information object: the project, the period and the revision.
  private var reportIdentifier: String {
    let period = "\(project.period.first)/\(project.period.last)"
    return "\(project.id) \(period) \(project.perspective.rawValue) \(project.revision)"
  }

  private var reportName: String {
    Text("Report on", nl: "Verslag over")[project.language]
      + " \(project.name), \(project.period.first) – \(project.period.last)"
  }

  /// Gives the document.
  ///
  /// - Throws: `XMLWriterError` where a text holds what XML cannot.
  func xml() throws(XMLWriterError) -> [UInt8] {
    var xml = XMLWriter(indents: true)
    try xml.start("MDTO", ["xmlns": ArchiveMetadataExporter.namespace])
    try xml.start("bestand")
    try identification("identificatie", name, in: &xml)
    try xml.element("naam", text: name)
    try xml.element("omvang", text: String(size))
    try term("bestandsformaat", "Extensible Markup Language 1.0", "fmt/101", of: "PRONOM", &xml)
    try checksum(in: &xml)
    try xml.start("isRepresentatieVan")
    try xml.element("verwijzingNaam", text: reportName)
    try identification("verwijzingIdentificatie", reportIdentifier, in: &xml)
    xml.end()
    xml.end()
    xml.end()
    return xml.bytes
  }

  private func checksum(in xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start("checksum")
    try term("checksumAlgoritme", "SHA-256", nil, of: "Checksum algoritme", &xml)
    try xml.element("checksumWaarde", text: checksum)
    // There is no clock: the sum holds for the report as of its date.
    try xml.element("checksumDatum", text: "\(project.reportDate)T00:00:00")
    xml.end()
  }

  private func identification(
    _ element: String, _ identifier: String, in xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start(element)
    try xml.element("identificatieKenmerk", text: identifier)
    try xml.element("identificatieBron", text: program)
    xml.end()
  }

  private func term(
    _ element: String, _ label: String, _ code: String?, of list: String, _ xml: inout XMLWriter
  ) throws(XMLWriterError) {
    try xml.start(element)
    try xml.element("begripLabel", text: label)
    if let code { try xml.element("begripCode", text: code) }
    try xml.start("begripBegrippenlijst")
    try xml.element("verwijzingNaam", text: list)
    xml.end()
    xml.end()
  }
}
