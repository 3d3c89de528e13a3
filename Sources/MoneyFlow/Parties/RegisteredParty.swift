import ImpactModel

/// A party as one book numbers it.
public struct PartyReference: Sendable, Hashable {
  /// The file of the book.
  public let book: String
  /// The party's number in that book.
  public let id: String

  /// Makes a reference.
  public init(book: String, id: String) {
    self.book = book
    self.id = id
  }
}

/// One customer or supplier, whatever the number of books and rows that know it.
public struct RegisteredParty: Sendable, Hashable {
  /// One of its places.
  public struct Place: Sendable, Hashable {
    /// The postcode, where it is known.
    public let postcode: Postcode?
    /// Whether it is in another country than the project.
    public let isAbroad: Bool
    /// Whether another of its places stands in for it.
    public let isStandIn: Bool

    /// Makes a place.
    public init(postcode: Postcode?, isAbroad: Bool = false, isStandIn: Bool = false) {
      self.postcode = postcode
      self.isAbroad = isAbroad
      self.isStandIn = isStandIn
    }

    /// Judges where it is; a foreign country is elsewhere, no postcode is unknown.
    public func locality(in area: PostcodeArea) -> Locality {
      isAbroad ? .elsewhere : Locality(of: postcode, in: area)
    }
  }

  /// The name in the newest book.
  public let name: String
  /// The number in the trade register, in capitals and digits.
  public let commerceNumber: String?
  /// The row of the table `parties` that speaks of it; the first where several do.
  public let entry: String?
  /// All rows of the table `parties` that speak of it.
  public let entries: [String]
  /// The postcode of the place by which it counts as local.
  public let postcode: Postcode?
  /// Whether that place is in another country and no entry says otherwise.
  public let isAbroad: Bool
  /// The numbers under which the books know it, by file and number.
  public let members: [PartyReference]
  /// Whether a list of payments says that it is nearby, whatever its address; `nil` where none does.
  public let isNearby: Bool?
  /// Why those are one party, the strongest key first.
  public let merges: [PartyMerge]

  private let places: [LocalityBasis: Place]

  /// Makes a party.
  public init(
    name: String, commerceNumber: String?, entry: String?, postcode: Postcode?, isAbroad: Bool,
    members: [PartyReference], entries: [String]? = nil, merges: [PartyMerge] = [],
    places: [LocalityBasis: Place] = [:], isNearby: Bool? = nil
  ) {
    self.isNearby = isNearby
    self.name = name
    self.commerceNumber = commerceNumber
    self.entry = entry
    self.entries = entries ?? [entry].compactMap(\.self)
    self.postcode = postcode
    self.isAbroad = isAbroad
    self.members = members
    self.merges = merges
    self.places = places
  }

  /// Judges where it is; a foreign country is elsewhere, no postcode is unknown.
  public func locality(in area: PostcodeArea) -> Locality {
    if let isNearby { return isNearby ? .local : .elsewhere }
    return isAbroad ? .elsewhere : Locality(of: postcode, in: area)
  }

  /// One of its places; the delivery address is the one in the books where no entry has it.
  public func place(by basis: LocalityBasis) -> Place { places[basis] ?? Place(postcode: nil) }

  /// Judges where it is by one of its places.
  public func locality(in area: PostcodeArea, by basis: LocalityBasis) -> Locality {
    if let isNearby { return isNearby ? .local : .elsewhere }
    return place(by: basis).locality(in: area)
  }
}
