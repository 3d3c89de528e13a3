import Foundation
import ImpactModel

/// One pass over a table of places: cuts lines and cells, and counts addresses by postcode and place.
///
/// Tables are sorted by postcode as a rule, so that most rows repeat the postcode and place of the
/// row before; only another one is looked up. What was counted is handed on before it grows large.
struct PlaceTablePass {
  /// How many pairs of postcode and place are held.
  private static let capacity = 30_000
  /// A line longer than this is none of a table.
  private static let longestLine = 1 << 16

  private struct Count {
    var addresses: Int
    let line: Int
  }

  private let file: String
  private let country: Country
  private var columns: PlaceColumns?
  private var findings: [Finding] = []
  /// Whether the rest of the file is of no use.
  private(set) var isOver = false

  private var carry: [UInt8] = []
  private var line = 0
  private var rows = 0
  private var cells: [Range<Int>] = []
  private var key: [UInt8] = []
  private var lastKey: [UInt8] = []
  private var run = 0
  private var runLine = 0
  private var counts: [[UInt8]: Count] = [:]
  private var rejected = 0
  private var firstRejected: Int?

  init(file: String, country: Country) {
    self.file = file
    self.country = country
  }

  /// Takes a part of the file.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, into take: ([PlaceShare]) throws -> Void
  ) throws {
    var start = 0
    while start < bytes.count, !isOver, let base = bytes.baseAddress {
      let left = bytes.count - start
      guard let found = memchr(base + start, 10, left) else {
        carry.append(contentsOf: bytes[start...])
        if carry.count > Self.longestLine { refuse() }
        return
      }
      let length = UnsafeRawPointer(base + start).distance(to: UnsafeRawPointer(found))
      if carry.isEmpty {
        try row(UnsafeBufferPointer(rebasing: bytes[start..<start + length]), into: take)
      } else {
        carry.append(contentsOf: bytes[start..<start + length])
        try rowOfCarry(into: take)
      }
      start += length + 1
    }
  }

  /// Takes what stands behind the last line end, and hands on the rest.
  mutating func finish(into take: ([PlaceShare]) throws -> Void) throws -> PlaceReading {
    if !carry.isEmpty, !isOver { try rowOfCarry(into: take) }
    endRun()
    try flush(into: take)
    if columns == nil, !isOver { refuse() }
    if rejected > 0 { noteRejected() }
    return PlaceReading(
      findings: findings, isWeighted: columns?.isWeighted ?? false, year: columns?.year,
      rows: rows - rejected)
  }

  private mutating func rowOfCarry(into take: ([PlaceShare]) throws -> Void) throws {
    let whole = carry
    carry.removeAll(keepingCapacity: true)
    try whole.withUnsafeBufferPointer { try row($0, into: take) }
  }

  private mutating func row(
    _ bytes: UnsafeBufferPointer<UInt8>, into take: ([PlaceShare]) throws -> Void
  ) throws {
    line += 1
    let isReturned = bytes.last == 13
    let text = UnsafeBufferPointer(rebasing: bytes[0..<bytes.count - (isReturned ? 1 : 0)])
    guard !text.isEmpty else { return }
    guard let columns else {
      columns = PlaceColumns(heading: Array(text))
      if columns == nil { refuse() }
      return
    }
    rows += 1
    cut(text, at: columns.delimiter)
    guard cells.count >= columns.width else {
      reject(1, line: line)
      return
    }
    fill(from: text, columns)
    let weight = columns.addresses.map { count(in: text, column: $0) } ?? 1
    if key == lastKey {
      run += weight
      return
    }
    endRun()
    if counts.count >= Self.capacity { try flush(into: take) }
    swap(&key, &lastKey)
    run = weight
    runLine = line
  }

  /// Finds the cells; a delimiter between quotes is part of one.
  private mutating func cut(_ text: UnsafeBufferPointer<UInt8>, at delimiter: UInt8) {
    cells.removeAll(keepingCapacity: true)
    var start = 0
    var isQuoted = false
    for index in text.indices {
      let byte = text[index]
      if byte == 34 {
        isQuoted.toggle()
      } else if byte == delimiter, !isQuoted {
        cells.append(start..<index)
        start = index + 1
      }
    }
    cells.append(start..<text.count)
  }

  /// Writes the key of a row: its postcode, neighbourhood, district and municipality.
  private mutating func fill(from text: UnsafeBufferPointer<UInt8>, _ columns: PlaceColumns) {
    key.removeAll(keepingCapacity: true)
    append(text, columns.postcode)
    append(text, columns.neighbourhood)
    append(text, columns.district)
    append(text, columns.municipality)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ column: Int?) {
    if let column {
      for index in cells[column] where text[index] != 34 { key.append(text[index]) }
    }
    key.append(31)
  }

  private func count(in text: UnsafeBufferPointer<UInt8>, column: Int) -> Int {
    guard cells.indices.contains(column) else { return 0 }
    let digits = cells[column].map { text[$0] }.filter { $0 != 34 && $0 != 32 }
    guard (1...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
      return 0
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private mutating func endRun() {
    guard !lastKey.isEmpty else { return }
    if let known = counts[lastKey] {
      counts[lastKey] = Count(addresses: known.addresses + run, line: known.line)
    } else {
      counts[lastKey] = Count(addresses: run, line: runLine)
    }
    lastKey.removeAll(keepingCapacity: true)
  }

  private mutating func flush(into take: ([PlaceShare]) throws -> Void) throws {
    var shares: [PlaceShare] = []
    shares.reserveCapacity(counts.count)
    for (key, count) in counts {
      if let share = share(key, count.addresses) {
        shares.append(share)
      } else {
        reject(count.addresses, line: count.line)
      }
    }
    counts.removeAll(keepingCapacity: true)
    if !shares.isEmpty { try take(shares) }
  }

  private func share(_ key: [UInt8], _ addresses: Int) -> PlaceShare? {
    let parts = key.split(separator: 31, maxSplits: 4, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 5, let postcode = Postcode(parts[0], country: country) else { return nil }
    func code(_ index: Int, _ level: PlaceCode.Level) -> String {
      PlaceCode.written(parts[index], level: level, country: country)
    }
    let share = PlaceShare(
      postcode: postcode.description, neighbourhood: code(1, .neighbourhood),
      district: code(2, .district), municipality: code(3, .municipality), addresses: addresses)
    let isPlaced = !(share.neighbourhood + share.district + share.municipality).isEmpty
    return isPlaced ? share : nil
  }

  private mutating func reject(_ count: Int, line: Int) {
    rejected += max(1, count)
    firstRejected = min(firstRejected ?? line, line)
  }

  private mutating func refuse() {
    isOver = true
    findings.append(
      Finding(
        "places.unknown_columns", .error,
        Text(
          "This is no table of postcodes and neighbourhoods that can be read.",
          nl: "Dit is geen leesbare tabel van postcodes en buurten."),
        help: Text(
          "It needs a heading with a postcode and a neighbourhood, district or municipality, as in "
            + "postcode;neighbourhood or PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025; unpack a ZIP "
            + "file first.",
          nl: "Er hoort een kop boven met een postcode en een buurt, wijk of gemeente, zoals "
            + "postcode;buurt of PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025; pak een zip-bestand "
            + "eerst uit."),
        at: Address(file: file, line: max(1, line))))
  }

  private mutating func noteRejected() {
    findings.append(
      Finding(
        "places.unreadable_rows", .warning,
        Text(
          "Rows without a possible postcode or a place, left out: \(rejected).",
          nl: "Rijen zonder mogelijke postcode of zonder plaats, weggelaten: \(rejected)."),
        help: Text(
          "See whether the table is of the project’s country, and cut nowhere.",
          nl: "Kijk of de tabel van het land van het project is, en nergens afgekapt."),
        at: Address(file: file, line: firstRejected)))
  }
}
