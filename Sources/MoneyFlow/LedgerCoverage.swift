import ImpactModel

/// How the books lie over a period.
public struct LedgerCoverage: Sendable, Hashable {
  /// The organisations whose books these are, in the order of the books.
  public let companies: [String]
  /// The currencies of the books, in the order of the books.
  public let currencies: [Currency]
  /// How many months of the period are missing: books cover a month whole, bank statements have a day
  /// in it; of invoices and lists nobody can tell what is missing.
  public let monthsMissing: Int
  /// Pairs of books of one organisation that cover the same days, in the order of the books; those
  /// of banks are of several accounts.
  public let overlappingFiles: [[String]]

  /// Reads the days of the books.
  public init(_ books: [LedgerBook], period: Period) {
    companies = Self.distinct(books.map(\.company))
    currencies = Self.distinct(books.map(\.currency))
    let dated = books.filter { $0.form == .books || $0.form == .bank }
    monthsMissing =
      dated.isEmpty
      ? 0 : period.eachMonth.count { month in !dated.contains { Self.covers($0, month) } }
    let kept = books.filter { $0.form == .books }
    overlappingFiles = kept.enumerated().flatMap { position, book in
      kept.dropFirst(position + 1)
        .filter { $0.company == book.company && $0.first <= book.last && book.first <= $0.last }
        .map { [book.file, $0.file] }
    }
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func covers(_ book: LedgerBook, _ month: Period) -> Bool {
    book.form == .bank
      ? book.first <= month.last && month.first <= book.last
      : book.first <= month.first && month.last <= book.last
  }
}
