import ImpactModel

/// The part of a reference page about one table and its columns.
struct TablePage {
  private let table: TableDeclaration

  init(_ table: TableDeclaration) { self.table = table }

  var blocks: [PageBlock] {
    let name = "tables/\(table.id).csv"
    let heading = Text(
      "Table \(table.card.title.english): \(name)", nl: "Tabel \(table.card.title.dutch): \(name)")
    let summary = table.card.summary.map { [PageBlock.paragraph($0)] } ?? []
    return [.heading(heading, level: 2)] + summary + [.paragraph(time), columns]
  }

  private var time: Text {
    switch table.card.time {
    case .timeless:
      Text("Every row counts in every period.", nl: "Elke rij telt in elke periode.")
    case .date(let day):
      Text(
        "A row counts in the period in which its “\(label(day).english)” lies.",
        nl: "Een rij telt in de periode waarin ‘\(label(day).dutch)’ ligt.")
    case .between(let from, let to):
      Text(
        "A row counts in every period between “\(label(from).english)” and “\(label(to).english)”.",
        nl: "Een rij telt in elke periode tussen ‘\(label(from).dutch)’ en ‘\(label(to).dutch)’.")
    }
  }

  private func label(_ column: String) -> Text {
    table.columns.first { $0.id == column }?.label ?? Text(verbatim: column)
  }

  private var columns: PageBlock {
    .table(
      head: [
        Text("Column", nl: "Kolom"), Text("Identifier", nl: "Aanduiding"),
        Text("What to fill in", nl: "Wat u invult"), Text("Holds", nl: "Bevat"),
        Text("Empty", nl: "Leeg"), Text("Example", nl: "Voorbeeld"),
      ],
      rows: table.columns.map { column in
        [
          .words(column.label), .code(column.id), column.help.map(PageCell.words) ?? .empty,
          .words(contents(of: column)),
          .words(
            column.isRequired
              ? Text("not allowed", nl: "mag niet") : Text("allowed", nl: "mag")),
          column.example.map(PageCell.code) ?? .empty,
        ]
      })
  }

  /// What the cells hold, with unit, bounds or choices.
  private func contents(of column: ColumnCard) -> Text {
    var text = column.type.words
    if let unit = column.unit, !unit.isMoney, !unit.isPercentage, !unit.symbol.english.isEmpty {
      text = text.followed(by: ", ", unit.symbol)
    }
    if let bounds = column.bounds {
      let factor = column.type == .percentage ? 100.0 : 1
      func edge(_ value: Double, _ language: Language) -> String {
        let value = value * factor
        // Thousands are marked in large round numbers only: a bound may be a year or a fraction.
        if value.magnitude >= 10_000 {
          return DecimalText.rounded(value, decimals: 0, in: language)
        }
        let text = DecimalText.exact(value)
        return language == .dutch ? text.replacing(".", with: ",") : text
      }
      func range(_ language: Language) -> String {
        edge(bounds.lowerBound, language) + "–" + edge(bounds.upperBound, language)
      }
      text = text.followed(by: ", ", Text(range(.english), nl: range(.dutch)))
    }
    if column.allowsRange {
      text = text.followed(
        by: ", ", Text("a range as 20 (10–30) fits", nl: "een marge als 20 (10–30) past"))
    }
    return text
  }
}

extension ColumnType {
  fileprivate var words: Text {
    switch self {
    case .text: Text("text", nl: "tekst")
    case .identifier: Text("the identifier of the row", nl: "het id van de rij")
    case .reference(let table):
      Text("an identifier from the table “\(table)”", nl: "een id uit de tabel ‘\(table)’")
    case .label: Text("one word of small letters", nl: "één woord in kleine letters")
    case .figure: Text("the identifier of a figure", nl: "de aanduiding van een cijfer")
    case .integer: Text("a whole number", nl: "een geheel getal")
    case .number: Text("a number", nl: "een getal")
    case .percentage: Text("a percentage", nl: "een percentage")
    case .amount: Text("an amount of money", nl: "een bedrag")
    case .money: Text("an amount of money in cents", nl: "een bedrag in centen")
    case .day: Text("a day", nl: "een dag")
    case .choice(let options):
      Text(
        "one of: " + options.map(\.label.english).joined(separator: ", "),
        nl: "een van: " + options.map(\.label.dutch).joined(separator: ", "))
    case .yesNo: Text("yes or no", nl: "ja of nee")
    case .postcode: Text("a postcode", nl: "een postcode")
    case .person:
      Text("a person, kept as a code only", nl: "een persoon, alleen als code bewaard")
    }
  }
}

extension Text {
  /// The text with another one behind it.
  func followed(by separator: String, _ other: Text) -> Text {
    Text(english + separator + other.english, nl: dutch + separator + other.dutch)
  }
}
