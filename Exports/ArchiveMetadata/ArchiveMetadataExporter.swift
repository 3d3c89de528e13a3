import ExportKit
import Foundation
import LibXML2

/// Writes the MDTO sidecar of the XML file, which archives of Dutch governments take in with it.
///
/// It is an MDTO 1.0.1 `bestand` (Nationaal Archief, 2023): name, size, format by its PRONOM code,
/// SHA-256 of the very bytes, and the information object that the file is a form of. What only an
/// archive knows (appraisal, restrictions on use, the archive's own identifiers) is not made up:
/// it belongs to the record of the information object, which the archive writes.
public struct ArchiveMetadataExporter: Exporter {
  /// What it writes.
  public static let card = ExportCard(
    id: "mdto", title: Text("Archive metadata", nl: "Archiefmetagegevens"),
    summary: Text(
      "The MDTO sidecar of the XML file for the municipal archive, with its checksum.",
      nl: "Het MDTO-bestand bij het XML-bestand voor het archief, met de controlesom."),
    fileExtension: "xml.mdto.xml")

  /// The namespace of MDTO.
  public static let namespace = "https://www.nationaalarchief.nl/mdto"
  /// The export whose file is described.
  private static let described = "xml"

  /// Makes the exporter; it has no state.
  public init() {}

  /// Refuses: without the file that it describes there is nothing to write.
  ///
  /// - Throws: `ArchiveMetadataError.nothingToDescribe`.
  public func write(_ report: Report, to file: URL) throws {
    throw ArchiveMetadataError.nothingToDescribe
  }

  /// Writes the metadata of the XML file that was written before.
  ///
  /// - Throws: `ArchiveMetadataError` where there is no such file or a text cannot be carried, else
  ///   what the file system says.
  public func write(_ report: Report, beside written: [WrittenExport], to file: URL) throws {
    guard let subject = written.first(where: { $0.export == ArchiveMetadataExporter.described })
    else { throw ArchiveMetadataError.nothingToDescribe }
    let content = try Data(contentsOf: subject.file)
    let record = FileRecord(report, name: subject.name, content: content)
    do {
      try Data(try record.xml()).write(to: file)
    } catch let error as XMLWriterError {
      throw ArchiveMetadataError.unwritableCharacter(error.character)
    }
  }
}

/// Why the metadata cannot be written.
public enum ArchiveMetadataError: Error, Sendable, Hashable, LocalizedError {
  /// No XML file was written before.
  case nothingToDescribe
  /// A text of the project holds a control character that XML cannot hold.
  case unwritableCharacter(Unicode.Scalar)

  /// What is the matter, for the person who reads the terminal.
  public var errorDescription: String? {
    switch self {
    case .nothingToDescribe:
      "the archive metadata describe the XML file, which must be listed before them in Package.swift"
    case .unwritableCharacter(let character):
      "a text of the project holds the control character \(character.value), which XML cannot hold"
    }
  }
}
