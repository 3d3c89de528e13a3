import Foundation
import LibXML2

/// The parts of a split audit file: fragments of one document in files of their own.
///
/// The first part carries no mark and does not close its root element; the others carry the comment
/// "Vervolgbestand x van y". Complete files, one per period, are no parts.
struct AuditFileParts {
  /// What a part says of itself.
  struct Mark: Hashable {
    let number: Int
    let count: Int

    /// Reads the mark in the first part of a file, or gives `nil` where there is none.
    init?(_ start: FileStart) {
      // The comment stands at the start; a text further on may quote it.
      let text = String(decoding: start.bytes.prefix(1_000), as: UTF8.self)
      guard
        let match = text.firstMatch(of: /<!--\s*[Vv]ervolgbestand\s+(\d{1,4})\s+van\s+(\d{1,4})/),
        let number = Int(match.1), let count = Int(match.2), number >= 1, number <= count
      else { return nil }
      self.number = number
      self.count = count
    }
  }

  /// The parts in their order; one that has no mark stands first.
  let files: [URL]

  /// Finds the parts to which a file belongs, or gives `nil` where they are not all there.
  ///
  /// They lie in one folder under names that differ in their last number only.
  init?(of file: URL) {
    let folder = file.deletingLastPathComponent()
    let stem = AuditFileParts.stem(file)
    let all =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)) ?? []
    var first: [URL] = []
    var others: [Int: URL] = [:]
    var counts: Set<Int> = []
    for candidate in all where AuditFileParts.stem(candidate) == stem {
      guard let start = try? FileStart(fileAt: candidate) else { continue }
      if let mark = Mark(start) {
        guard mark.number > 1, others[mark.number] == nil else { return nil }
        others[mark.number] = candidate
        counts.insert(mark.count)
      } else if AuditFileFormat.isAuditFile(start), AuditFileParts.isOpen(candidate) {
        first.append(candidate)
      }
    }
    guard first.count == 1, let root = first.first, counts.count == 1, let count = counts.first,
      others.keys.sorted() == Array(2..<(count + 1))
    else { return nil }
    files = [root] + others.keys.sorted().compactMap { others[$0] }
  }

  /// The name of a file without its last number, in small letters.
  private static func stem(_ file: URL) -> String {
    let name = file.deletingPathExtension().lastPathComponent.lowercased()
    let bare = name.reversed().drop { $0.isASCIIDigit }.drop { "_-. ".contains($0) }
    return String(bare.reversed())
  }

  /// Whether a file ends before its root element is closed.
  static func isOpen(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    guard let end = try? handle.seekToEnd() else { return false }
    try? handle.seek(toOffset: end > 1_000 ? end - 1_000 : 0)
    let tail = (try? handle.readToEnd()) ?? Data()
    return !String(decoding: tail, as: UTF8.self).lowercased().contains("auditfile>")
  }

  /// Feeds parts to a parser as one document; only the first may have an XML declaration.
  ///
  /// - Parameter leaveOut: hears, before a part is fed, after how many fed bytes how many bytes of
  ///   the part are left out.
  static func feed(
    _ files: [URL], to parser: XMLStreamParser, leaveOut: (_ start: Int, _ bytes: Int) -> Void
  ) throws {
    var fed = 0
    for (index, file) in files.enumerated() {
      var isStart = index > 0
      try FileParts.read(file) { part in
        let bytes = isStart ? AuditFileParts.withoutDeclaration([UInt8](part)) : [UInt8](part)
        if isStart { leaveOut(fed, part.count - bytes.count) }
        isStart = false
        fed += bytes.count
        try bytes.withUnsafeBufferPointer { try parser.feed($0) }
      }
    }
  }

  /// The bytes of a later part behind its declaration and its mark, which may stand inside a tag.
  private static func withoutDeclaration(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for (start, end) in [("<?xml", "?>"), ("<!--", "-->")] {
      let blank = rest.drop { [9, 10, 13, 32].contains($0) }
      guard blank.starts(with: Array(start.utf8)),
        let close = blank.firstRange(of: Array(end.utf8))
      else { continue }
      rest = blank[close.upperBound...]
    }
    return Array(rest)
  }
}
