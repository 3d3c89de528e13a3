import ImpactModel

/// What a project says of a party beside its books: a row of the table `parties` as plain values.
public struct PartyEntry: Sendable, Hashable {
  /// The identifier of the row.
  public let id: String
  /// The name.
  public let name: String
  /// The number under which the books know the party.
  public let bookNumber: String?
  /// The number in the trade register.
  public let commerceNumber: String?
  /// The postcode of the place that delivers; it wins over the one in the books.
  public let postcode: Postcode?

  /// Makes an entry.
  public init(
    id: String, name: String, bookNumber: String? = nil, commerceNumber: String? = nil,
    postcode: Postcode? = nil
  ) {
    self.id = id
    self.name = name
    self.bookNumber = bookNumber
    self.commerceNumber = commerceNumber
    self.postcode = postcode
  }
}
