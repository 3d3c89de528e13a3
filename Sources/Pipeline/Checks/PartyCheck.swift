import IndicatorKit

/// What the table `parties` says of a party can be so: its number in the books is one that the books
/// have, and its number in the trade register is a possible one.
enum PartyCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    unknownInBooks(project) + impossibleNumbers(project)
  }

  private static func impossibleNumbers(_ project: LoadedProject) -> [Finding] {
    let parties = project.rows(Party.self)
    let scheme: OrganisationIdentifier.Scheme
    switch project.description.neighbourhood.country {
    case .netherlands: scheme = .kvk
    case .belgium: scheme = .kbo
    case .unitedKingdom: scheme = .companiesHouse
    }
    return parties.indices.compactMap { position in
      guard let number = parties[position].commerceNumber,
        OrganisationIdentifier(scheme: scheme, number: number) == nil
      else { return nil }
      return Finding(
        "project.impossible_number", .warning,
        Text(
          "“\(number)” cannot be a number of the trade register (\(scheme.rawValue)).",
          nl: "‘\(number)’ kan geen nummer van het handelsregister zijn (\(scheme.rawValue))."),
        help: Text(
          "Copy the number from the register; leave the cell empty for a party from abroad.",
          nl: "Neem het nummer over uit het register; laat de cel leeg bij een buitenlandse partij."
        ),
        at: project.address(parties, at: position, column: "commerce_number"))
    }
  }

  private static func unknownInBooks(_ project: LoadedProject) -> [Finding] {
    guard let ledger = project.ledger else { return [] }
    let known = Set((ledger.parties + ledger.otherParties).map(\.id))
    let parties = project.rows(Party.self)
    return parties.indices.compactMap { position in
      guard let number = parties[position].bookNumber, !known.contains(number) else { return nil }
      return Finding(
        "books.unknown_party", .warning,
        Text(
          "The books have no customer or supplier with the number “\(number)”.",
          nl: "De boekhouding heeft geen debiteur of crediteur met nummer ‘\(number)’."),
        help: Text(
          "Take the number over from your bookkeeping program, or leave the cell empty.",
          nl: "Neem het nummer over uit uw boekhoudprogramma, of laat de cel leeg."),
        at: project.address(parties, at: position, column: "book_number"))
    }
  }
}
