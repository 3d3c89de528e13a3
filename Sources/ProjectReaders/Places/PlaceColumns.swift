import ImpactModel

/// Which columns of a table of places hold what, as its heading says.
struct PlaceColumns: Equatable {
  /// What stands between the cells.
  let delimiter: UInt8
  let postcode: Int
  let neighbourhood: Int?
  let district: Int?
  let municipality: Int?
  let addresses: Int?
  /// Whether a row is an address or counts addresses, so that the most of them can be told.
  let isWeighted: Bool
  /// The year of the codes, where the heading names it.
  let year: Int?

  /// Reads a heading, or gives `nil` where it names no postcode or no place.
  init?(heading line: [UInt8]) {
    let marks: [UInt8] = [59, 44, 9]
    let counts = marks.map { mark in line.count { $0 == mark } }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
      return nil
    }
    delimiter = marks[index]
    let names = String(decoding: line, as: UTF8.self)
      .split(separator: Character(UnicodeScalar(delimiter)), omittingEmptySubsequences: false)
      .map(Self.plain)
    func first(_ starts: [String]) -> Int? {
      names.firstIndex { name in
        starts.contains { name.hasPrefix($0) } && !Self.isName(name)
      }
    }
    guard
      let postcode = first(["pc6", "pc4", "pcd", "postcode", "postalcode", "codepostal", "zip"])
    else { return nil }
    self.postcode = postcode
    neighbourhood = first([
      "buurt", "gwb", "bucode", "neighbourhood", "neighborhood", "sector", "statisticalsector",
      "statistischesector", "cs0101", "lsoa", "oa",
    ])
    district = first(["wijk", "wkcode", "district", "msoa", "ward"])
    municipality = first([
      "gemeente", "gmcode", "municipality", "nis", "cnis", "cdmunty", "refnis", "lad", "laua",
    ])
    addresses = first(["addresses", "adressen", "aantaladressen", "weight"])
    isWeighted = addresses != nil || first(["huisnummer", "housenumber", "huisnr"]) != nil
    guard neighbourhood != nil || district != nil || municipality != nil else { return nil }
    let place = neighbourhood ?? district ?? municipality ?? postcode
    let digits = names.indices.contains(place) ? names[place].filter(\.isNumber) : ""
    year = digits.count == 4 ? Int(digits).flatMap { (1990...2100).contains($0) ? $0 : nil } : nil
  }

  /// How many cells a row must have at least.
  var width: Int {
    ([postcode] + [neighbourhood, district, municipality].compactMap(\.self)).reduce(0) {
      max($0, $1 + 1)
    }
  }

  private static func plain(_ heading: Substring) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Whether a column holds names and no codes.
  private static func isName(_ heading: String) -> Bool {
    ["naam", "name", "nom", "nm"].contains { heading.hasSuffix($0) }
  }
}
