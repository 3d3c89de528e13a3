/// The days of the Gregorian calendar.
enum CalendarDay {
  /// Whether a day exists, from the year 1 to 9999.
  static func exists(year: Int, month: Int, day: Int) -> Bool {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return (1...9999).contains(year) && (1...12).contains(month) && (1...days).contains(day)
  }

  /// The number of days since 30 December 1899, the day 0 of spreadsheets.
  static func serial(year: Int, month: Int, day: Int) -> Int {
    // The year starts in March, so that the leap day is its last.
    let shifted = month <= 2 ? year - 1 : year
    let monthIndex = (month + 9) % 12
    let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
    return days + (monthIndex * 306 + 5) / 10 + day - 693_900
  }
}
