import CZlib

/// Inflates a part of a package as it is read, in pieces of one size.
final class Inflater {
  // zlib keeps a pointer to its own state, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var inputStart = 0
  private var inputEnd = 0

  /// Whether zlib has seen the end of the compressed data.
  private(set) var isAtEnd = false

  init() throws(SpreadsheetReadError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard cz_inflate_init_raw(stream) == Z_OK else {
      throw SpreadsheetReadError(.damaged("zlib cannot start"))
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// How many bytes that were read from the package are not inflated yet.
  var unused: Int { inputEnd - inputStart }

  /// Fills a buffer, and says how many bytes it holds; fewer than it has room for are the last.
  ///
  /// - Parameters:
  ///   - output: the buffer.
  ///   - refill: fills the buffer that it is given, and says with how many bytes.
  func inflate(
    into output: UnsafeMutableBufferPointer<UInt8>,
    refill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int
  ) throws -> Int {
    var done = 0
    while done < output.count, !isAtEnd {
      if inputStart == inputEnd {
        inputEnd = try input.withUnsafeMutableBufferPointer { try refill($0) }
        inputStart = 0
        guard inputEnd > 0 else { throw SpreadsheetReadError(.damaged("compressed data")) }
      }
      done += try step(UnsafeMutableBufferPointer(rebasing: output[done...]))
    }
    return done
  }

  private func step(
    _ target: UnsafeMutableBufferPointer<UInt8>
  ) throws(SpreadsheetReadError) -> Int {
    let available = inputEnd - inputStart
    let code = input.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress.map { $0 + inputStart }
      stream.pointee.avail_in = UInt32(available)
      stream.pointee.next_out = target.baseAddress
      stream.pointee.avail_out = UInt32(target.count)
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    inputStart = inputEnd - Int(stream.pointee.avail_in)
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
      throw SpreadsheetReadError(.damaged("compressed data"))
    }
    isAtEnd = code == Z_STREAM_END
    return target.count - Int(stream.pointee.avail_out)
  }
}
