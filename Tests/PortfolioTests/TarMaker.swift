/// Makes tar archives byte by byte, also wrong ones.
struct TarMaker {
  private(set) var bytes: [UInt8] = []

  /// Adds an entry under a name of at most 100 bytes.
  mutating func add(
    _ name: String, _ content: [UInt8], kind: Character = "0", statedSize: Int? = nil,
    breaksChecksum: Bool = false
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
    }
    put(name, at: 0)
    put("0000644\0", at: 100)
    put(TarMaker.octal(statedSize ?? content.count, digits: 11), at: 124)
    put("00000000000", at: 136)
    put(String(repeating: " ", count: 8), at: 148)
    put(String(kind), at: 156)
    put("ustar\0" + "00", at: 257)
    let sum = header.reduce(0) { $0 + Int($1) } + (breaksChecksum ? 1 : 0)
    put(TarMaker.octal(sum, digits: 6) + "\0 ", at: 148)
    bytes += header + content
    bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// The archive with the two empty blocks at its end.
  var closed: [UInt8] { bytes + [UInt8](repeating: 0, count: 1_024) }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
