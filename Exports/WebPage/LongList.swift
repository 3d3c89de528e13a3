import Charts
import ExportKit

/// Where a list is too long for a page: the part of it that is shown, and a sentence that says so.
///
/// A browser chokes on a hundred thousand rows and a person drowns in a thousand. The spreadsheet
/// and the XML file of the same report hold what is left out here.
enum LongList {
  /// The most rows that a table of the page has.
  static let most = 1_000
  /// The most figures that the list of all figures has.
  static let mostFigures = 10_000

  /// The first items, as many as a page bears.
  static func shown<Item>(_ items: [Item], most: Int = most) -> [Item] { Array(items.prefix(most)) }

  /// The outcomes with the largest present value, gain or loss, in the order of the table.
  static func largest(_ outcomes: [ReportOutcome], most: Int = most) -> [ReportOutcome] {
    guard outcomes.count > most else { return outcomes }
    let sizes = outcomes.map { $0.presentValue.value?.magnitude ?? .infinity }
    let places = outcomes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    return places.prefix(most).sorted().map { outcomes[$0] }
  }

  /// The sentence that tells how many are not shown; nothing where all are.
  static func note(_ count: Int, most: Int = most, _ writer: Writer) -> [Markup] {
    guard count > most else { return [] }
    let (shown, all) = (writer.plain(Double(most)), writer.plain(Double(count)))
    return [
      Html.paragraph(
        writer.say(
          "\(shown) of \(all) are shown here; the XML file of this report has them all.",
          nl: "Hier staan er \(shown) van \(all); het XML-bestand van dit verslag heeft ze alle."),
        class: "note")
    ]
  }

  /// The same for outcomes, of which the largest are shown.
  static func noteOfLargest(_ count: Int, _ writer: Writer) -> [Markup] {
    guard count > most else { return [] }
    let (shown, all) = (writer.plain(Double(most)), writer.plain(Double(count)))
    return [
      Html.paragraph(
        writer.say(
          "The \(shown) outcomes of the largest present value, of \(all); the spreadsheet and the "
            + "XML file of this report have them all.",
          nl: "De \(shown) effecten met de grootste contante waarde, van \(all); het rekenblad en "
            + "het XML-bestand van dit verslag hebben ze alle."),
        class: "note")
    ]
  }
}
