import Foundation

/// What kind of archive a file is, by its first bytes.
enum ArchiveKind {
  case zip
  case tar

  /// How many bytes tell.
  static let startSize = 262

  /// Looks at a file, which may be none.
  init?(_ file: URL) {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    self.init(start: [UInt8]((try? handle.read(upToCount: ArchiveKind.startSize)) ?? Data()))
  }

  /// Looks at first bytes; a spreadsheet is a ZIP archive too, whose first part is its media type.
  init?(start: [UInt8]) {
    let isZip = start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6])
    let isGzip = start.starts(with: [0x1F, 0x8B])
    let isPlainTar = start.dropFirst(257).prefix(5).elementsEqual("ustar".utf8)
    if isZip, !start.dropFirst(30).starts(with: "mimetype".utf8) {
      self = .zip
    } else if isGzip || isPlainTar {
      self = .tar
    } else {
      return nil
    }
  }
}
