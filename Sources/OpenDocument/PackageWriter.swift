import CZlib
import Foundation

/// Writes a ZIP package as OpenDocument wants it: fixed times, no extra fields, no descriptors.
///
/// Sizes and checksum of an entry are put into its header when it ends, so that nothing but a few
/// blocks are held in memory. Entries and package stay below 4 GiB.
final class PackageWriter {
  private struct Entry {
    let name: [UInt8]
    let offset: UInt32
    let method: UInt16
    var checksum: UInt32 = 0
    var compressedSize: UInt32 = 0
    var size: UInt32 = 0
  }

  private static let stored: UInt16 = 0
  private static let deflated: UInt16 = 8
  /// 1 January 1980, the first day that ZIP knows, at midnight.
  private static let date: UInt16 = 1 << 5 | 1

  private let handle: FileHandle
  private var entries: [Entry] = []
  private var current: (entry: Entry, deflater: Deflater?)?
  private var offset: UInt64 = 0

  /// Starts a package; a file of that name is replaced.
  init(file: URL) throws {
    try Data().write(to: file)
    handle = try FileHandle(forWritingTo: file)
  }

  /// Writes a whole entry without compression.
  func store(_ name: String, _ bytes: [UInt8]) throws {
    try begin(name, method: PackageWriter.stored)
    try write(bytes)
    try end()
  }

  /// Writes a whole entry.
  func add(_ name: String, _ bytes: [UInt8]) throws {
    try begin(name)
    try write(bytes)
    try end()
  }

  /// Begins a compressed entry.
  func begin(_ name: String) throws { try begin(name, method: PackageWriter.deflated) }

  /// Writes bytes into the compressed entry that was begun, and leaves none.
  func write(_ bytes: inout MarkupBytes) throws {
    guard let deflater = current?.deflater, bytes.count > 0 else { return }
    for block in try deflater.compress(&bytes) { try put(block) }
  }

  /// Writes bytes into the entry that was begun.
  func write(_ bytes: [UInt8]) throws {
    guard let current, !bytes.isEmpty else { return }
    if current.deflater != nil {
      var markup = MarkupBytes()
      markup.append(bytes)
      try write(&markup)
    } else {
      let checksum = bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
      try put(Deflater.Block(bytes: bytes, checksum: checksum, size: bytes.count))
    }
  }

  /// Ends the entry and completes its header.
  func end() throws {
    for block in try current?.deflater?.finish() ?? [] { try put(block) }
    guard let entry = current?.entry else { return }
    try handle.seek(toOffset: UInt64(entry.offset))
    try handle.write(contentsOf: Data(localHeader(entry)))
    try handle.seek(toOffset: offset)
    entries.append(entry)
    current = nil
  }

  /// Writes a block of the current entry, compressed or as it is.
  private func put(_ block: Deflater.Block) throws {
    guard var entry = current?.entry else { return }
    entry.checksum = UInt32(
      truncatingIfNeeded: crc32_combine(UInt(entry.checksum), block.checksum, block.size))
    entry.size = try sum(entry.size, block.size)
    entry.compressedSize = try sum(entry.compressedSize, block.bytes.count)
    current?.entry = entry
    try put(block.bytes)
  }

  /// Writes the directory and closes the file.
  func finish() throws {
    let start = try sum(0, Int(clamping: offset))
    for entry in entries { try put(directoryEntry(entry)) }
    let size = try sum(0, Int(clamping: offset - UInt64(start)))
    var bytes = LittleEndianBytes()
    bytes.append(UInt32(0x0605_4b50))
    bytes.append(UInt16(0))
    bytes.append(UInt16(0))
    bytes.append(UInt16(entries.count))
    bytes.append(UInt16(entries.count))
    bytes.append(size)
    bytes.append(start)
    bytes.append(UInt16(0))
    try put(bytes.bytes)
    try handle.close()
  }

  private func begin(_ name: String, method: UInt16) throws {
    let offset = try sum(0, Int(clamping: offset))
    let entry = Entry(name: Array(name.utf8), offset: offset, method: method)
    current = (entry, method == PackageWriter.deflated ? Deflater() : nil)
    try put(localHeader(entry))
  }

  private func put(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: Data(bytes))
    offset += UInt64(bytes.count)
  }

  private func localHeader(_ entry: Entry) -> [UInt8] {
    var bytes = LittleEndianBytes()
    bytes.append(UInt32(0x0403_4b50))
    appendDescription(of: entry, to: &bytes)
    bytes.append(UInt16(0))
    bytes.bytes += entry.name
    return bytes.bytes
  }

  private func directoryEntry(_ entry: Entry) -> [UInt8] {
    var bytes = LittleEndianBytes()
    bytes.append(UInt32(0x0201_4b50))
    bytes.append(version(of: entry))
    appendDescription(of: entry, to: &bytes)
    for _ in 0..<4 { bytes.append(UInt16(0)) }
    bytes.append(UInt32(0))
    bytes.append(entry.offset)
    bytes.bytes += entry.name
    return bytes.bytes
  }

  /// What the header of an entry and its line in the directory have in common.
  private func appendDescription(of entry: Entry, to bytes: inout LittleEndianBytes) {
    bytes.append(version(of: entry))
    bytes.append(UInt16(0))
    bytes.append(entry.method)
    bytes.append(UInt16(0))
    bytes.append(PackageWriter.date)
    bytes.append(entry.checksum)
    bytes.append(entry.compressedSize)
    bytes.append(entry.size)
    bytes.append(UInt16(entry.name.count))
  }

  private func version(of entry: Entry) -> UInt16 {
    entry.method == PackageWriter.stored ? 10 : 20
  }

  private func sum(_ size: UInt32, _ more: Int) throws(SpreadsheetError) -> UInt32 {
    guard let sum = UInt32(exactly: Int(size) + more) else { throw SpreadsheetError(.tooLarge) }
    return sum
  }
}

/// Bytes to which numbers are appended, lowest byte first.
private struct LittleEndianBytes {
  var bytes: [UInt8] = []

  mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
