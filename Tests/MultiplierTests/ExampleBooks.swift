import Foundation
import IndicatorKit
import Multiplier
import TestSupport
import Testing

/// The example project as a fixture, by a scan that relies on one element per line.
///
/// The readers of the program are tested elsewhere.
struct ExampleBooks {
  static let folder = Places.repository.appending(path: "Examples/groenhof")

  private(set) var ledger = Ledger(books: [], accounts: [], parties: [], totals: [])
  private(set) var tables: [String: TableContent] = [:]

  init() throws {
    for half in 1...2 { try read(file: "books/groenhof-2025-\(half).xaf") }
    var fixture = Fixture()
    try Self.records("parties", separator: ";").forEach { row in
      fixture.add(
        Party.self,
        [
          "id": .text(row[0]), "name": .text(row[1]), "book_number": .text(row[2]),
          "commerce_number": .text(row[3]), "postcode": .text(row[4].filter { $0 != " " }),
        ])
    }
    try Self.records("respending", separator: ",").forEach { row in
      let kind = try #require(RecipientKind.allCases.first { $0.label.dutch == row[1] })
      let known = try #require(ShareProvenance.allCases.first { $0.label.dutch == row[4] })
      let percent = try #require(Double(row[3].prefix { $0.isNumber }))
      fixture.respends(
        row[0], kind, row[2].isEmpty ? nil : row[2], percent / 100, known, answers: Int(row[5]))
    }
    // The net pay that the table of staff holds for 2025.
    let staff: [(Double, String)] = [
      (17_850, "9999"), (15_420, "9999"), (12_980, "9998"), (11_240, "9999"), (9_860, "9999"),
      (8_120, "9997"), (6_430, "9999"),
    ]
    for (number, (pay, postcode)) in staff.enumerated() {
      try fixture.staff("c\(number + 1)", postcode, netPay: pay)
    }
    tables = fixture.tables
  }

  func measures() throws -> [String: Measure] {
    let data = ProjectData(
      project: try Fixture.project(areas: ["9999"]), card: MultiplierIndicator.card,
      contents: tables, ledger: ledger, parameters: ParameterTable([]))
    let measures = try MultiplierIndicator().measure(data)
    return Dictionary(measures.map { ($0.card.id, $0) }) { first, _ in first }
  }

  private static func records(_ table: String, separator: Character) throws -> [[String]] {
    let file = folder.appending(path: "tables/\(table).csv")
    let text = DelimitedText(
      try String(contentsOf: file, encoding: .utf8), separator: separator)
    return text.records.dropFirst().map(\.fields)
  }

  private mutating func read(file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    var open: [String: String] = [:]
    var accounts: [LedgerAccount] = []
    var parties: [LedgerParty] = []
    var totals: [LedgerTotal] = []
    var entry: [[String: String]] = []
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if let (name, value) = Self.leaf(line) { open[name] = value }
      switch line {
      case "<customerSupplier>", "<trLine>", "<transaction>":
        for name in ["custSupID", "commerceNr", "postalCode", "country"] { open[name] = nil }
      case "</ledgerAccount>":
        let kind = try #require(LedgerAccount.Kind(rawValue: open["accTp"] ?? ""))
        accounts.append(
          LedgerAccount(
            book: file, id: open["accID"] ?? "", name: open["accDesc"] ?? "", kind: kind))
      case "</customerSupplier>":
        parties.append(
          LedgerParty(
            book: file, id: open["custSupID"] ?? "", name: open["custSupName"] ?? "",
            commerceNumber: open["commerceNr"], taxNumber: nil, postcode: open["postalCode"],
            country: open["country"]))
      case "</trLine>": entry.append(open)
      case "</transaction>":
        totals += try Self.totals(entry, file: file)
        entry = []
      default: break
      }
    }
    let book = LedgerBook(
      file: file, company: open["companyName"] ?? "", currency: .euro,
      first: try #require(Day(iso: open["startDate"] ?? "")),
      last: try #require(Day(iso: open["endDate"] ?? "")))
    ledger = Ledger(
      books: ledger.books + [book], accounts: ledger.accounts + accounts,
      parties: ledger.parties + parties, totals: ledger.totals + totals)
  }

  private static func leaf(_ line: String) -> (String, String)? {
    guard line.hasPrefix("<"), let end = line.firstIndex(of: ">"),
      let close = line.range(of: "</", range: end..<line.endIndex)
    else { return nil }
    let value = line[line.index(after: end)..<close.lowerBound]
    let plain = String(value).replacingOccurrences(of: "&amp;", with: "&")
    return (String(line[line.index(after: line.startIndex)..<end]), plain)
  }

  /// A cost line without a party takes the only party of its entry.
  private static func totals(_ entry: [[String: String]], file: String) throws -> [LedgerTotal] {
    let parties = Set(entry.compactMap { $0["custSupID"] })
    let only = parties.count == 1 ? parties.first : nil
    return try entry.map { line in
      let euros = try #require(Double(line["amnt"] ?? ""))
      let cents = Int64((euros * 100).rounded())
      let day = try #require(Day(iso: line["trDt"] ?? ""))
      return LedgerTotal(
        book: file, account: line["accID"] ?? "", party: line["custSupID"] ?? only, project: nil,
        journal: try #require(JournalKind(rawValue: line["jrnTp"] ?? "")),
        month: try #require(Day(year: day.year, month: day.month, day: 1)),
        debit: line["amntTp"] == "D" ? cents : 0, credit: line["amntTp"] == "C" ? cents : 0,
        lines: 1)
    }
  }
}
