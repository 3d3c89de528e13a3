/// The rule that a part of people is shown only where neither it nor the rest has one to four.
///
/// A reader who has a whole and a part has the rest as well. The program holds back what a measure
/// says of one to four people by itself (`Measure.of(people:)`); only the module knows of which
/// whole its figure is a part.
public enum SmallGroups {
  /// The fewest people that are shown.
  public static let fewest = 5

  /// Whether a group may be shown: nobody, or at least five.
  public static func isShown(_ people: Int) -> Bool { people <= 0 || people >= fewest }

  /// Refuses a part of a whole where the part or the rest has one to four people.
  ///
  /// - Throws: `NotMeasurable` with the reason.
  public static func require(_ part: Int, of whole: Int) throws(NotMeasurable) {
    guard isShown(part), isShown(whole - part) else { throw tooFew }
  }

  /// The fewest people that a part tells about where the whole stands in another figure.
  ///
  /// Give it to `Measure.of(people:)`: of seven people a part of six tells about the seventh. A part
  /// of nobody or of everybody tells about nobody else.
  ///
  /// - Parameters:
  ///   - part: the people of the part.
  ///   - rest: the people of the rest; who is in both counts in both.
  public static func told(by part: Int, beside rest: Int) -> Int {
    part > 0 && rest > 0 ? min(part, rest) : max(0, part)
  }

  private static let tooFew = NotMeasurable(
    Text(
      "fewer than five people are in one of its parts, and so few are not shown",
      nl: "in een van de delen zitten minder dan vijf mensen, en zo weinig worden niet getoond"))
}
