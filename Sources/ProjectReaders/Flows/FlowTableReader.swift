import Foundation
import ImpactModel

/// Reads a table of who pays whom from delimited text.
///
/// The first line has the names of those who pay, behind a first cell that may say anything; each
/// other line starts with the name of who is paid. A line `receipts` (also `output`, `ontvangsten`,
/// `productie`) has what each received in all; without it receipts are the sums of the lines.
public enum FlowTableReader {
  /// The most columns and rows of a table.
  public static let mostAccounts = 2_000
  /// The most bytes of a file.
  public static let mostBytes = 50_000_000

  /// Reads a file; where it has an error there is no table.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its path, for addresses.
  public static func read(
    _ bytes: Data, file: String
  ) -> (table: FlowTable?, findings: [Finding]) {
    guard bytes.count <= mostBytes else { return (nil, [FlowTableFindings.tooLarge(file)]) }
    switch TextDecoding.decode(bytes, file: file) {
    case .failure(let failure): return (nil, [failure.finding])
    case .success(let text):
      let delimited = DelimitedText(text, separator: separator(of: text))
      if let line = delimited.unclosedQuote {
        return (nil, [BankCSVFindings.openQuote(at: Address(file: file, line: line))])
      }
      var pass = FlowTablePass(delimited.records.filter { !$0.isBlank }, file: file)
      let table = pass.table()
      return (pass.findings.isEmpty ? table : nil, pass.findings)
    }
  }

  /// The mark that cuts the first line into most fields.
  private static func separator(of text: String) -> Character {
    let line = text.prefix { !$0.isNewline }
    let counts = [";", ",", "\t"].map { (mark: Character) in line.count { $0 == mark } }
    let most = counts.max() ?? 0
    return zip([";", ",", "\t"] as [Character], counts).first { $0.1 == most }?.0 ?? ";"
  }
}

/// One reading of a table, with what is wrong in it.
private struct FlowTablePass {
  private let file: String
  private let head: DelimitedText.Record?
  private let lines: [DelimitedText.Record]
  private let mark: DecimalMark?
  private(set) var findings: [Finding] = []

  init(_ records: [DelimitedText.Record], file: String) {
    self.file = file
    head = records.first
    lines = Array(records.dropFirst())
    mark = ReadNumber.mark(provedBy: lines.lazy.flatMap { $0.fields.dropFirst() })
  }

  mutating func table() -> FlowTable? {
    guard let head, head.fields.count > 1, !lines.isEmpty else {
      findings = [FlowTableFindings.noTable(file)]
      return nil
    }
    let payers = head.fields.dropFirst().map { $0.trimmingSpaces() }
    guard payers.count <= FlowTableReader.mostAccounts,
      lines.count <= FlowTableReader.mostAccounts
    else {
      findings = [FlowTableFindings.tooLarge(file)]
      return nil
    }
    check(
      names: payers.enumerated().map { ($1, Address(file: file, line: head.line, column: $0 + 2)) })
    check(names: lines.map { (name(of: $0), Address(file: file, line: $0.line, column: 1)) })
    var (payees, amounts): ([String], [[Double]]) = ([], [])
    var receipts: [String: Double] = [:]
    for line in lines {
      guard line.fields.count == payers.count + 1 else {
        let place = Address(file: file, line: line.line)
        findings.append(
          BankCSVFindings.columns(line.fields.count, expected: payers.count + 1, at: place))
        continue
      }
      let numbers = numbers(of: line)
      if FlowTable.isReceipts(name(of: line)) {
        for (payer, number) in zip(payers, numbers) { receipts[payer] = number }
      } else {
        payees.append(name(of: line))
        amounts.append(numbers.map { $0 ?? 0 })
      }
    }
    return FlowTable(payers: payers, payees: payees, amounts: amounts, receipts: receipts)
  }

  private func name(of line: DelimitedText.Record) -> String {
    (line.fields.first ?? "").trimmingSpaces()
  }

  /// Each name must be there, once among the columns and once among the rows.
  private mutating func check(names: [(name: String, place: Address)]) {
    var seen: Set<String> = []
    for (name, place) in names where name.isEmpty || !seen.insert(name).inserted {
      findings.append(FlowTableFindings.name(name, at: place))
    }
  }

  /// The numbers of a line, absent where the cell is empty.
  private mutating func numbers(of line: DelimitedText.Record) -> [Double?] {
    var numbers: [Double?] = []
    for (place, field) in line.fields.dropFirst().enumerated() {
      let text = field.trimmingSpaces()
      let number = ReadNumber(text, mark: mark)
      if number == nil || number?.hasPercentSign == true, !text.isEmpty {
        let address = Address(file: file, line: line.line, column: place + 2)
        findings.append(
          FlowTableFindings.number(text, isAmbiguous: ReadNumber.isAmbiguous(text), at: address))
      }
      numbers.append(number?.value)
    }
    return numbers
  }
}
