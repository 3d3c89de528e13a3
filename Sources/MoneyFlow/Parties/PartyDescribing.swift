import ImpactModel

/// Puts together what files and entries say of one merged party.
struct PartyDescribing {
  /// The party.
  let party: RegisteredParty

  init(
    _ group: PartyMerging.Group, entries: [PartyEntry], newest: [String: Day], country: Country,
    basis: LocalityBasis
  ) {
    // The sort is stable, so that of two books with the same last day the later by name counts.
    let members = group.members.sorted { left, right in
      (newest[left.book]?.ordinal ?? 0) < (newest[right.book]?.ordinal ?? 0)
    }
    let own = entries.reduce(PartyPlaces()) { $0.filled(from: $1.places) }
    let places = Self.places(own, booked: Self.booked(members, country: country), country)
    let chosen = places[basis] ?? RegisteredParty.Place(postcode: nil)
    party = RegisteredParty(
      name: members.last { !$0.name.isEmpty }?.name ?? "",
      commerceNumber: group.commerce.min().map(PartyKeys.shown), entry: entries.first?.id,
      postcode: chosen.postcode, isAbroad: chosen.isAbroad,
      members: group.members.map { PartyReference(book: $0.book, id: $0.id) },
      entries: entries.map(\.id), merges: group.merges, places: places,
      isNearby: group.members.lazy.compactMap(\.isNearby).first)
  }

  /// The address in the newest book that has one.
  private static func booked(
    _ members: [LedgerParty], country: Country
  ) -> RegisteredParty.Place {
    let placed = members.last { !($0.postcode ?? "").isEmpty || !($0.country ?? "").isEmpty }
    let code = placed?.country.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    let isAbroad = code.map { $0 != country.rawValue } ?? false
    let postcode = placed?.postcode.flatMap { Postcode($0, country: country) }
    return RegisteredParty.Place(postcode: isAbroad ? nil : postcode, isAbroad: isAbroad)
  }

  private static func places(
    _ own: PartyPlaces, booked: RegisteredParty.Place, _ country: Country
  ) -> [LocalityBasis: RegisteredParty.Place] {
    func place(_ postcode: Postcode?, _ code: String?) -> RegisteredParty.Place {
      let isAbroad = code.map { $0.uppercased() != country.rawValue } ?? false
      return RegisteredParty.Place(postcode: isAbroad ? nil : postcode, isAbroad: isAbroad)
    }
    let invoice = own.invoice.map { RegisteredParty.Place(postcode: $0) } ?? booked
    let standIn = RegisteredParty.Place(
      postcode: invoice.postcode, isAbroad: invoice.isAbroad, isStandIn: true)
    return [
      .delivery: own.delivery.map { RegisteredParty.Place(postcode: $0) } ?? standIn,
      .invoice: invoice, .seat: place(own.seat, own.seatCountry),
      .owner: place(own.owner, own.ownerCountry),
    ]
  }
}
