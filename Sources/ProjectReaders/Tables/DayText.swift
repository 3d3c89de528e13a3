import ImpactModel

/// Reads a day as people and files write it: 2025-12-31, 31-12-2025, 31/12/2025 or 31.12.2025.
enum DayText {
  /// Reads a day, the day before the month where the year stands last.
  ///
  /// A time of the day after it is passed over: payroll exports write 31-12-2025 00:00.
  static func read(_ whole: String) throws(CellFault) -> Day {
    let text = withoutTime(whole)
    let separators = text.filter { !$0.isASCIIDigit }
    let parts = text.split(omittingEmptySubsequences: false) { !$0.isASCIIDigit }
    let numbers = parts.compactMap { Int($0) }
    guard ["--", "//", ".."].contains(separators), parts.count == 3, numbers.count == 3,
      parts.allSatisfy({ $0.count <= 4 })
    else { throw notADay(text) }
    let lengths = parts.map(\.count)
    if lengths[0] == 4, separators == "--", lengths[1] <= 2, lengths[2] <= 2 {
      return try day(numbers[0], numbers[1], numbers[2], text)
    }
    guard lengths[0] <= 2, lengths[1] <= 2 else { throw notADay(text) }
    switch lengths[2] {
    case 4: return try day(numbers[2], numbers[1], numbers[0], text)
    case 2: throw twoDigitYear(text)
    default: throw notADay(text)
    }
  }

  /// The text before a time such as 00:00 or 00:00:00, and a text without one as it is.
  private static func withoutTime(_ text: String) -> String {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { " T".contains($0) }
    guard parts.count == 2 else { return text }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let isTime =
      (2...3).contains(time.count)
      && time.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
    return isTime ? String(parts[0]) : text
  }

  private static func day(
    _ year: Int, _ month: Int, _ day: Int, _ text: String
  ) throws(CellFault) -> Day {
    if let day = Day(year: year, month: month, day: day) { return day }
    let text = quoted(text)
    throw CellFault(
      "table.impossible_day",
      Text(
        "\(text.english) is not a day of the calendar.",
        nl: "\(text.dutch) is geen dag van de kalender."),
      help: Text(
        "Correct the day or the month; the day comes first unless the year does.",
        nl: "Verbeter de dag of de maand; de dag staat voorop, tenzij het jaar voorop staat."))
  }

  private static func twoDigitYear(_ text: String) -> CellFault {
    let text = quoted(text)
    return CellFault(
      "table.two_digit_year",
      Text(
        "\(text.english) has a year of two digits.",
        nl: "\(text.dutch) heeft een jaartal van twee cijfers."),
      help: Text(
        "Write the year with four digits, as in 2025-12-31.",
        nl: "Schrijf het jaar met vier cijfers, zoals in 31-12-2025."))
  }

  private static func notADay(_ text: String) -> CellFault {
    let text = quoted(text)
    return CellFault(
      "table.not_a_day",
      Text("\(text.english) is not a date.", nl: "\(text.dutch) is geen datum."),
      help: Text(
        "Write the date as 2025-12-31 or 31-12-2025.",
        nl: "Schrijf de datum als 2025-12-31 of 31-12-2025."))
  }
}
