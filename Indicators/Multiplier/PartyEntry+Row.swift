import IndicatorKit
import MoneyFlow

extension PartyEntry {
  /// A row of the table `parties` as plain values.
  init(_ party: Party) {
    self.init(
      id: party.id.description, name: party.name, bookNumber: party.bookNumber,
      commerceNumber: party.commerceNumber, bookFile: party.bookFile,
      places: PartyPlaces(
        delivery: party.postcode, invoice: party.invoicePostcode, seat: party.seatPostcode,
        seatCountry: party.seatCountry, owner: party.ownerPostcode,
        ownerCountry: party.ownerCountry),
      sameAs: Party.rows(in: party.sameAs), notSameAs: Party.rows(in: party.notSameAs))
  }
}
