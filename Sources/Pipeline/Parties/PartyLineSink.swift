import IndicatorKit
import MoneyFlow
import ProjectReaders

/// Picks the lines of some parties out of a file while it is read.
final class PartyLineSink: LedgerSink {
  private let file: String
  private let wanted: Set<String>
  private let period: Period
  private let limit: Int
  private var names: [String: String] = [:]
  private(set) var lines: [PartyReference: PartyLines] = [:]

  /// Makes a sink.
  ///
  /// - Parameters:
  ///   - file: the file as references call it.
  ///   - wanted: the numbers of the parties in it.
  ///   - period: the reporting period.
  ///   - limit: the most lines to keep of each.
  init(file: String, wanted: Set<String>, period: Period, limit: Int) {
    self.file = file
    self.wanted = wanted
    self.period = period
    self.limit = limit
  }

  func open(_ book: LedgerBook) throws {}

  func add(_ account: LedgerAccount) throws { names[account.id] = account.name }

  func add(_ party: LedgerParty) throws {}

  func add(_ line: LedgerLine) throws {
    guard let party = line.party, wanted.contains(party) else { return }
    let reference = PartyReference(book: file, id: party)
    guard period.contains(line.date) else {
      lines[reference, default: PartyLines()].outside += 1
      return
    }
    let name = names[line.account] ?? ""
    lines[reference, default: PartyLines()].add(
      PartyExplanation.Line(
        date: line.date, account: name.isEmpty ? line.account : line.account + " " + name,
        debit: line.debit, credit: line.credit, address: line.address), limit: limit)
  }
}
