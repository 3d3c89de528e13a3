import IndicatorKit
import MoneyFlow

/// The register of the parties in a project's books, as indicators make it.
struct ProjectParties {
  /// The register.
  let register: PartyRegister
  /// The books.
  let ledger: Ledger
  /// The rows of the table `parties`.
  let rows: Rows<Party>

  private let names: [PartyReference: LedgerParty]
  private let companies: [String: String]

  /// Makes the register, or gives `nil` where there are no books.
  init?(_ project: LoadedProject) {
    guard let ledger = project.ledger else { return nil }
    let place = project.description.neighbourhood
    let rows = project.rows(Party.self)
    register = PartyRegister(
      ledger, entries: rows.sorted { $0.id < $1.id }.map(Self.entry), country: place.country,
      basis: place.basis)
    self.ledger = ledger
    self.rows = rows
    names = Dictionary(
      (ledger.parties + ledger.otherParties).map {
        (PartyReference(book: $0.book, id: $0.id), $0)
      }
    ) { first, _ in first }
    companies = Dictionary(ledger.books.map { ($0.file, $0.company) }) { first, _ in first }
  }

  /// Whether a party is one for a reason that a reader must see: not merely the same customer or
  /// supplier of one organisation in several of its files.
  func isMerged(_ party: RegisteredParty) -> Bool {
    guard party.members.count > 1 else { return false }
    let known = party.members.map { member in
      let name = names[member]?.name.lowercased() ?? ""
      return [companies[member.book] ?? member.book, member.id, name]
    }
    return Set(known).count > 1
  }

  /// A party as one file has it.
  func record(_ reference: PartyReference) -> LedgerParty? { names[reference] }

  /// The positions in the register of those that a text names: by row, by number, else by name.
  func positions(answeringTo text: String) -> [Int] {
    let name = text.lowercased()
    let rows = rows.filter { $0.name.lowercased() == name }.map(\.id.description)
    let numbered = ([text] + rows).flatMap { register.positions(named: $0) }
    guard numbered.isEmpty else { return Set(numbered).sorted() }
    return register.parties.indices.filter { index in
      register.parties[index].members.contains { names[$0]?.name.lowercased() == name }
    }
  }

  private static func entry(_ party: Party) -> PartyEntry {
    PartyEntry(
      id: party.id.description, name: party.name, bookNumber: party.bookNumber,
      commerceNumber: party.commerceNumber, bookFile: party.bookFile,
      places: PartyPlaces(
        delivery: party.postcode, invoice: party.invoicePostcode, seat: party.seatPostcode,
        seatCountry: party.seatCountry, owner: party.ownerPostcode,
        ownerCountry: party.ownerCountry),
      sameAs: Party.rows(in: party.sameAs), notSameAs: Party.rows(in: party.notSameAs))
  }
}
