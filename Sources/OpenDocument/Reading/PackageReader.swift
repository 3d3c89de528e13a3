import CZlib

/// Reads the parts of a package, each checked against what the directory says of it.
struct PackageReader {
  private static let stored = 0
  private static let deflated = 8
  private static let headerSize = 30
  /// From here on a second thread is worth starting.
  private static let largePart = 1 << 20

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

  /// Hands over a part piece by piece; a large one is inflated on a thread of its own.
  ///
  /// The last piece has been handed over when a wrong checksum is found.
  func read(_ entry: PackageEntry, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard !entry.isEncrypted else { throw SpreadsheetReadError(.encrypted) }
    let inflater: Inflater? =
      switch entry.method {
      case PackageReader.stored: nil
      case PackageReader.deflated: try Inflater()
      default: throw SpreadsheetReadError(.compressionMethod(entry.name, entry.method))
      }
    let part = InflatedPart(entry, source, start: try start(of: entry), inflater)
    try BytePipe(part.next).read(ahead: entry.size > PackageReader.largePart, take)
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

/// The bytes of a part, inflated and checked in their order.
private final class InflatedPart {
  private let entry: PackageEntry
  private let inflater: Inflater?
  private let source: ByteSource
  private var place: Int
  private var left: Int
  private var checksum: UInt = 0
  private var total = 0

  init(_ entry: PackageEntry, _ source: ByteSource, start: Int, _ inflater: Inflater?) {
    self.entry = entry
    self.inflater = inflater
    self.source = source
    place = start
    left = entry.compressedSize
  }

  /// Fills a buffer, and says with how many bytes; none are the end of a part that is whole.
  func next(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    let count = try inflater?.inflate(into: buffer, refill: refill) ?? refill(buffer)
    total += count
    let wrongSize = SpreadsheetReadError(.damaged("the size of the part “\(entry.name)”"))
    guard total <= entry.size else { throw wrongSize }
    checksum = crc32_z(checksum, buffer.baseAddress, count)
    guard count == 0 else { return count }
    guard total == entry.size, left == 0, (inflater?.unused ?? 0) == 0 else { throw wrongSize }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw SpreadsheetReadError(.checksum(entry.name))
    }
    return 0
  }

  private func refill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(SpreadsheetReadError) -> Int {
    let count = min(left, try source.fill(buffer, at: place))
    guard count > 0 || left == 0 else { throw SpreadsheetReadError(.truncated) }
    place += count
    left -= count
    return count
  }
}
