import Foundation
import ImpactModel
import ProjectReaders

/// Who is affected.
struct Person: TableRow {
  static let table = TableCard(
    id: "stakeholders", title: Text("Stakeholders", nl: "Belanghebbenden"))

  @Column("Id", nl: "Id") var id: RowID
  @Column("Name", nl: "Naam") var name: String
  @Column("Domain", nl: "Domein") var domain: Domain
  @Column("Group size", nl: "Grootte van de groep", bounds: 0...1_000_000) var groupSize: Int?
}

/// What changed for them.
struct Effect: TableRow {
  static let table = TableCard(id: "outcomes", title: Text("Outcomes", nl: "Effecten"))

  @Column("Id", nl: "Id") var id: RowID
  @Column("Stakeholder", nl: "Belanghebbende", references: "stakeholders") var stakeholder: RowID
  @Column("Quantity", nl: "Aantal", bounds: 0...1e6) var quantity: Estimate
  @Column("Deadweight", nl: "Zonder ons ook", unit: .percent, bounds: 0...1, aliases: ["dw"])
  var deadweight: Estimate
  @Column("Intended", nl: "Bedoeld") var intended: Bool?
  @Column("Evidence", nl: "Onderbouwing") var evidence: String?
}

/// What was paid, to whom and when.
struct Payment: TableRow {
  static let table = TableCard(
    id: "payments", title: Text("Payments", nl: "Betalingen"), date: "date")

  @Column("Date", nl: "Datum") var date: Day
  @Column("Amount", nl: "Bedrag", unit: .money) var amount: Money
  @Column("Person", nl: "Persoon") var person: PersonKey?
  @Column("Postcode", nl: "Postcode") var postcode: Postcode?
  @Column("Weight", nl: "Gewicht", unit: .kilogram) var weight: Double?
}

extension ReadingOptions {
  static let test = ReadingOptions(
    decimalMark: nil, country: .netherlands, currency: .euro, personSecret: [1, 2, 3])
}

/// Reads a table from text, as the tests do everywhere.
func read<Row: TableRow>(
  _ row: Row.Type, _ text: String, options: ReadingOptions = .test
) -> TableReading {
  TableReader(declaration: TableDeclaration(row), options: options)
    .read(Data(text.utf8), file: "tables/\(row.table.id).csv")
}
