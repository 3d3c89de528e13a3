import Foundation
import ImpactModel

/// The documents in files, folders and archives, one after the other, in the order of names.
///
/// Bytes are read when a document's turn comes, so that a folder of ten thousand reports takes no
/// more memory than one. Of a folder only what may be a report is taken: the endings below, and no
/// hidden file or spreadsheet beside its own XML; a file that is named is taken whatever it is
/// called. Documents of a tar archive come in its own order.
struct DocumentSource: Sequence {
  /// The largest document that is read, in bytes.
  static let largest = 32 << 20
  /// The most documents of one archive.
  static let mostOfAnArchive = 100_000
  private static let endings = [".xml", ".ods", ".zip", ".tar.gz", ".tgz", ".tar"]

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
  static func withoutTwins(_ names: [String]) -> [String] {
    let all = Set(names)
    return names.filter { name in
      !(name.hasSuffix(".ods") && all.contains(name.dropLast(4) + ".xml"))
    }
  }

  /// Whether a file of a folder or an archive may be a report, by its name.
  ///
  /// Hidden files are what systems leave beside what people made, also inside archives.
  static func mayBeReport(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last?.lowercased(), !name.hasPrefix("."), parts.first != "__MACOSX"
    else { return false }
    return endings.contains { name.hasSuffix($0) }
  }

  /// What came out of an archive; an archive inside is not opened.
  static func unpacked(_ bytes: Data, _ name: String) -> ReceivedDocument {
    ArchiveKind(start: [UInt8](bytes.prefix(ArchiveKind.startSize))) == nil
      ? ReceivedDocument(name: name, bytes: bytes) : ReceivedDocument(name: name, refused: nested)
  }

  static let unreadable = PortfolioRefusal(
    .unreadable, Text("The file cannot be read.", nl: "Het bestand is niet te lezen."))

  /// Hands out the documents.
  struct Iterator: IteratorProtocol {
    private let files: [URL]
    private var next_ = 0
    private var waiting: [ReceivedDocument]
    private var archive: (any OpenArchive)?
    private var archiveFile = ""

    /// How many of the files were begun.
    var begun: Int { next_ }

    init(files: [URL], waiting: [ReceivedDocument]) {
      self.files = files
      self.waiting = waiting
    }

    mutating func next() -> ReceivedDocument? {
      while true {
        if !waiting.isEmpty { return waiting.removeFirst() }
        if let document = nextOfArchive() { return document }
        guard next_ < files.count else { return nil }
        open(files[next_])
        next_ += 1
      }
    }

    private mutating func nextOfArchive() -> ReceivedDocument? {
      do {
        if let document = try archive?.next() { return document }
        archive = nil
        return nil
      } catch {
        archive = nil
        return ReceivedDocument(
          name: archiveFile, refused: DocumentSource.damagedArchive("\(error)"))
      }
    }

    private mutating func open(_ file: URL) {
      archiveFile = file.path
      do {
        switch ArchiveKind(file) {
        case .zip: archive = try OpenZip(file)
        case .tar: archive = try OpenTar(file)
        case nil: waiting.append(DocumentSource.read(file))
        }
        if archive?.isEmpty == true {
          archive = nil
          waiting.append(ReceivedDocument(name: file.path, refused: DocumentSource.emptyArchive))
        }
      } catch {
        waiting.append(
          ReceivedDocument(name: file.path, refused: DocumentSource.damagedArchive("\(error)")))
      }
    }
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

  static let tooLarge = PortfolioRefusal(
    .tooLarge,
    Text(
      "The file is larger than \(largest >> 20) MiB, which no report is.",
      nl: "Het bestand is groter dan \(largest >> 20) MiB; zo groot is geen verslag."))

  private static let emptyArchive = PortfolioRefusal(
    .archive, Text("The archive holds no report.", nl: "Het archief bevat geen verslag."))
  private static let nested = PortfolioRefusal(
    .archive,
    Text(
      "This is an archive inside an archive; unpack it and add it by itself.",
      nl: "Dit is een archief in een archief; pak het uit en voeg het apart toe."))

  static func damagedArchive(_ reason: String) -> PortfolioRefusal {
    PortfolioRefusal(
      .archive,
      Text(
        "The archive cannot be unpacked: \(reason)",
        nl: "Het archief kan niet worden uitgepakt: \(reason)"))
  }
}

/// An archive whose reports are handed out one by one.
protocol OpenArchive {
  /// Whether it holds nothing that may be a report.
  var isEmpty: Bool { get }
  /// Gives the next document, or `nil` behind the last.
  mutating func next() throws -> ReceivedDocument?
}
