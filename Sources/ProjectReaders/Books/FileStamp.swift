import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file system says of a file: as long as it stays the same, so does the content.
///
/// Of a file of a gigabyte the content takes seconds to look at. The time at which the file system
/// last changed anything about a file cannot be set by programs, so that copying an old file over
/// a new one shows, even where its date is kept.
public struct FileStamp: Sendable, Hashable {
  /// A change this short after another may leave the same times.
  private static let grain: TimeInterval = 2

  /// The device, the number on it, the size and the two times.
  public let text: String
  private let changed: TimeInterval

  /// Looks at a file; `nil` where there is none.
  public init?(fileAt url: URL) {
    var found = stat()
    guard stat(url.path, &found) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (found.st_mtimespec, found.st_ctimespec)
    #else
      let (modified, changed) = (found.st_mtim, found.st_ctim)
    #endif
    text = [
      Int(found.st_dev), Int(found.st_ino), Int(found.st_size), modified.tv_sec, modified.tv_nsec,
      changed.tv_sec, changed.tv_nsec,
    ].map(String.init).joined(separator: " ")
    self.changed = TimeInterval(changed.tv_sec) + TimeInterval(changed.tv_nsec) / 1e9
  }

  /// Whether any later change of the file would change the stamp too.
  ///
  /// - Parameter now: the time; a file that changed right now may change again under the same time.
  public func isSettled(at now: Date = Date()) -> Bool {
    now.timeIntervalSince1970 - changed > FileStamp.grain
  }
}
