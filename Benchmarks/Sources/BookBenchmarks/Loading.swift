import Foundation
import ImpactModel
import ProjectReaders
import ProjectStore

/// Reads a file into a store as a project does: only where it changed.
struct Loading {
  private let url: URL
  private let folder: URL
  private var file: String { url.lastPathComponent }

  init(_ file: String, _ folder: String) {
    url = URL(filePath: file)
    self.folder = URL(filePath: folder)
  }

  func run(isNew: Bool) throws {
    if isNew { try? FileManager.default.removeItem(at: folder) }
    let store = try ProjectStore(in: folder, declarations: [])
    guard try store.hasRead(file: file) else { return try runFirst(store) }
    let fingerprint = try checksum(store)
    let isCurrent = try store.isCurrent(file: file, fingerprint: fingerprint)
    if !isCurrent { try store.replaceLedger(file: file, fingerprint: fingerprint, load: read) }
    print(isCurrent ? "not read again;" : "read;", try store.findings(of: file).map(\.code))
  }

  /// Reads a file that must be read in any case, while its checksum is computed.
  private func runFirst(_ store: ProjectStore) throws {
    let stamp = FileStamp(fileAt: url)
    let checksum = PendingFingerprint(fileAt: url)
    try store.replaceLedger(file: file, load: read) { try checksum.value() }
    if let stamp { try store.keep(checksum: checksum.value(), of: file, stamp: stamp.text) }
    print("read;", try store.findings(of: file).map(\.code))
  }

  private func read(_ sink: any LedgerSink) throws -> [Finding] {
    try BookReader().read(fileAt: url, file: file, into: sink).findings
  }

  /// The checksum, computed only where the file system says that the file changed.
  private func checksum(_ store: ProjectStore) throws -> String {
    guard let stamp = FileStamp(fileAt: url) else { return try Fingerprint.of(fileAt: url) }
    if let known = try store.checksum(of: file, stamp: stamp.text) { return known }
    let checksum = try Fingerprint.of(fileAt: url)
    try store.keep(checksum: checksum, of: file, stamp: stamp.text)
    return checksum
  }
}

/// Takes a set of books and forgets it.
private final class Forgetting: LedgerSink {
  var lines = 0
  var cents: Int64 = 0

  func open(_ book: LedgerBook) throws {}
  func add(_ account: LedgerAccount) throws {}
  func add(_ party: LedgerParty) throws {}
  func add(_ line: LedgerLine) throws {
    lines += 1
    cents &+= line.debit &+ line.credit
  }
}

/// Reads a file and keeps nothing.
func read(_ path: String) throws {
  let sink = Forgetting()
  let reading = try BookReader().read(
    fileAt: URL(filePath: path), file: URL(filePath: path).lastPathComponent, into: sink)
  print(sink.lines, "lines,", sink.cents, "cents,", reading.findings.map(\.code))
}
