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
  /// The name in the newest book.
  public let name: String
  /// The number in the trade register, in capitals and digits.
  public let commerceNumber: String?
  /// The row of the table `parties` that speaks of it.
  public let entry: String?
  /// The postcode: of the entry, else of the newest book that has one.
  public let postcode: Postcode?
  /// Whether the books place it in another country and no entry says otherwise.
  public let isAbroad: Bool
  /// Whether a list of payments says that it is nearby, whatever its address; `nil` where none does.
  public let isNearby: Bool?
  /// The numbers under which the books know it.
  public let members: [PartyReference]

  /// Makes a party.
  public init(
    name: String, commerceNumber: String?, entry: String?, postcode: Postcode?, isAbroad: Bool,
    members: [PartyReference], isNearby: Bool? = nil
  ) {
    self.name = name
    self.commerceNumber = commerceNumber
    self.entry = entry
    self.postcode = postcode
    self.isAbroad = isAbroad
    self.members = members
    self.isNearby = isNearby
  }

  /// Judges where it is; a foreign country is elsewhere, no postcode is unknown.
  public func locality(in area: PostcodeArea) -> Locality {
    if let isNearby { return isNearby ? .local : .elsewhere }
    return isAbroad ? .elsewhere : Locality(of: postcode, in: area)
  }
}
