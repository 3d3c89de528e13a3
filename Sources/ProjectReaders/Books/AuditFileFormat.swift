import ImpactModel

/// The XML Auditfile Financieel, as a format of book files.
struct AuditFileFormat: BookFormat {
  let form = LedgerBook.Form.books

  /// Also takes XML of which no element can be read, so that it says what is wrong there.
  func recognises(_ start: FileStart) -> Bool {
    AuditFileFormat.isAuditFile(start) || (start.isXML && start.root == nil)
      || AuditFileParts.Mark(start) != nil
  }

  /// Whether a file starts with the root of an audit file.
  static func isAuditFile(_ start: FileStart) -> Bool {
    start.root.map { AuditFileVersion($0) != .foreign } ?? false
  }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    let start = try FileStart(fileAt: file.url)
    if let mark = AuditFileParts.Mark(start) {
      let isJoined = AuditFileParts(of: file.url) != nil
      return BookReading(
        format: "XAF",
        findings: [
          AuditFileFindings.part(
            mark.number, of: mark.count, isJoined: isJoined, at: Address(file: file.path))
        ])
    }
    let isOpen = AuditFileParts.isOpen(file.url)
    let parts = isOpen ? AuditFileParts(of: file.url)?.files.dropFirst() : nil
    return try AuditFileReader().reading(
      fileAt: file.url, file: file.path, into: sink, continuations: Array(parts ?? []))
  }
}
