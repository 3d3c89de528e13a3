import ImpactModel
import LibXML2

/// Bank statements in ISO 20022 (CAMT.053), versions 02 to 14.
///
/// Versions differ in where a name and a status stand: from 08 on parties lie one element deeper
/// and the status has a code of its own. Both are read by their words, whatever the namespace.
struct StatementFormat: BookFormat {
  let form = LedgerBook.Form.bank

  func recognises(_ start: FileStart) -> Bool {
    start.elements.contains { $0.name == "BkToCstmrStmt" }
  }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    let pass = StatementPass(file: file.path, sink: sink)
    let parser = XMLStreamParser(words: StatementWord.texts, list: pass)
    do {
      try parser.read(fileAt: file.url.path)
      try pass.finish()
    } catch let error as XMLStreamError {
      if case .unreadable = error.reason { throw error }
      pass.findings.add(BookFindings.unreadable(error, file: file.path))
    } catch is BankAccountBook.Stop {
      // The pass has said why.
    }
    return BookReading(
      format: pass.format, findings: pass.findings.all, pendingEntries: pass.pending.count)
  }
}
