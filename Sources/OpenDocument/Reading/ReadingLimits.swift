/// What a document may come to before it is refused.
///
/// The defaults take what LibreOffice and Excel can hold, and keep a hostile file from taking more
/// than 64 MiB of memory.
public struct ReadingLimits: Sendable, Hashable {
  /// How many parts a package may have.
  public var parts = 10_000
  /// How many bytes `content.xml` may have once inflated.
  public var contentBytes = 4 << 30
  /// How many times larger than compressed a part may be once inflated.
  public var ratio = 500
  /// How many bytes a part may have once inflated whatever it was compressed to.
  public var anyRatioBytes = 16 << 20
  /// How deep elements may lie.
  public var depth = 100
  /// How many bytes of UTF-8 the text of one cell may have.
  public var textBytes = 1_000_000
  /// How many bytes of UTF-8 the texts, formulas and comments of one row may have.
  public var rowBytes = 16 << 20
  /// How many blanks of all texts may be written as counts of more than a thousand.
  public var countedBlanks = 16 << 20
  /// How many columns a sheet may use.
  public var columns = 16_384
  /// How many rows a sheet may use.
  public var rows = 1_048_576
  /// How many sheets a document may have.
  public var sheets = 10_000
  /// How many cells that hold something may come from repeats of others.
  public var repeatedCells = 20_000_000

  /// Makes the default limits.
  public init() {}
}
