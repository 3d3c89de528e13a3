/// The neighbourhood's boundary: starts of postcodes, and what a table of places says of others.
public struct PostcodeArea: Sendable, Hashable, Codable {
  /// Where a postcode lies.
  public enum Position: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the neighbourhood.
    case inside
    /// Outside it.
    case outside
    /// Too coarse to tell, or in no table.
    case unknown
  }

  /// The starts, in the order in which the project gives them.
  public let prefixes: [String]
  /// What the project's tables of places say; absent where it has none for its codes.
  public let places: PlacedPostcodes?

  /// Makes an area; spaces and small letters in the starts do not matter.
  public init(prefixes: [String], places: PlacedPostcodes? = nil) {
    self.prefixes = prefixes.map { $0.filter { !$0.isWhitespace }.uppercased() }
      .filter { !$0.isEmpty }
    self.places = places
  }

  /// Judges a postcode: by its start, else by the tables of places, else it lies outside.
  ///
  /// One that is too short to tell, such as 9999 for the area 9999A, is unknown; so is one that no
  /// row of the tables has.
  public func position(of postcode: Postcode) -> Position {
    let code = postcode.description
    if prefixes.contains(where: { code.hasPrefix($0) }) { return .inside }
    let mayLieIn = prefixes.contains { $0.hasPrefix(code) }
    guard let places else { return mayLieIn ? .unknown : .outside }
    let position = places.position(of: postcode)
    return position == .outside && mayLieIn ? .unknown : position
  }

  /// Whether a postcode lies in the area.
  public func contains(_ postcode: Postcode) -> Bool { position(of: postcode) == .inside }

  /// Whether nothing lies in it.
  public var isEmpty: Bool { prefixes.isEmpty && places == nil }
}

/// Where the postcodes of a project lie by the tables of places that it brought.
///
/// It holds the postcodes that the project uses, not those of a country.
public struct PlacedPostcodes: Sendable, Hashable, Codable {
  /// The codes of neighbourhoods, districts and municipalities that make up the area.
  public let codes: [String]
  /// The files of the tables, relative to the project's folder.
  public let files: [String]
  /// How many of the postcodes lie in more than one neighbourhood and went with the most addresses.
  public let spanning: Int

  private let positions: [String: PostcodeArea.Position]

  /// Makes it.
  ///
  /// - Parameters:
  ///   - codes: the codes that make up the area.
  ///   - files: the tables.
  ///   - positions: where each postcode lies; one that is missing is in no table.
  ///   - spanning: how many of them lie on both sides of the boundary.
  public init(
    codes: [String], files: [String], positions: [Postcode: PostcodeArea.Position],
    spanning: Int = 0
  ) {
    self.codes = codes
    self.files = files
    self.spanning = spanning
    self.positions = Dictionary(
      positions.map { ($0.key.description, $0.value) }
    ) { first, _ in first }
  }

  /// Where a postcode lies; unknown where no table has it.
  public func position(of postcode: Postcode) -> PostcodeArea.Position {
    positions[postcode.description] ?? .unknown
  }
}
