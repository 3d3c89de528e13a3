import Foundation

/// The bytes of a file or of memory, read from any place.
final class ByteSource {
  private enum Store {
    case file(FileHandle)
    case memory(Data)
  }

  /// How many bytes there are.
  let count: Int
  private let store: Store

  init(_ data: Data) {
    store = .memory(data)
    count = data.count
  }

  init(file: URL) throws(SpreadsheetReadError) {
    // A pipe or a folder can be opened, but never read from any place.
    let type = try? file.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey])
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      throw SpreadsheetReadError(.unreadable(errno == 0 ? ENOENT : errno))
    }
    guard type?.isRegularFile == true, let end = try? handle.seekToEnd() else {
      throw SpreadsheetReadError(.unreadable(EISDIR))
    }
    store = .file(handle)
    count = Int(clamping: end)
  }

  /// The bytes from a place on, as many as asked for; fewer are a truncated file.
  func bytes(at offset: Int, count wanted: Int) throws(SpreadsheetReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, wanted))
    let read = try bytes.withUnsafeMutableBufferPointer {
      (buffer) throws(SpreadsheetReadError) in try fill(buffer, at: offset)
    }
    guard read == wanted else { throw SpreadsheetReadError(.truncated) }
    return bytes
  }

  /// Fills a buffer from a place on, and says how many bytes there were.
  func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int
  ) throws(SpreadsheetReadError) -> Int {
    let wanted = min(buffer.count, count - offset)
    guard offset >= 0, wanted > 0 else { return 0 }
    switch store {
    case .memory(let data):
      let start = data.startIndex + offset
      data.copyBytes(to: buffer, from: start..<start + wanted)
      return wanted
    case .file(let handle):
      return try fill(buffer, wanted, at: offset, from: handle.fileDescriptor)
    }
  }

  private func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ wanted: Int, at offset: Int,
    from descriptor: Int32
  ) throws(SpreadsheetReadError) -> Int {
    var done = 0
    while done < wanted {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SpreadsheetReadError(.unreadable(errno)) }
      if count == 0 { break }
      done += count
    }
    return done
  }
}
