/// The directory of a package, checked before anything is inflated.
struct PackageDirectory {
  private static let endSize = 22
  private static let longestComment = 0xFFFF
  /// The most bytes of a directory that are read; a line has at most three names of 64 kB.
  private static let longestDirectory = 8 << 20

  private let entries: [String: PackageEntry]

  /// The names of the parts, in the order of their names.
  var names: [String] { entries.keys.sorted() }

  /// Reads the directory of a package.
  init(_ source: ByteSource, limits: ReadingLimits) throws(SpreadsheetReadError) {
    let end = try DirectoryEnd(source, limits: limits)
    guard end.size <= PackageDirectory.longestDirectory else {
      throw SpreadsheetReadError(.parts(limit: limits.parts))
    }
    let bytes = LittleEndianReader(try source.bytes(at: end.offset, count: end.size))
    var list: [PackageEntry] = []
    var place = 0
    for _ in 0..<end.count {
      let (entry, length) = try PackageEntry.read(bytes, at: place)
      list.append(entry)
      place += length
    }
    guard place == end.size else { throw SpreadsheetReadError(.damaged("its directory")) }
    try PackageDirectory.checkPlaces(list, end: end.offset)
    try PackageDirectory.checkSizes(list, limits)
    var entries: [String: PackageEntry] = [:]
    for entry in list where entries.updateValue(entry, forKey: entry.name) != nil {
      throw SpreadsheetReadError(.repeatedPart(entry.name))
    }
    self.entries = entries
  }

  /// The part of a name.
  subscript(name: String) -> PackageEntry? { entries[name] }

  /// Each part must have bytes of its own, before the directory.
  private static func checkPlaces(
    _ entries: [PackageEntry], end: Int
  ) throws(SpreadsheetReadError) {
    let localSize = 30
    var free = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= free else { throw SpreadsheetReadError(.overlappingParts(entry.name)) }
      let least = entry.nameBytes.count + localSize
      guard entry.offset <= end, entry.compressedSize <= end - entry.offset,
        least <= end - entry.offset - entry.compressedSize
      else { throw SpreadsheetReadError(.damaged("the place of the part “\(entry.name)”")) }
      free = entry.offset + entry.compressedSize + least
    }
  }

  private static func checkSizes(
    _ entries: [PackageEntry], _ limits: ReadingLimits
  ) throws(SpreadsheetReadError) {
    for entry in entries {
      guard entry.size <= limits.contentBytes else {
        throw SpreadsheetReadError(.partBytes(entry.name, limit: limits.contentBytes))
      }
      guard
        entry.size <= limits.anyRatioBytes
          || entry.size / max(1, limits.ratio) <= entry.compressedSize
      else { throw SpreadsheetReadError(.ratio(entry.name, limit: limits.ratio)) }
    }
  }

  /// The record at the end of a package that says where its directory lies.
  private struct DirectoryEnd {
    var offset: Int
    var size: Int
    var count: Int

    init(_ source: ByteSource, limits: ReadingLimits) throws(SpreadsheetReadError) {
      let length = min(source.count, endSize + longestComment)
      let start = source.count - length
      let bytes = LittleEndianReader(try source.bytes(at: start, count: length))
      let place = try DirectoryEnd.place(in: bytes)
      guard let disk = bytes.short(place + 4), let startDisk = bytes.short(place + 6),
        let countHere = bytes.short(place + 8), let count = bytes.short(place + 10),
        let size = bytes.word(place + 12), let offset = bytes.word(place + 16)
      else { throw SpreadsheetReadError(.truncated) }
      (self.offset, self.size, self.count) = (offset, size, count)
      var end = start + place
      let isWide = offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF || count == 0xFFFF
      if isWide { end = try readWide(source, before: end) }
      guard disk == startDisk, disk == 0 || isWide, countHere == count else {
        throw SpreadsheetReadError(.damaged("it is one of several disks"))
      }
      guard self.count <= limits.parts else {
        throw SpreadsheetReadError(.parts(limit: limits.parts))
      }
      // What is cut out of the middle moves the directory away from where the record says it is.
      guard self.offset <= end, self.size == end - self.offset else {
        throw SpreadsheetReadError(.damaged("its directory is not where it says"))
      }
    }

    /// The last place where the record fits, with a comment that reaches to the end.
    private static func place(in bytes: LittleEndianReader) throws(SpreadsheetReadError) -> Int {
      var place = bytes.count - endSize
      while place >= 0 {
        if bytes.word(place) == 0x0605_4b50,
          bytes.short(place + 20) == bytes.count - endSize - place
        {
          return place
        }
        place -= 1
      }
      throw SpreadsheetReadError(.truncated)
    }

    /// Takes the sizes of the ZIP64 record, and gives the place where that record starts.
    private mutating func readWide(
      _ source: ByteSource, before end: Int
    ) throws(SpreadsheetReadError) -> Int {
      let damaged = SpreadsheetReadError(.damaged("its ZIP64 directory"))
      let (locatorSize, recordSize) = (20, 56)
      guard end >= locatorSize + recordSize else { throw damaged }
      let locator = LittleEndianReader(
        try source.bytes(at: end - locatorSize, count: locatorSize))
      guard locator.word(0) == 0x0706_4b50, let place = locator.long(8),
        place == end - locatorSize - recordSize
      else { throw damaged }
      let record = LittleEndianReader(try source.bytes(at: place, count: recordSize))
      guard record.word(0) == 0x0606_4b50, record.long(4) == recordSize - 12,
        let here = record.long(24), let all = record.long(32), here == all,
        let size = record.long(40), let offset = record.long(48)
      else { throw damaged }
      (self.offset, self.size, count) = (offset, size, all)
      return place
    }
  }
}
