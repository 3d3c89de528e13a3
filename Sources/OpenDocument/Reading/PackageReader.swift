import CZlib

/// Reads the parts of a package, each checked against what the directory says of it.
struct PackageReader {
  private static let stored = 0
  private static let deflated = 8
  private static let headerSize = 30

  private let source: ByteSource

  /// The directory.
  let directory: PackageDirectory

  init(_ source: ByteSource, limits: ReadingLimits) throws(SpreadsheetReadError) {
    self.source = source
    directory = try PackageDirectory(source, limits: limits)
  }

  /// The bytes of a small part, or `nil` where there is none of that name.
  func bytes(of name: String, limit: Int) throws -> [UInt8]? {
    guard let entry = directory[name] else { return nil }
    guard entry.size <= limit else { throw SpreadsheetReadError(.partBytes(name, limit: limit)) }
    var bytes: [UInt8] = []
    try read(entry) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands over a part piece by piece.
  ///
  /// The last piece has been handed over when a wrong checksum is found.
  func read(_ entry: PackageEntry, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard !entry.isEncrypted else { throw SpreadsheetReadError(.encrypted) }
    let supply = PartSupply(source, entry, start: try start(of: entry))
    let inflater: Inflater? =
      switch entry.method {
      case PackageReader.stored: nil
      case PackageReader.deflated: try Inflater()
      default: throw SpreadsheetReadError(.compressionMethod(entry.name, entry.method))
      }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var (checksum, total) = (UInt(0), 0)
    while true {
      let count =
        try inflater?.inflate(into: &piece, refill: supply.refill) ?? supply.refill(&piece)
      if count == 0 { break }
      total += count
      guard total <= entry.size else { throw wrongSize(entry) }
      try piece.withUnsafeBufferPointer { whole in
        let bytes = UnsafeBufferPointer(rebasing: whole.prefix(count))
        checksum = crc32_z(checksum, bytes.baseAddress, count)
        try take(bytes)
      }
    }
    guard total == entry.size, supply.left == 0, (inflater?.unused ?? 0) == 0 else {
      throw wrongSize(entry)
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw SpreadsheetReadError(.checksum(entry.name))
    }
  }

  private func wrongSize(_ entry: PackageEntry) -> SpreadsheetReadError {
    SpreadsheetReadError(.damaged("the size of the part “\(entry.name)”"))
  }

  /// Where the data of a part start; its header must say what the directory says.
  private func start(of entry: PackageEntry) throws(SpreadsheetReadError) -> Int {
    let header = LittleEndianReader(
      try source.bytes(at: entry.offset, count: PackageReader.headerSize))
    let damaged = SpreadsheetReadError(.damaged("the header of the part “\(entry.name)”"))
    guard header.word(0) == 0x0403_4b50, let flags = header.short(6),
      header.short(8) == entry.method, header.short(26) == entry.nameBytes.count,
      let extraLength = header.short(28), let checksum = header.word(14),
      let compressed = header.word(18), let size = header.word(22)
    else { throw damaged }
    if flags & 1 != 0 { throw SpreadsheetReadError(.encrypted) }
    let name = try source.bytes(
      at: entry.offset + PackageReader.headerSize, count: entry.nameBytes.count)
    guard name == entry.nameBytes else { throw damaged }
    if flags & 8 == 0 {
      guard checksum == Int(entry.checksum),
        compressed == entry.compressedSize || compressed == 0xFFFF_FFFF,
        size == entry.size || size == 0xFFFF_FFFF
      else { throw damaged }
    }
    return entry.offset + PackageReader.headerSize + name.count + extraLength
  }
}

/// The compressed bytes of a part, in order.
private final class PartSupply {
  private let source: ByteSource
  private var place: Int

  /// How many bytes are still to come.
  private(set) var left: Int

  init(_ source: ByteSource, _ entry: PackageEntry, start: Int) {
    self.source = source
    place = start
    left = entry.compressedSize
  }

  func refill(_ buffer: inout [UInt8]) throws(SpreadsheetReadError) -> Int {
    let count = min(left, try source.fill(&buffer, at: place))
    guard count > 0 || left == 0 else { throw SpreadsheetReadError(.truncated) }
    place += count
    left -= count
    return count
  }
}
