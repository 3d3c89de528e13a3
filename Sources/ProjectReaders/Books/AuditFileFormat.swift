import ImpactModel

/// The XML Auditfile Financieel, as a format of book files.
struct AuditFileFormat: BookFormat {
  /// Also takes XML of which no element can be read, so that it says what is wrong there.
  func recognises(_ start: FileStart) -> Bool {
    guard let root = start.root else { return start.isXML }
    return AuditFileVersion(root) != .foreign
  }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    try AuditFileReader().reading(fileAt: file.url, file: file.path, into: sink)
  }
}
