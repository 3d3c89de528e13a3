import CZlib
import Foundation

/// Why a tar archive is refused.
enum TarProblem: Error, CustomStringConvertible {
  case unreadable
  case truncated
  case damaged(String)
  case path(String)
  case tooMany(Int)
  case swollen

  /// What is the matter, to stand behind a colon.
  var description: String {
    switch self {
    case .unreadable: "it cannot be read"
    case .truncated: "it is cut off"
    case .damaged(let what): "\(what) is damaged"
    case .path(let name): "the name “\(name.prefix(80))” leads out of the archive"
    case .tooMany(let limit): "it holds more than \(limit) files"
    case .swollen: "it swells beyond what reports do"
    }
  }
}

/// A tar archive, plain or under gzip, read from its beginning to its end.
///
/// The forms of POSIX (ustar and pax, IEEE Std 1003.1-2017, pax) and the long names of GNU tar are
/// read; links and devices are passed over, and nothing is ever unpacked to the disk.
final class TarStream {
  /// A file of the archive.
  struct Entry {
    /// Its path in the archive.
    let name: String
    /// How many bytes it has.
    let size: Int
    /// Whether it is a plain file.
    let isFile: Bool
  }

  private static let block = 512
  private static let longestName = 4_096
  /// An archive may always come to so many bytes, and to more in proportion to its file.
  private static let anyBytes = 64 << 20
  private static let ratio = 200

  private let stream: gzFile
  private let mostBytes: Int
  private var bytesRead = 0
  /// What is left of the entry that was given last, with what fills up its last block.
  private var left = 0
  private var padding = 0

  /// Opens an archive.
  init(_ file: URL) throws(TarProblem) {
    guard let stream = gzopen(file.path, "rb") else { throw .unreadable }
    self.stream = stream
    let size = (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    let inProportion = size.multipliedReportingOverflow(by: TarStream.ratio)
    mostBytes = max(TarStream.anyBytes, inProportion.overflow ? Int.max : inProportion.partialValue)
  }

  deinit { gzclose(stream) }

  /// Gives the next entry, or `nil` behind the last.
  func next() throws(TarProblem) -> Entry? {
    try skip(left + padding)
    var longName: String?
    var longSize: Int?
    while true {
      guard let header = try header() else {
        try readToTheEnd()
        return nil
      }
      switch header.kind {
      case UInt8(ascii: "L"): longName = try text(of: header.size)
      case UInt8(ascii: "x"):
        let records = try TarStream.records(in: bytes(of: header.size))
        longName = records["path"] ?? longName
        longSize = try records["size"].map { (text) throws(TarProblem) in
          guard let size = Int(text), size >= 0 else { throw .damaged("a size") }
          return size
        }
      case UInt8(ascii: "g"), UInt8(ascii: "K"): try skip(TarStream.whole(header.size))
      case UInt8(ascii: "S"): throw .damaged("a sparse file, which no report is, or it")
      default:
        let size = longSize ?? header.size
        left = header.hasContent ? size : 0
        padding = TarStream.whole(left) - left
        return Entry(name: longName ?? header.name, size: left, isFile: header.isFile)
      }
    }
  }

  /// Gives the bytes of the entry that was given last.
  func content() throws(TarProblem) -> Data {
    let bytes = try take(left)
    left = 0
    return Data(bytes)
  }

  // MARK: Headers

  private struct Header {
    let name: String
    let size: Int
    let kind: UInt8

    var isFile: Bool { kind == 0 || kind == UInt8(ascii: "0") || kind == UInt8(ascii: "7") }
    /// Links, devices and folders have none, whatever size they state.
    var hasContent: Bool { !(UInt8(ascii: "1")...UInt8(ascii: "6")).contains(kind) }
  }

  private func header() throws(TarProblem) -> Header? {
    let block = try take(TarStream.block)
    if block.allSatisfy({ $0 == 0 }) { return nil }
    guard let stated = TarStream.number(block[148..<156]),
      stated == block.indices.reduce(0, { $0 + ((148..<156).contains($1) ? 32 : Int(block[$1])) }),
      let size = TarStream.number(block[124..<136]), size <= Int.max / 2
    else { throw .damaged("a header") }
    let prefix =
      block[257..<262].elementsEqual("ustar".utf8) && block[262] == 0
      ? TarStream.words(block[345..<500]) : ""
    let name = TarStream.words(block[0..<100])
    return Header(
      name: prefix.isEmpty ? name : prefix + "/" + name, size: size, kind: block[156])
  }

  /// A number in octal digits, or in binary where the first bit is set, as GNU tar writes.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first else { return nil }
    if first & 0x80 != 0 {
      guard first == 0x80, field.dropFirst().prefix(max(0, field.count - 8)).allSatisfy({ $0 == 0 })
      else { return nil }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 32 }.prefix { $0 != 0 && $0 != 32 }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private static func words(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The records of a pax header: `length key=value` and a line break each.
  private static func records(in bytes: [UInt8]) throws(TarProblem) -> [String: String] {
    var records: [String: String] = [:]
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0 != 32 }
      guard digits.count <= 6, let length = Int(String(decoding: digits, as: UTF8.self)),
        length > digits.count + 1, length <= rest.count
      else { throw .damaged("a header") }
      let record = rest.prefix(length).dropFirst(digits.count + 1).dropLast()
      guard let mark = record.firstIndex(of: UInt8(ascii: "=")) else {
        throw .damaged("a header")
      }
      let key = String(decoding: record[..<mark], as: UTF8.self)
      records[key] = String(decoding: record[(mark + 1)...], as: UTF8.self)
      rest = rest.dropFirst(length)
    }
    return records
  }

