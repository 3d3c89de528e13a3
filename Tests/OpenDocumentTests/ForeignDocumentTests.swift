import Foundation
import OpenDocument
import TestSupport
import Testing

/// What other writers were told to write is what the reader gives.
///
/// `Tests/foreign-documents/make.py` makes the documents, each with its expectation beside it.
struct ForeignDocumentTests {
  private static let folder = ProcessInfo.processInfo.environment["WIJKWAARDE_FOREIGN"]

  private struct Expectation: Decodable {
    struct Sheet: Decodable {
      let name: String
      let cells: [String: Told]
    }

    let file: String
    let sheets: [Sheet]
    let comments: [String: String]?
    let rounded: Bool?
  }

  /// A value as its writer was told: a kind, and a number, a text or a truth.
  private struct Told: Decodable {
    let kind: String
    var number: Double?
    var text: String?

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      kind = try parts.decode(String.self)
      if let truth = try? parts.decode(Bool.self) {
        text = truth ? "true" : "false"
      } else if let value = try? parts.decode(Double.self) {
        number = value
      } else {
        text = try parts.decode(String.self)
      }
    }
  }

  @Test(.enabled(if: folder != nil))
  func `documents of other writers hold what the writers were told`() throws {
    let folder = URL(filePath: try #require(Self.folder))
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let expectations = files.filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var cells = 0
    for file in expectations {
      let expected = try JSONDecoder().decode(Expectation.self, from: Data(contentsOf: file))
      let source = folder.appending(path: expected.file)
      let document = try ReadDocument(SpreadsheetReader(file: source))
      cells += compare(document, expected)
    }
    #expect(cells > 1_000, "\(expectations.count) documents")
  }

  /// Compares a document with its expectation, and says how many cells it compared.
  private func compare(_ document: ReadDocument, _ expected: Expectation) -> Int {
    let sheets = document.sheets.filter { sheet in
      expected.sheets.contains { $0.name == sheet.sheet.name }
    }
    #expect(sheets.map(\.sheet.name) == expected.sheets.map(\.name), "\(expected.file)")
    var count = 0
    for (sheet, told) in zip(sheets, expected.sheets) {
      var open = told.cells
      for row in sheet.rows {
        for cell in row.cells {
          let address = row.address(of: cell).text
          let place = "\(expected.file) \(told.name) \(address)"
          if let comment = expected.comments?["\(told.name)!\(address)"] {
            #expect(cell.comment == comment, "\(place)")
          }
          guard let value = open.removeValue(forKey: address) else {
            let isEmpty = cell.value == .empty || cell.value == .text("")
            #expect(isEmpty, "\(place): \(cell.value)")
            continue
          }
          count += 1
          let isSame =
            isSame(cell.value, value, isRounded: expected.rounded ?? false)
            || expected.rounded == true && isSameNumber(cell.value, value)
          #expect(isSame, "\(place): \(cell.value), told \(value)")
        }
      }
      #expect(open.isEmpty, "\(expected.file) \(told.name): \(open.keys.sorted().prefix(5))")
    }
    return count
  }

  private func isSame(_ read: ReadValue, _ told: Told, isRounded: Bool) -> Bool {
    func isNear(_ value: Double) -> Bool {
      guard let number = told.number else { return false }
      return value == number || isRounded && abs(value - number) <= 1e-12 * abs(number)
    }
    switch read {
    case .number(let value): return told.kind == "number" && isNear(value)
    case .percentage(let value): return told.kind == "percentage" && isNear(value)
    case .currency(let value, let code):
      return told.kind == "currency" && isNear(value) && (code == "EUR" || isRounded)
    case .text(let text): return told.kind == "text" && text == told.text
    case .boolean(let truth): return told.kind == "boolean" && told.text == String(truth)
    case .error(let text): return told.kind == "error" && text == told.text
    case .time(let seconds): return told.kind == "time" && isNear(seconds)
    case .date(let date): return told.text.map { isSame(date, $0, told.kind) } ?? false
    case .empty, .unreadable: return false
    }
  }

  /// Whether a program that saved the document anew kept the number, if not what it counts.
  ///
  /// Gnumeric and LibreOffice take the type of a number from the style of its cell, which plain
  /// writers do not give, and then save a percentage or a day as a mere number.
  private func isSameNumber(_ read: ReadValue, _ told: Told) -> Bool {
    let number: Double
    switch read {
    case .number(let value), .percentage(let value), .currency(let value, _): number = value
    case .boolean(let truth): number = truth ? 1 : 0
    case .time(let seconds): number = seconds / 86_400
    case .date(let date): number = days(date)
    case .text, .error, .empty, .unreadable: return false
    }
    guard let expected = told.number.map({ told.kind == "time" ? $0 / 86_400 : $0 }) ?? days(told)
    else { return false }
    return abs(number - expected) <= 1e-9 * max(1, abs(expected))
  }

  /// The day of a text such as `2025-02-03T10:11:12` since 30 December 1899, or 1 and 0 for truths.
  private func days(_ told: Told) -> Double? {
    guard let text = told.text else { return nil }
    if told.kind == "boolean" { return text == "true" ? 1 : 0 }
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    guard told.kind == "date" || told.kind == "moment", parts.count == 3 || parts.count == 6 else {
      return nil
    }
    let seconds = parts.count == 6 ? Double(parts[3] * 3_600 + parts[4] * 60 + parts[5]) : 0
    return days(ReadDate(year: parts[0], month: parts[1], day: parts[2], seconds: seconds))
  }

  private func days(_ date: ReadDate) -> Double {
    // March counts as the first month, so that a leap day ends its year.
    let year = date.month > 2 ? date.year : date.year - 1
    let day = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day
    let whole = 365 * year + year / 4 - year / 100 + year / 400 + day - 693_900
    return Double(whole) + (date.seconds ?? 0) / 86_400
  }

  private func isSame(_ date: ReadDate, _ text: String, _ kind: String) -> Bool {
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))"
    if kind == "date" { return text == day && (date.seconds ?? 0) == 0 }
    let seconds = Int((date.seconds ?? 0).rounded())
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0) }
    return kind == "moment" && text == "\(day)T\(clock.joined(separator: ":"))"
  }
}
