extension ReadRange {
  /// Reads a range as named ranges have it: `$'Value map'.$B$2:.$C$9`; `nil` where it is none.
  public init?(address: String) {
    var rest = Substring(address)
    guard let sheet = ReadRange.takeSheet(&rest), let first = ReadRange.takeCell(&rest) else {
      return nil
    }
    var last = first
    if rest.first == ":" {
      rest = rest.dropFirst()
      let named = ReadRange.takeSheet(&rest)
      guard named == sheet || named == "", let cell = ReadRange.takeCell(&rest) else { return nil }
      last = cell
    }
    guard rest.isEmpty else { return nil }
    self.init(sheet: sheet, first: first, last: last)
  }

  /// The name of a sheet with the point behind it; empty where the point stands alone.
  private static func takeSheet(_ rest: inout Substring) -> String? {
    if rest.first == "$" { rest = rest.dropFirst() }
    guard rest.first == "'" else {
      guard let point = rest.firstIndex(of: ".") else { return nil }
      let name = rest[..<point]
      rest = rest[rest.index(after: point)...]
      return String(name)
    }
    rest = rest.dropFirst()
    var name = ""
    while let letter = rest.popFirst() {
      if letter != "'" {
        name.append(letter)
      } else if rest.first == "'" {
        name.append(letter)
        rest = rest.dropFirst()
      } else {
        return rest.popFirst() == "." ? name : nil
      }
    }
    return nil
  }

  private static func takeCell(_ rest: inout Substring) -> CellAddress? {
    if rest.first == "$" { rest = rest.dropFirst() }
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(letters.count)
    if rest.first == "$" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return CellAddress(letters: letters, digits: digits)
  }
}

extension CellAddress {
  /// Reads an address as people write it: `B2`; `nil` where it is none.
  public init?(_ text: String) {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    self.init(letters: letters, digits: text.dropFirst(letters.count))
  }

  init?(letters: Substring, digits: Substring) {
    guard (1...7).contains(letters.count), (1...9).contains(digits.count),
      digits.first != "0", digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let row = Int(digits)
    else { return nil }
    var column = 0
    for letter in letters.uppercased().utf8 { column = column * 26 + Int(letter) - 64 }
    self.init(column: column, row: row)
  }
}
