import ExportKit
import OpenDocument

/// Where a list beside the value map is too long for a sheet: what is shown, and a line that says so.
///
/// A sheet ends at 1,048,576 rows, and a spreadsheet program is slow long before. The XML file of
/// the same report holds all; the value map itself is never cut.
enum LongList {
  /// The most lines of what answers one question, as the swings or the switching values.
  static let most = 2_000
  /// The most lines of the list of all figures and their origins.
  static let mostFigures = 20_000

  /// The line that tells how many are not shown; nothing where all are.
  static func addNote(_ count: Int, most: Int = most, to plan: inout SheetPlan, _ voice: Voice) {
    guard count > most else { return }
    plan.add(
      .text(
        voice(
          Text(
            "\(most) of \(count) are shown here; the XML file of this report has them all.",
            nl: "Hier staan er \(most) van \(count); het XML-bestand van dit verslag heeft ze alle."
          )
        ), .note))
  }
}
