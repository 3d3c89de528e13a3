import ImpactModel

/// Books of one organisation do not overlap, and together they cover the reporting period.
enum BooksPeriodCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    guard let ledger = project.ledger, !project.hasDamagedBooks else { return [] }
    // Statements of several accounts cover the same days; of invoices nobody can tell what is missing.
    let dated = ledger.books.filter { $0.form == .books || $0.form == .bank }
    let books = Dictionary(grouping: dated, by: \.company)
    return books.keys.sorted().flatMap { company -> [Finding] in
      let own = (books[company] ?? []).sorted { ($0.first, $0.file) < ($1.first, $1.file) }
      return overlaps(of: own.filter { $0.form == .books })
        + gaps(of: own, in: project.description.period)
    }
  }

  private static func overlaps(of books: [LedgerBook]) -> [Finding] {
    zip(books, books.dropFirst()).filter { $1.first <= $0.last }.map { earlier, later in
      Finding(
        "books.overlap", .error,
        Text(
          "These books start on \(later.first), before those of \(earlier.file) end.",
          nl: "Deze boekhouding begint op \(later.first), voordat die van \(earlier.file) eindigt."),
        help: Text(
          "Take one of the two files away: money that is in both would count twice.",
          nl: "Haal een van beide bestanden weg: geld dat in allebei staat zou dubbel tellen."),
        at: Address(file: later.file))
    }
  }

  private static func gaps(of books: [LedgerBook], in period: Period) -> [Finding] {
    guard let first = books.first, let last = books.map(\.last).max() else { return [] }
    // A statement starts on the day of its first entry.
    let isBank = books.contains { $0.form == .bank }
    func isAfter(_ day: Day, _ other: Day) -> Bool {
      isBank ? (day.year, day.month) > (other.year, other.month) : day > other
    }
    guard isAfter(first.first, period.first) || isAfter(period.last, last) else { return [] }
    return [
      Finding(
        "books.incomplete_period", .warning,
        Text(
          "The books of “\(first.company)” run from \(first.first) to \(last), the report from \(period.first) to \(period.last).",
          nl:
            "De boekhouding van ‘\(first.company)’ loopt van \(first.first) tot en met \(last), het verslag van \(period.first) tot en met \(period.last)."
        ),
        help: Text(
          "Add the file of the missing months to the folder “books”.",
          nl: "Zet het bestand van de ontbrekende maanden in de map ‘books’."),
        at: Address(file: first.file))
    ]
  }
}
