import CZlib

/// Compresses bytes with zlib as they come, without the zlib header, as ZIP entries want it.
final class Deflater {
  // zlib keeps a pointer to its own state, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init() throws(SpreadsheetError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = cz_deflate_init_raw(stream, Z_DEFAULT_COMPRESSION)
    guard code == Z_OK else { throw SpreadsheetError(.compression(Int(code))) }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Compresses bytes; the last call says so and gets what zlib still holds.
  func compress(_ bytes: [UInt8], isLast: Bool) throws(SpreadsheetError) -> [UInt8] {
    guard let length = UInt32(exactly: bytes.count) else { throw SpreadsheetError(.tooLarge) }
    var compressed: [UInt8] = []
    var input = bytes
    let code = input.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress
      stream.pointee.avail_in = length
      return drain(isLast ? Z_FINISH : Z_NO_FLUSH, into: &compressed)
    }
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
      throw SpreadsheetError(.compression(Int(code)))
    }
    return compressed
  }

  /// Calls zlib until it leaves room in the buffer, which says that it has nothing more to give.
  private func drain(_ flush: Int32, into compressed: inout [UInt8]) -> Int32 {
    while true {
      let (code, written) = buffer.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        let code = deflate(stream, flush)
        return (code, room.count - Int(stream.pointee.avail_out))
      }
      compressed.append(contentsOf: buffer.prefix(written))
      if code != Z_OK || written < buffer.count { return code }
    }
  }
}
