/// A stretch of whole calendar months.
public struct Period: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The first day: the first of a month.
  public let first: Day
  /// The last day: the last of a month.
  public let last: Day

  /// Makes a period of whole calendar months, or `nil` where the days do not bound such a one.
  public init?(first: Day, last: Day) {
    guard first.day == 1, last.day == Day.days(inMonth: last.month, of: last.year), first < last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Makes a calendar year.
  public init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    self.init(first: first, last: last)
  }

  /// How many months it has.
  public var months: Int {
    (last.year - first.year) * 12 + last.month - first.month + 1
  }

  /// Its length in years.
  public var years: Double { Double(months) / 12 }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// How many days of `from`…`to` lie in it; an open end reaches beyond the period.
  public func overlappingDays(from: Day, to: Day?) -> Int {
    let start = max(from, first)
    let end = min(to ?? last, last)
    return start <= end ? end.ordinal - start.ordinal + 1 : 0
  }

  /// How many days it has.
  public var days: Int { last.ordinal - first.ordinal + 1 }

  /// The period as `2025` or `2025-01–2025-06`.
  public var description: String {
    if first.month == 1, last.month == 12, first.year == last.year { return String(first.year) }
    return "\(first.description.prefix(7))–\(last.description.prefix(7))"
  }

  /// A name for a folder: `2025` or `2025-01_2025-06`.
  public var folderName: String {
    description.replacing("–", with: "_")
  }
}
