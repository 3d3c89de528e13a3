import Foundation
import ImpactModel

/// Belgian bank statements in the coded form CODA, version 2 (Febelfin, 2.6 and 2.8).
struct CodaFormat: BookFormat {
  let form = LedgerBook.Form.bank

  /// A header starts with five zeros and a date; its length is looked at by the reading.
  func recognises(_ start: FileStart) -> Bool {
    guard let first = start.lines(1).first ?? (start.isCut ? nil : start.bytes[...]) else {
      return false
    }
    return first.count >= 100 && first.starts(with: [48, 48, 48, 48, 48])
      && first.dropFirst(5).prefix(6).allSatisfy { (48...57).contains($0) }
  }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    let pass = CodaPass(file: file.path, sink: sink)
    var cutter = LineCutter()
    do {
      try FileParts.read(file.url) { part in
        try cutter.take(part) { try pass.take($0) }
        try pass.check(openLine: cutter.length)
      }
      try cutter.finish { try pass.take($0) }
      try pass.finish()
    } catch is BankAccountBook.Stop {
      // The pass has said why.
    }
    return BookReading(format: CodaPass.format, findings: pass.findings.all)
  }
}
