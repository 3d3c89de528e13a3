import IndicatorKit
import MoneyFlow

/// How much must be known before a figure is given; below it there is a reason instead.
///
/// The limits are this program's own: the sources ask for the suppliers that make up most of the
/// spending and name no share (Sacks, The Money Trail, nef, 2002).
enum CoverageLimits {
  /// The least share of spending of which is known whether it stays.
  static let knownPlace = 0.5
  /// The least share of what is paid nearby of which the re-spending is known, if only assumed.
  static let knownReSpending = 0.5
  /// The least share of what is paid nearby whose re-spending was asked or seen in books.
  static let observedReSpending = 0.1
  /// The same for all rounds, which repeat what the third says.
  static let observedForAllRounds = 0.5

  /// Why three rounds cannot be given, or `nil`.
  ///
  /// - Parameter amounts: whether the shares may be told: they would tell wages of a few.
  static func refusal(_ rounds: LocalMultiplier, tellsShares: Bool) -> Text? {
    let paid = rounds.secondRound
    guard paid > 0 else { return nil }
    let observed = (rounds.paid(.surveyed) + rounds.paid(.observed)) / paid
    let known = observed + rounds.paid(.assumed) / paid
    if known < knownReSpending {
      return thin(known, knownReSpending, tellsShares: tellsShares)
    }
    if observed < observedReSpending {
      return unobserved(observed, observedReSpending, tellsShares: tellsShares)
    }
    return nil
  }

  private static func thin(_ known: Double, _ needed: Double, tellsShares: Bool) -> Text {
    let have =
      tellsShares ? Text(" (\(percent(known)))", nl: " (\(percent(known)))") : Text("", nl: "")
    return Text(
      "of less than half of what is paid nearby\(have.english) it is known what is spent there again, "
        + "so round three is missing; ask the largest suppliers and staff, and fill in the table "
        + "“respending”",
      nl: "van minder dan de helft van wat nabij is betaald\(have.dutch) is bekend wat daar weer "
        + "wordt besteed, dus ronde drie ontbreekt; vraag het de grootste leveranciers en "
        + "medewerkers, en vul de tabel ‘respending’ in")
  }

  private static func unobserved(_ share: Double, _ needed: Double, tellsShares: Bool) -> Text {
    let have =
      tellsShares ? Text(" (\(percent(share)))", nl: " (\(percent(share)))") : Text("", nl: "")
    return Text(
      "of less than \(percent(needed)) of what is paid nearby\(have.english) the re-spending was asked "
        + "or seen in books, the rest is assumed; ask some suppliers and staff, and fill in the table "
        + "“respending”",
      nl:
        "van minder dan \(percent(needed)) van wat nabij is betaald\(have.dutch) is de herbesteding "
        + "gevraagd of in boeken gezien, de rest is aangenomen; vraag het enkele leveranciers en "
        + "medewerkers, en vul de tabel ‘respending’ in")
  }

  private static func percent(_ share: Double) -> String {
    DecimalText.rounded(share * 100, decimals: 0, in: .english) + " %"
  }
}
