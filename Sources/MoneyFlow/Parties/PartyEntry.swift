import ImpactModel

/// The places of a party that a project knows beside its books.
public struct PartyPlaces: Sendable, Hashable {
  /// The postcode from which it delivers.
  public var delivery: Postcode?
  /// The postcode of its invoices.
  public var invoice: Postcode?
  /// The postcode of its registered seat.
  public var seat: Postcode?
  /// The country of its registered seat, two letters.
  public var seatCountry: String?
  /// The postcode of its owner's home.
  public var owner: Postcode?
  /// The country of its owner's home, two letters.
  public var ownerCountry: String?

  /// Makes places; what is not given is not known.
  public init(
    delivery: Postcode? = nil, invoice: Postcode? = nil, seat: Postcode? = nil,
    seatCountry: String? = nil, owner: Postcode? = nil, ownerCountry: String? = nil
  ) {
    self.delivery = delivery
    self.invoice = invoice
    self.seat = seat
    self.seatCountry = seatCountry
    self.owner = owner
    self.ownerCountry = ownerCountry
  }

  /// These places, and where one is not known that of the other.
  func filled(from other: PartyPlaces) -> PartyPlaces {
    PartyPlaces(
      delivery: delivery ?? other.delivery, invoice: invoice ?? other.invoice,
      seat: seat ?? other.seat, seatCountry: seatCountry ?? other.seatCountry,
      owner: owner ?? other.owner, ownerCountry: ownerCountry ?? other.ownerCountry)
  }
}

/// What a project says of a party beside its books: a row of the table `parties` as plain values.
public struct PartyEntry: Sendable, Hashable {
  /// The identifier of the row.
  public let id: String
  /// The name.
  public let name: String
  /// The number under which the books know the party.
  public let bookNumber: String?
  /// The file in which it has that number or name; absent for all files.
  public let bookFile: String?
  /// The number in the trade register.
  public let commerceNumber: String?
  /// Where it is; it wins over the books.
  public let places: PartyPlaces
  /// The rows that speak of the same party.
  public let sameAs: [String]
  /// The rows that speak of another party, whatever the two share.
  public let notSameAs: [String]

  /// The postcode of the place that delivers; it wins over the one in the books.
  public var postcode: Postcode? { places.delivery }

  /// Makes an entry.
  public init(
    id: String, name: String, bookNumber: String? = nil, commerceNumber: String? = nil,
    postcode: Postcode? = nil, bookFile: String? = nil, places: PartyPlaces? = nil,
    sameAs: [String] = [], notSameAs: [String] = []
  ) {
    self.id = id
    self.name = name
    self.bookNumber = bookNumber
    self.bookFile = bookFile
    self.commerceNumber = commerceNumber
    self.places = places ?? PartyPlaces(delivery: postcode)
    self.sameAs = sameAs
    self.notSameAs = notSameAs
  }

  /// Whether it may speak of a party in a file: it names that file, or none.
  func speaks(of file: String) -> Bool {
    guard let bookFile, !bookFile.isEmpty else { return true }
    return file == bookFile || file.hasSuffix("/" + bookFile)
  }
}
