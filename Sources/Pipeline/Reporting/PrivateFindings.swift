import IndicatorKit

/// Findings as a report may carry them: what they quote may be the name of somebody.
///
/// A name that slipped into another column, the days of a contract, a number of a bank account: a
/// message repeats them so that the project's lead finds the place, and a report goes to others.
struct PrivateFindings {
  /// Tables beside those of people that name whom the project pays.
  private static let partyTables = ["parties", "payments"]

  private let titles: Set<String>
  private let files: Set<String>

  /// Takes the tables of the program and the files of the project.
  init(_ tables: [TableDeclaration], sources: [ReportSourceFile]) {
    let secret = tables.filter { $0.holdsPersons || Self.partyTables.contains($0.id) }
    let ids = Set(secret.map(\.id)).union(Self.partyTables)
    titles = Set(secret.flatMap { [$0.id, $0.card.title.english, $0.card.title.dutch] })
    files = Set(sources.filter { ids.contains($0.kind) }.map(\.file))
      .union(ids.map { "tables/\($0).csv" })
  }

  /// The findings without what rows of people and books say; their codes and places stay.
  func shown(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard quotes(finding) else { return finding }
      return Finding(
        finding.code, finding.severity, Self.message, help: Self.help, at: finding.address)
    }
  }

  /// Whether a message may repeat what a row of people, a party or a book says.
  private func quotes(_ finding: Finding) -> Bool {
    if finding.code.hasPrefix("parties.") { return true }
    guard let address = finding.address else { return false }
    let isInside =
      address.row != nil || address.line != nil || address.byte != nil || address.ledger != nil
    guard isInside else { return false }
    if address.file.hasPrefix("books/") { return true }
    // A line without a row is that of the headings.
    guard address.row != nil else { return false }
    return address.sheet.map(titles.contains) ?? files.contains(address.file)
  }

  private static let message = Text(
    "Something needs a look here; it is about people or those who are paid, and is not repeated in a report.",
    nl:
      "Hier moet iets worden bekeken; het gaat over mensen of over wie betaald wordt, en wordt in een verslag niet herhaald."
  )
  private static let help = Text(
    "Read it with `wijkwaarde check`.", nl: "Lees het met `wijkwaarde check`.")
}
