import Foundation

/// A package made byte by byte, so that a test can have it lie.
struct HandMadePackage {
  /// One part, with what its headers claim of it.
  struct Part {
    var name: String
    var bytes: [UInt8]
    var localName: String?
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var checksum: UInt32?
    var size: UInt32?
    var compressedSize: UInt32?
    var offset: UInt32?
    var extra: [UInt8] = []

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }
  }

  var parts: [Part] = []
  var count: UInt16?
  var directoryOffset: UInt32?

  /// A spreadsheet with the given content.
  init(content: String) {
    parts = [
      Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      Part("content.xml", content),
    ]
  }

  /// The bytes of the package.
  var data: Data {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = UInt32(bytes.count)
      bytes += number(UInt32(0x0403_4b50)) + description(part, directory: false)
      bytes += Array((part.localName ?? part.name).utf8) + part.extra + part.bytes
      directory += number(UInt32(0x0201_4b50)) + number(UInt16(20))
      directory += description(part, directory: true)
      directory += [UInt8](repeating: 0, count: 10) + number(part.offset ?? offset)
      directory += Array(part.name.utf8) + part.extra
    }
    let start = UInt32(bytes.count)
    bytes += directory + number(UInt32(0x0605_4b50)) + number(UInt32(0))
    let count = count ?? UInt16(parts.count)
    bytes += number(count) + number(count) + number(UInt32(directory.count))
    bytes += number(directoryOffset ?? start) + number(UInt16(0))
    return Data(bytes)
  }

  private func description(_ part: Part, directory: Bool) -> [UInt8] {
    let size = UInt32(part.bytes.count)
    let name = directory ? part.name : part.localName ?? part.name
    let fields: [[UInt8]] = [
      number(UInt16(20)), number(part.flags), number(part.method), number(UInt32(0)),
      number(part.checksum ?? HandMadePackage.checksum(part.bytes)),
      number(part.compressedSize ?? size), number(part.size ?? size),
      number(UInt16(name.utf8.count)), number(UInt16(part.extra.count)),
    ]
    return fields.flatMap(\.self)
  }

  private func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// CRC-32 as ZIP has it, bit by bit.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return ~remainder
  }

  /// Content with the given elements inside `office:spreadsheet`.
  static func content(_ elements: String, styles: String = "") -> String {
    wrapped(elements, styles: styles, root: "office:document-content", attributes: "")
  }

  /// A single-file document with the given elements inside `office:spreadsheet`.
  static func flat(_ elements: String, styles: String = "") -> Data {
    let type = #" office:mimetype="application/vnd.oasis.opendocument.spreadsheet""#
    return Data(
      wrapped(elements, styles: styles, root: "office:document", attributes: type).utf8)
  }

  private static func wrapped(
    _ elements: String, styles: String, root: String, attributes: String
  ) -> String {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    let extended = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root) xmlns:office="\(base)office:1.0" xmlns:table="\(base)table:1.0"
        xmlns:text="\(base)text:1.0" xmlns:style="\(base)style:1.0"
        xmlns:draw="\(base)drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:calcext="\(extended)" office:version="1.3"\(attributes)>
      <office:automatic-styles>\(styles)</office:automatic-styles>
      <office:body><office:spreadsheet>\(elements)</office:spreadsheet></office:body></\(root)>
      """
  }
}
