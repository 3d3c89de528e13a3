import Foundation
import ImpactModel

/// A tar archive whose reports are handed out one by one, after all of it was looked through.
struct OpenTar: OpenArchive {
  private let file: URL
  private let wanted: Set<String>
  private let stream: TarStream

  /// Looks an archive through from beginning to end, and opens it again.
  init(_ file: URL) throws(TarProblem) {
    self.file = file
    var names: [String] = []
    var count = 0
    let first = try TarStream(file)
    while let entry = try first.next() {
      count += 1
      guard count <= DocumentSource.mostOfAnArchive else {
        throw .tooMany(DocumentSource.mostOfAnArchive)
      }
      guard OpenTar.staysInside(entry.name) else { throw .path(entry.name) }
      if entry.isFile, DocumentSource.mayBeReport(entry.name) { names.append(entry.name) }
    }
    wanted = Set(DocumentSource.withoutTwins(names))
    stream = try TarStream(file)
  }

  var isEmpty: Bool { wanted.isEmpty }

  mutating func next() throws -> ReceivedDocument? {
    while let entry = try stream.next() {
      guard entry.isFile, wanted.contains(entry.name) else { continue }
      let shown = "\(file.path)/\(entry.name)"
      guard entry.size <= DocumentSource.largest else {
        return ReceivedDocument(name: shown, refused: DocumentSource.tooLarge)
      }
      return DocumentSource.unpacked(try stream.content(), shown)
    }
    return nil
  }

  /// Whether a path stays in the folder that the archive would be unpacked into.
  private static func staysInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: true)
    return !name.hasPrefix("/") && !parts.contains("..")
      && !name.contains { $0 == "\\" || $0.isNewline || $0 == "\0" }
  }
}
