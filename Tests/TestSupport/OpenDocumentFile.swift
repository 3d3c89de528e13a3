import Foundation
import ImpactModel

/// An OpenDocument file that a test looks into, and what LibreOffice makes of it.
public struct OpenDocumentFile {
  /// What went wrong with a program that the tests call.
  public struct ToolFailure: Error, CustomStringConvertible {
    /// What the program said.
    public let description: String
  }

  // Several at a time exhaust a small machine, and then one of them gives up.
  private static let oneAtATime = NSLock()

  /// The file.
  public let file: URL

  /// Looks at a file.
  public init(_ file: URL) { self.file = file }

  /// The bytes of one part of the package.
  public func part(_ name: String) throws -> Data {
    let folder = try unpacked()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try Data(contentsOf: folder.appending(path: name))
  }

  /// What LibreOffice calculates, by sheet, from a copy that holds no results of formulas.
  ///
  /// All else stays, styles too: LibreOffice 7.4 calculates some files differently without them.
  /// Numbers therefore come in the form of the document's language; `number` reads them.
  ///
  /// - Parameter edit: changes the content first, as a reader would change an input cell.
  public func recalculated(
    editing edit: (String) -> String = { $0 }
  ) throws -> [String: [[String]]] {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "copy.ods")
    try writeBareCopy(to: copy, editing: edit)
    return try OpenDocumentFile(copy).sheets()
  }

  /// The cells of each sheet as LibreOffice reads them.
  public func sheets() throws -> [String: [[String]]] {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    try convert(to: filter, in: folder)
    let stem = file.deletingPathExtension().lastPathComponent + "-"
    var sheets: [String: [[String]]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix(stem) && name.hasSuffix(".csv") {
      let data = try Data(contentsOf: folder.appending(path: name))
      let sheet = String(name.dropFirst(stem.count).dropLast(4))
      let text = DelimitedText(String(decoding: data, as: UTF8.self), separator: ",")
      sheets[sheet] = text.records.map(\.fields)
    }
    return sheets
  }

  /// Has LibreOffice convert the file into a folder, with a profile of its own.
  public func convert(to format: String, in folder: URL) throws {
    try OpenDocumentFile.convert([file], to: format, in: folder)
  }

  /// Has LibreOffice convert files into a folder, forty in a run, with a profile of its own.
  public static func convert(_ files: [URL], to format: String, in folder: URL) throws {
    guard let office = Tool("soffice") else { throw ToolFailure(description: "no soffice") }
    let profile = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: profile) }
    oneAtATime.lock()
    defer { oneAtATime.unlock() }
    // Of hundreds of files in one run it left some out and said nothing.
    for start in stride(from: 0, to: files.count, by: 40) {
      let outcome = try office.run(
        [
          "-env:UserInstallation=file://\(profile.path)", "--headless", "--convert-to", format,
          "--outdir", folder.path,
        ] + files[start..<min(start + 40, files.count)].map(\.path))
      guard outcome.exitCode == 0 else {
        throw ToolFailure(description: "soffice \(outcome.exitCode): \(outcome.errors)")
      }
    }
  }

  /// Writes a copy of which the content is changed as a text; results of formulas stay.
  public func writeCopy(to copy: URL, editing edit: (String) -> String) throws {
    guard let zip = Tool("zip") else { throw ToolFailure(description: "no zip") }
    let folder = try unpacked()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appending(path: "content.xml")
    let text = String(decoding: try Data(contentsOf: content), as: UTF8.self)
    try Data(edit(text).utf8).write(to: content)
    try zip.run(["-q", "-X", "-0", copy.path, "mimetype"], in: folder)
    try zip.run(["-q", "-X", "-r", copy.path, ".", "-x", "mimetype"], in: folder)
  }

  /// Writes a copy without results of formulas, so that LibreOffice has to calculate them.
  public func writeBareCopy(
    to copy: URL, editing edit: (String) -> String = { $0 }
  ) throws {
    try writeCopy(to: copy) { OpenDocumentFile.bare(edit($0)) }
  }

  /// Empties each formula cell: takes out its last result and the text that shows it.
  private static func bare(_ content: String) -> String {
    let tag = "<table:table-cell "
    var pieces = content.components(separatedBy: tag)
    for index in pieces.indices.dropFirst() {
      guard let end = pieces[index].firstIndex(of: ">") else { continue }
      let attributes = pieces[index][..<end]
      guard attributes.contains("table:formula=\"") else { continue }
      var rest = pieces[index][pieces[index].index(after: end)...]
      if !attributes.hasSuffix("/"), let close = rest.range(of: "</table:table-cell>") {
        rest = rest[close.lowerBound...]
      }
      pieces[index] = attributes.replacing(/\soffice:[a-z-]+="[^"]*"/, with: "") + ">" + rest
    }
    return pieces.joined(separator: tag)
  }

  private func unpacked() throws -> URL {
    guard let unzip = Tool("unzip") else { throw ToolFailure(description: "no unzip") }
    let folder = try Places.temporaryFolder()
    let outcome = try unzip.run(["-q", file.path, "-d", folder.path])
    guard outcome.exitCode == 0 else { throw ToolFailure(description: outcome.errors) }
    return folder
  }
}
