import Foundation

/// A ZIP archive of files, opened with the limits that spreadsheets are read with.
///
/// Names that lead out of the archive, parts that overlap, sizes that are not true and archives
/// that swell beyond the limits are refused before anything is inflated.
public struct PackageArchive {
  private let reader: PackageReader

  /// The names of its files, in alphabetical order; folders are left out.
  public var names: [String] { reader.directory.names.filter { !$0.hasSuffix("/") } }

  /// Opens an archive and checks its directory.
  ///
  /// - Throws: `SpreadsheetReadError` where the file cannot be read or its directory is refused.
  public init(_ file: URL, limits: ReadingLimits = ReadingLimits()) throws(SpreadsheetReadError) {
    reader = try PackageReader(ByteSource(file: file), limits: limits)
  }

  /// The size of a file of the archive once inflated, in bytes, as the directory has it.
  public func size(of name: String) -> Int? { reader.directory[name]?.size }

  /// Gives the bytes of a file of the archive, or `nil` where there is none of that name.
  ///
  /// - Throws: `SpreadsheetReadError` where it is damaged or larger than `limit` bytes.
  public func bytes(of name: String, limit: Int) throws -> [UInt8]? {
    try reader.bytes(of: name, limit: limit)
  }
}
