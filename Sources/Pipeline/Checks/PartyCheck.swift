import IndicatorKit

/// A number in the books that the table `parties` names is one that the books have.
enum PartyCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    guard let ledger = project.ledger else { return [] }
    let known = Set(ledger.parties.map(\.id))
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
