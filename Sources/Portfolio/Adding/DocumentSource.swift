import Foundation
import ImpactModel
import OpenDocument

/// The documents in files, folders and ZIP archives, one after the other, in the order of names.
///
/// Bytes are read when a document's turn comes, so that a folder of ten thousand reports takes no
/// more memory than one. Of a folder only what may be a report is taken: the endings below, and no
/// archive metadata or spreadsheet beside its own XML; a file that is named is taken whatever it is
/// called.
struct DocumentSource: Sequence {
  /// The largest document that is read, in bytes.
  static let largest = 32 << 20
  /// The most documents of one archive.
  static let mostOfAnArchive = 100_000
  private static let endings = ["xml", "ods", "zip"]

  private let files: [URL]
  /// The places that could not be looked into.
  private let missing: [ReceivedDocument]

  /// Looks through files and folders, folders with all that is in them.
  init(_ places: [URL]) {
    var files: [URL] = []
    var missing: [ReceivedDocument] = []
    for place in places {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
        missing.append(ReceivedDocument(name: place.path, refused: DocumentSource.unreadable))
      } else if isFolder.boolValue {
        files += DocumentSource.files(in: place)
      } else {
        files.append(place)
      }
    }
    self.files = files
    self.missing = missing
  }

  /// How many files there are; an archive is one.
  var count: Int { files.count }

  func makeIterator() -> Iterator { Iterator(files: files, waiting: missing) }

  private static func files(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var found: [URL] = []
    while let file = all?.nextObject() as? URL {
      if mayBeReport(file.lastPathComponent) { found.append(file) }
    }
    let names = Set(withoutTwins(found.map(\.path)))
    return found.filter { names.contains($0.path) }.sorted { $0.path < $1.path }
  }

  /// Leaves out a spreadsheet whose report stands beside it as XML, which holds more.
  fileprivate static func withoutTwins(_ names: [String]) -> [String] {
    let all = Set(names)
    return names.filter { name in
      !(name.hasSuffix(".ods") && all.contains(name.dropLast(4) + ".xml"))
    }
  }

  fileprivate static func mayBeReport(_ name: String) -> Bool {
    let lower = name.lowercased()
    return endings.contains { lower.hasSuffix(".\($0)") } && !lower.hasSuffix(".mdto.xml")
  }

  fileprivate static let unreadable = PortfolioRefusal(
    .unreadable, Text("The file cannot be read.", nl: "Het bestand is niet te lezen."))

  /// Hands out the documents.
  struct Iterator: IteratorProtocol {
    private let files: [URL]
    private var next_ = 0
    private var waiting: [ReceivedDocument]
    private var archive: OpenArchive?

    /// How many of the files were begun.
    var begun: Int { next_ }

    init(files: [URL], waiting: [ReceivedDocument]) {
      self.files = files
      self.waiting = waiting
    }

    mutating func next() -> ReceivedDocument? {
      while true {
        if !waiting.isEmpty { return waiting.removeFirst() }
        if let document = archive?.next() { return document }
        archive = nil
        guard next_ < files.count else { return nil }
        open(files[next_])
        next_ += 1
      }
    }

    private mutating func open(_ file: URL) {
      if DocumentSource.isArchive(file) {
        archive = OpenArchive(file)
      } else {
        waiting.append(DocumentSource.read(file))
      }
    }
  }

  /// Whether a file is a ZIP archive and no spreadsheet, whose first part is its media type.
  private static func isArchive(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    let start = [UInt8]((try? handle.read(upToCount: 38)) ?? Data())
    let isZip = start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6])
    return isZip && start.dropFirst(30) != Array("mimetype".utf8)[...]
  }

  private static func read(_ file: URL) -> ReceivedDocument {
    let values = try? file.resolvingSymlinksInPath()
      .resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
    guard values?.isRegularFile == true, let size = values?.fileSize else {
      return ReceivedDocument(name: file.path, refused: unreadable)
    }
    guard size <= largest else { return ReceivedDocument(name: file.path, refused: tooLarge) }
    guard let bytes = try? Data(contentsOf: file), bytes.count <= largest else {
      return ReceivedDocument(name: file.path, refused: unreadable)
    }
    return ReceivedDocument(name: file.path, bytes: bytes)
  }

  fileprivate static let tooLarge = PortfolioRefusal(
    .tooLarge,
    Text(
      "The file is larger than \(largest >> 20) MiB, which no report is.",
      nl: "Het bestand is groter dan \(largest >> 20) MiB; zo groot is geen verslag."))
}

/// A ZIP archive whose files are handed out one by one.
private struct OpenArchive {
  private let file: URL
  private var archive: PackageArchive?
  private var names: [String] = []
  private var refusal: PortfolioRefusal?

  init(_ file: URL) {
    self.file = file
    do throws(SpreadsheetReadError) {
      var limits = ReadingLimits()
      limits.parts = DocumentSource.mostOfAnArchive
      let archive = try PackageArchive(file, limits: limits)
      let reports = archive.names.filter { DocumentSource.mayBeReport($0) }
      names = DocumentSource.withoutTwins(reports).reversed()
      self.archive = archive
      if names.isEmpty { refusal = OpenArchive.empty }
    } catch {
      refusal = OpenArchive.damaged("\(error)")
    }
  }

  mutating func next() -> ReceivedDocument? {
    if let refusal {
      self.refusal = nil
      return ReceivedDocument(name: file.path, refused: refusal)
    }
    guard let archive, let name = names.popLast() else { return nil }
    let shown = "\(file.path)/\(name)"
    guard (archive.size(of: name) ?? 0) <= DocumentSource.largest else {
      return ReceivedDocument(name: shown, refused: DocumentSource.tooLarge)
    }
    do {
      let bytes = try archive.bytes(of: name, limit: DocumentSource.largest) ?? []
      guard !name.lowercased().hasSuffix(".zip") else {
        return ReceivedDocument(name: shown, refused: OpenArchive.nested)
      }
      return ReceivedDocument(name: shown, bytes: Data(bytes))
    } catch {
      return ReceivedDocument(name: shown, refused: OpenArchive.damaged("\(error)"))
    }
  }

  private static let empty = PortfolioRefusal(
    .archive, Text("The archive holds no report.", nl: "Het archief bevat geen verslag."))
  private static let nested = PortfolioRefusal(
    .archive,
    Text(
      "This is an archive inside an archive; unpack it and add it by itself.",
      nl: "Dit is een archief in een archief; pak het uit en voeg het apart toe."))

  private static func damaged(_ reason: String) -> PortfolioRefusal {
    PortfolioRefusal(
      .archive,
      Text(
        "The archive cannot be unpacked: \(reason)",
        nl: "Het archief kan niet worden uitgepakt: \(reason)"))
  }
}
