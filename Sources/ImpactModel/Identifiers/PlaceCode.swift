/// How many addresses of a postcode lie in one neighbourhood, as a table of places has it.
public struct PlaceShare: Sendable, Hashable {
  /// The postcode in its one written form.
  public let postcode: String
  /// The code of the neighbourhood or statistical sector without its prefix; empty where not given.
  public let neighbourhood: String
  /// The code of the district without its prefix; empty where not given.
  public let district: String
  /// The code of the municipality without its prefix; empty where not given.
  public let municipality: String
  /// How many addresses, or rows where the table does not count addresses.
  public let addresses: Int

  /// Makes a share.
  public init(
    postcode: String, neighbourhood: String, district: String, municipality: String,
    addresses: Int
  ) {
    self.postcode = postcode
    self.neighbourhood = neighbourhood
    self.district = district
    self.municipality = municipality
    self.addresses = addresses
  }

  /// Whether both name the same neighbourhood, district and municipality.
  public func isSamePlace(as other: PlaceShare) -> Bool {
    neighbourhood == other.neighbourhood && district == other.district
      && municipality == other.municipality
  }
}

/// The code of a neighbourhood, a district or a municipality, as a project's settings name it.
///
/// Dutch ones are those of Statistics Netherlands (CBS): `BU` and eight characters, `WK` and six,
/// `GM` and four, of which the longer start with the shorter; the letters before them may be left
/// out. Belgian ones are NIS codes and statistical sectors, of which neither follows from the other
/// (Statbel, since 2019). Codes of other countries are those of the user's table.
public struct PlaceCode: Sendable, Hashable {
  /// What a code stands for.
  public enum Level: Sendable, Hashable, CaseIterable {
    /// A neighbourhood or a statistical sector.
    case neighbourhood
    /// A district.
    case district
    /// A municipality.
    case municipality

    /// How many characters the Dutch code has without its prefix.
    fileprivate var length: Int {
      switch self {
      case .neighbourhood: 8
      case .district: 6
      case .municipality: 4
      }
    }

    fileprivate var prefix: String {
      switch self {
      case .neighbourhood: "BU"
      case .district: "WK"
      case .municipality: "GM"
      }
    }
  }

  /// The code as the settings write it.
  public let text: String

  private let code: String
  /// The only level that it can have, where its form says so.
  private let level: Level?
  /// The country whose code it is.
  public let country: Country

  /// Reads a code, or gives `nil` where no code of the country can look so.
  public init?(_ text: String, country: Country) {
    let code = Self.bare(text)
    guard !code.isEmpty else { return nil }
    self.text = text
    self.country = country
    guard country == .netherlands else {
      self.code = code
      level = nil
      return
    }
    let prefixed = Level.allCases.first { code.hasPrefix($0.prefix) }
    let rest = prefixed == nil ? code : String(code.dropFirst(2))
    guard let level = Level.allCases.first(where: { $0.length == rest.count }),
      prefixed == nil || prefixed == level,
      rest.utf8.prefix(4).allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.code = rest
    self.level = level
  }

  /// A code of a table without prefix and spaces; a Dutch number has its leading zeros again.
  public static func written(_ text: String, level: Level, country: Country) -> String {
    let code = bare(text)
    guard country == .netherlands, !code.isEmpty else { return code }
    let rest = code.hasPrefix(level.prefix) ? String(code.dropFirst(2)) : code
    guard rest.utf8.count < level.length, rest.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return rest
    }
    return String(repeating: "0", count: level.length - rest.utf8.count) + rest
  }

  /// Whether a place lies in what the code stands for.
  public func contains(_ place: PlaceShare) -> Bool {
    guard country == .netherlands else {
      return [place.neighbourhood, place.district, place.municipality].contains(code)
    }
    switch level {
    case .neighbourhood: return place.neighbourhood == code
    case .district:
      return place.district.isEmpty
        ? place.neighbourhood.hasPrefix(code) : place.district == code
    case .municipality, nil:
      guard place.municipality.isEmpty else { return place.municipality == code }
      return place.district.isEmpty
        ? place.neighbourhood.hasPrefix(code) : place.district.hasPrefix(code)
    }
  }

  private static func bare(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.uppercased()
  }
}
