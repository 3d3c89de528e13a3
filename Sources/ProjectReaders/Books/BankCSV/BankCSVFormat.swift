import Foundation
import ImpactModel

/// The CSV exports of banks, each by its profile.
struct BankCSVFormat: BookFormat {
  let form = LedgerBook.Form.bank
  let profiles: [BankProfile]

  func recognises(_ start: FileStart) -> Bool { layout(of: start) != nil }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    guard let layout = layout(of: try FileStart(fileAt: file.url)) else {
      return BookReading(format: "", findings: [BookFindings.unknownFormat(file: file.path)])
    }
    let pass = BankCSVPass(file: file.path, layout: layout, sink: sink)
    do {
      try FileParts.read(file.url) { try pass.take($0) }
      try pass.finish()
    } catch is BankAccountBook.Stop {
      // The pass has said why.
    }
    return BookReading(format: pass.format, findings: pass.findings.all)
  }

  /// The profile that fits, of several the one that names most columns.
  private func layout(of start: FileStart) -> BankLayout? {
    guard !start.isXML, !start.bytes.isEmpty else { return nil }
    var found: BankLayout?
    for profile in profiles {
      let records = BankCSVFormat.firstRecords(of: start, profile)
      guard let layout = BankLayout(profile, first: records) else { continue }
      if let other = found, !isBetter(layout, than: other) { continue }
      found = layout
    }
    return found
  }

  /// Whether a profile names more columns, or as many and reads the first line while the other
  /// does not.
  private func isBetter(_ layout: BankLayout, than other: BankLayout) -> Bool {
    let (own, others) = (layout.profile.columns.count, other.profile.columns.count)
    return own == others ? layout.isProven && !other.isProven : own > others
  }

  /// The first records, as many as a profile needs; a broken text has none.
  private static func firstRecords(of start: FileStart, _ profile: BankProfile) -> [[String]] {
    var cutter = DelimitedCutter(separator: profile.separator, quote: profile.quote)
    var records: [[String]] = []
    let bytes =
      start.bytes.starts(with: BankCSVPass.mark) ? start.bytes.dropFirst(3) : start.bytes[...]
    let needed = profile.skipped + 2
    do {
      try cutter.take(bytes) { record in
        records.append(BankCSVPass.unwrapped(record, profile).map(BankCSVPass.shown))
        if records.count == needed { throw SeenEnough() }
      }
      if !start.isCut {
        try cutter.finish { record in
          records.append(BankCSVPass.unwrapped(record, profile).map(BankCSVPass.shown))
        }
      }
    } catch {
      // The records that are needed are there.
    }
    return records
  }

  private struct SeenEnough: Error {}
}