  private func bytes(of size: Int) throws(TarProblem) -> [UInt8] {
    guard size <= 1 << 16 else { throw .damaged("a header") }
    let bytes = try take(size)
    try skip(TarStream.whole(size) - size)
    return bytes
  }

  private func text(of size: Int) throws(TarProblem) -> String {
    guard size <= TarStream.longestName else { throw .damaged("a name") }
    return TarStream.words(try bytes(of: size)[...])
  }

  private static func whole(_ size: Int) -> Int { (size + block - 1) / block * block }

  // MARK: Bytes

  private func take(_ count: Int) throws(TarProblem) -> [UInt8] {
    // An entry that states more than the archive may hold is not given room first.
    guard count <= mostBytes - bytesRead else { throw .swollen }
    var bytes = [UInt8](repeating: 0, count: count)
    guard try read(into: &bytes) == count else { throw .truncated }
    return bytes
  }

  private func skip(_ count: Int) throws(TarProblem) {
    (left, padding) = (0, 0)
    guard count <= mostBytes - bytesRead else { throw .swollen }
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 16))
    var rest = count
    while rest > 0 {
      if rest < piece.count { piece.removeLast(piece.count - rest) }
      guard try read(into: &piece) == piece.count else { throw .truncated }
      rest -= piece.count
    }
  }

  /// Behind the mark of the end only zeros may follow; gzip's checksum is compared at its end.
  private func readToTheEnd() throws(TarProblem) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if count == 0 { return }
      guard piece.prefix(count).allSatisfy({ $0 == 0 }) else { throw .damaged("its end") }
    }
  }

  private func read(into bytes: inout [UInt8]) throws(TarProblem) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let count = bytes.withUnsafeMutableBytes { gzread(stream, $0.baseAddress, UInt32($0.count)) }
    guard count >= 0 else { throw .damaged("its compressed data") }
    bytesRead += Int(count)
    guard bytesRead <= mostBytes else { throw .swollen }
    if count < bytes.count {
      var code: Int32 = 0
      _ = gzerror(stream, &code)
      guard code == Z_OK || code == Z_STREAM_END else { throw .truncated }
    }
    return Int(count)
  }
}
