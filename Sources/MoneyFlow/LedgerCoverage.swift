import ImpactModel

/// How the books lie over a period.
public struct LedgerCoverage: Sendable, Hashable {
  /// The organisations whose books these are, in the order of the books.
  public let companies: [String]
  /// The currencies of the books, in the order of the books.
  public let currencies: [Currency]
  /// How many months of the period no book covers whole.
  public let monthsMissing: Int
  /// Pairs of files of one organisation that cover the same days, in the order of the books.
  public let overlappingFiles: [[String]]

  /// Reads the days of the books.
  public init(_ books: [LedgerBook], period: Period) {
    companies = Self.distinct(books.map(\.company))
    currencies = Self.distinct(books.map(\.currency))
    monthsMissing = Self.months(of: period).count { month in
      !books.contains { $0.first <= month.first && $0.last >= month.last }
    }
    overlappingFiles = books.enumerated().flatMap { position, book in
      books.dropFirst(position + 1)
        .filter { $0.company == book.company && $0.first <= book.last && book.first <= $0.last }
        .map { [book.file, $0.file] }
    }
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func months(of period: Period) -> [Period] {
    (0..<period.months).compactMap { offset in
      let month = period.first.month - 1 + offset
      let (year, number) = (period.first.year + month / 12, month % 12 + 1)
      guard let first = Day(year: year, month: number, day: 1),
        let last = Day(year: year, month: number, day: Day.days(inMonth: number, of: year))
      else { return nil }
      return Period(first: first, last: last)
    }
  }
}
