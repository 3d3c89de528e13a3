import ImpactModel
import LibXML2

/// Invoices and credit notes in UBL 2.1, as NLCIUS (SI-UBL 2.0) and Peppol BIS 3 use it.
struct InvoiceFormat: BookFormat {
  let form = LedgerBook.Form.invoices

  func recognises(_ start: FileStart) -> Bool {
    guard let root = start.root else { return false }
    let namespace = (root.namespace ?? "").lowercased()
    return ["Invoice", "CreditNote"].contains(root.name)
      && namespace.contains("ubl:schema:xsd:\(root.name.lowercased())-2")
  }

  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading {
    let pass = InvoicePass(file: file.path, sink: sink)
    let parser = XMLStreamParser(limits: InvoiceFormat.limits) { event, parser in
      try pass.take(event, at: parser)
    }
    do {
      try parser.read(fileAt: file.url.path)
      try pass.finish()
    } catch let error as XMLStreamError {
      if case .unreadable = error.reason { throw error }
      pass.findings.add(BookFindings.unreadable(error, file: file.path))
    } catch is BankAccountBook.Stop {
      // The pass has said why.
    }
    return BookReading(format: pass.format, findings: pass.findings.all)
  }

  /// An invoice may carry its own picture as one long text.
  private static let limits = XMLStreamParser.Limits(textBytes: 64_000_000)
}
