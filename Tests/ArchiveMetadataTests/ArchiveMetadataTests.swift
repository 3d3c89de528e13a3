import ArchiveMetadata
import ExportKit
import Foundation
import LibXML2
import TestSupport
import Testing

@Suite struct `The archive metadata` {
  static let schema = Places.shared("schemas/mdto-1.0.1/MDTO-XML1.0.1.xsd")

  /// Writes the sidecar of some bytes, in a folder of its own.
  private func sidecar(of content: [UInt8], report: Report? = nil) throws -> (URL, URL) {
    let folder = try Places.temporaryFolder()
    let subject = folder.appending(path: "groenhof-2025.xml")
    try Data(content).write(to: subject)
    let file = folder.appending(path: "groenhof-2025.xml.mdto.xml")
    let written = [
      WrittenExport(export: "ods", name: "groenhof-2025.ods", file: folder),
      WrittenExport(export: "xml", name: "groenhof-2025.xml", file: subject),
    ]
    try ArchiveMetadataExporter().write(
      report ?? SmallReport.report(), beside: written, to: file)
    return (subject, file)
  }

  // FIPS 180-2, appendix B.1: the digest of the three bytes “abc”.
  @Test func `holds the size and the SHA-256 of the very bytes of the file`() throws {
    let (_, file) = try sidecar(of: Array("abc".utf8))
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("<omvang>3</omvang>"))
    #expect(
      text.contains(
        "<checksumWaarde>ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad<"))
    #expect(text.contains("<naam>groenhof-2025.xml</naam>"))
    #expect(text.contains("<begripCode>fmt/101</begripCode>"))
  }

  @Test func `takes its date from the report and not from a clock`() throws {
    let text = try String(contentsOf: sidecar(of: [1]).1, encoding: .utf8)
    #expect(text.contains("<checksumDatum>2026-02-01T00:00:00</checksumDatum>"))
  }

  @Test(
    .enabled(
      if: Places.shared("schemas/mdto-1.0.1/MDTO-XML1.0.1.xsd") != nil && Tool.isHere("xmllint")))
  func `is valid under the schema of the National Archives, whatever the project is called`()
    throws
  {
    let schema = try #require(Self.schema)
    for name in ["Groenhof", "<b> & \"q\" ]]>\té€𝄞"] {
      let (_, file) = try sidecar(of: Array("x".utf8), report: SmallReport.report(named: name))
      let xmllint = try #require(Tool("xmllint"))
      let said = try xmllint.run(["--noout", "--nonet", "--schema", schema.path, file.path])
      #expect(said.exitCode == 0, "\(said.errors)")
      let cut = try String(contentsOf: file, encoding: .utf8)
        .replacing(/<omvang>.*<\/omvang>/, with: "")
      try Data(cut.utf8).write(to: file)
      let refused = try xmllint.run(["--noout", "--nonet", "--schema", schema.path, file.path])
      #expect(refused.exitCode != 0, "without its size the record is not valid")
    }
  }

  @Test func `is refused where no XML file was written before it`() throws {
    let file = try Places.temporaryFolder().appending(path: "x.mdto.xml")
    #expect(throws: ArchiveMetadataError.nothingToDescribe) {
      try ArchiveMetadataExporter().write(SmallReport.report(), to: file)
    }
    #expect(throws: ArchiveMetadataError.nothingToDescribe) {
      try ArchiveMetadataExporter().write(SmallReport.report(), beside: [], to: file)
    }
    #expect(throws: ArchiveMetadataError.unwritableCharacter("\u{1}")) {
      try sidecar(of: [], report: SmallReport.report(named: "a\u{1}"))
    }
  }
}
