/// One part of a package, as its directory describes it.
struct PackageEntry {
  let name: String
  let nameBytes: [UInt8]
  let method: Int
  let flags: Int
  let checksum: UInt32
  let compressedSize: Int
  let size: Int
  let offset: Int

  /// Whether the part is encrypted by ZIP itself.
  var isEncrypted: Bool { flags & 1 != 0 }

  /// Whether its sizes stand behind it, and not in its header.
  var hasDescriptor: Bool { flags & 8 != 0 }
}

extension PackageEntry {
  /// How many bytes a line of the directory has before its name.
  static let fixedSize = 46

  /// Reads a line of the directory, and says how many bytes it takes.
  static func read(
    _ bytes: LittleEndianReader, at offset: Int
  ) throws(SpreadsheetReadError) -> (entry: PackageEntry, length: Int) {
    guard bytes.word(offset) == 0x0201_4b50, let flags = bytes.short(offset + 8),
      let method = bytes.short(offset + 10), let checksum = bytes.word(offset + 16),
      let nameLength = bytes.short(offset + 28), let extraLength = bytes.short(offset + 30),
      let commentLength = bytes.short(offset + 32), let disk = bytes.short(offset + 34),
      let name = bytes.slice(offset + fixedSize, nameLength),
      let extra = bytes.slice(offset + fixedSize + nameLength, extraLength)
    else { throw SpreadsheetReadError(.damaged("its directory")) }
    let wide = try WideSizes(
      bytes, at: offset, extra: LittleEndianReader(extra), disk: disk)
    let entry = PackageEntry(
      name: try checkedName(name), nameBytes: name, method: method, flags: flags,
      checksum: UInt32(truncatingIfNeeded: checksum), compressedSize: wide.compressedSize,
      size: wide.size, offset: wide.offset)
    return (entry, fixedSize + nameLength + extraLength + commentLength)
  }

  /// A name that stays in the package, whatever a program that unpacks it would do.
  private static func checkedName(_ bytes: [UInt8]) throws(SpreadsheetReadError) -> String {
    let shown = String(decoding: bytes, as: UTF8.self)
    guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty else {
      throw SpreadsheetReadError(.unsafeName(shown))
    }
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    let leadsOut = steps.contains { $0 == ".." || $0 == "." } || name.hasPrefix("/")
    let isOdd = bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
    guard !leadsOut, !isOdd else { throw SpreadsheetReadError(.unsafeName(shown)) }
    return name
  }
}

/// The sizes and the place of a part, from the ZIP64 field where the plain ones say so.
private struct WideSizes {
  let size: Int
  let compressedSize: Int
  let offset: Int

  init(
    _ bytes: LittleEndianReader, at start: Int, extra: LittleEndianReader, disk: Int
  ) throws(SpreadsheetReadError) {
    var field = try WideSizes.field(in: extra)
    guard let size = bytes.word(start + 24), let compressed = bytes.word(start + 20),
      let offset = bytes.word(start + 42)
    else { throw SpreadsheetReadError(.damaged("its directory")) }
    // The field holds only what did not fit, in this order.
    self.size = try WideSizes.wide(size, &field)
    compressedSize = try WideSizes.wide(compressed, &field)
    self.offset = try WideSizes.wide(offset, &field)
    guard disk == 0 || disk == 0xFFFF else {
      throw SpreadsheetReadError(.damaged("it is one of several disks"))
    }
  }

  private static func wide(
    _ value: Int, _ field: inout [Int]
  ) throws(SpreadsheetReadError) -> Int {
    guard value == 0xFFFF_FFFF else { return value }
    guard !field.isEmpty else { throw SpreadsheetReadError(.damaged("its ZIP64 sizes")) }
    return field.removeFirst()
  }

  /// The eight-byte numbers of the ZIP64 field; none where there is no such field.
  private static func field(
    in extra: LittleEndianReader
  ) throws(SpreadsheetReadError) -> [Int] {
    var place = 0
    while let kind = extra.short(place), let length = extra.short(place + 2) {
      if kind == 1 {
        return stride(from: place + 4, to: place + 4 + length - 7, by: 8)
          .compactMap { extra.long($0) }
      }
      place += 4 + length
    }
    return []
  }
}
