import IndicatorKit

/// The rule that a part of people is shown only where neither it nor the rest has one to four.
enum SmallGroups {
  /// The fewest people that are shown.
  static let fewest = 5

  /// Whether a group may be shown: nobody, or at least five.
  static func isShown(_ people: Int) -> Bool { people == 0 || people >= fewest }

  /// Refuses a part of a whole where the part or the rest has one to four people.
  static func require(_ part: Int, of whole: Int) throws(NotMeasurable) {
    guard isShown(part), isShown(whole - part) else { throw tooFew }
  }

  private static let tooFew = NotMeasurable(
    Text(
      "fewer than five people are in one of its parts, and so few are not shown",
      nl: "in een van de delen zitten minder dan vijf mensen, en zo weinig worden niet getoond"))
}
