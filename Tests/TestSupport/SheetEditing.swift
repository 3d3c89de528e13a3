import Foundation

/// Changes cells in the content of a workbook that the program wrote, as a reader would by hand.
public struct SheetEditing {
  /// Why a cell cannot be changed.
  public struct NoSuchCell: Error, CustomStringConvertible {
    /// The cell that was looked for.
    public let description: String
  }

  /// The content as it is now.
  public private(set) var content: String

  /// Takes the text of `content.xml`.
  public init(_ content: String) { self.content = content }

  /// Puts another number into the cell of a name: an input, or what it is made of.
  ///
  /// - Throws: `NoSuchCell` where there is no cell of that name, or it is no number of its own.
  public mutating func set(_ name: String, to number: Double) throws {
    let cell = try range(of: name)
    let text = content[cell]
    guard !text.contains("table:formula"),
      let value = text.firstRange(of: /office:value="[^"]*"/)
    else { throw NoSuchCell(description: "\(name): \(text)") }
    content.replaceSubrange(value, with: "office:value=\"\(number)\"")
  }

  /// Puts another text into the cell of a name.
  ///
  /// - Throws: `NoSuchCell` where there is no cell of that name, or it holds no text.
  public mutating func set(_ name: String, to text: String) throws {
    let cell = try range(of: name)
    guard let old = content[cell].firstRange(of: /<text:p>[^<]*</) else {
      throw NoSuchCell(description: "\(name): \(content[cell])")
    }
    content.replaceSubrange(old, with: "<text:p>\(text)<")
  }

  /// The markup of the cell that a name means.
  private func range(of name: String) throws -> Range<String.Index> {
    let words = "table:name=\"\(name)\" table:base-cell-address=\"$'"
    guard let start = content.range(of: words)?.upperBound,
      let address = content[start...].firstMatch(of: /([^"]+?)'\.\$([A-Z]+)\$([0-9]+)"/),
      let row = Int(address.3)
    else { throw NoSuchCell(description: name) }
    let column = address.2.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return try range(sheet: String(address.1), column: column, row: row)
  }

  private func range(
    sheet: String, column: Int, row: Int
  ) throws -> Range<String.Index> {
    let missing = NoSuchCell(description: "\(sheet) \(column) \(row)")
    guard let table = content.range(of: "<table:table table:name=\"\(sheet)\"")?.upperBound,
      let end = content.range(of: "</table:table>", range: table..<content.endIndex)?.lowerBound
    else { throw missing }
    let whole = try place(row, "table:table-row", "table:number-rows-repeated", table..<end)
    guard let whole else { throw missing }
    let cell = try place(column, "table:table-cell", "table:number-columns-repeated", whole)
    guard let cell else { throw missing }
    return cell
  }

  /// The element that is the wanted one, counting repeats; elements of that name do not nest.
  private func place(
    _ wanted: Int, _ name: String, _ repeats: String, _ range: Range<String.Index>
  ) throws -> Range<String.Index>? {
    var (count, place) = (0, range.lowerBound)
    while let start = content.range(of: "<\(name)", range: place..<range.upperBound)?.lowerBound {
      guard let tagEnd = content.range(of: ">", range: start..<range.upperBound)?.upperBound else {
        return nil
      }
      let tag = content[start..<tagEnd]
      let end =
        tag.hasSuffix("/>")
        ? tagEnd : content.range(of: "</\(name)>", range: tagEnd..<range.upperBound)?.upperBound
      guard let end else { return nil }
      let times = tag.range(of: "\(repeats)=\"").flatMap { found in
        Int(tag[found.upperBound...].prefix { $0 != "\"" })
      }
      count += times ?? 1
      if count >= wanted { return start..<end }
      place = end
    }
    return nil
  }
}
