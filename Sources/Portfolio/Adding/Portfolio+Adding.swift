import Dispatch
import ExportKit
import Foundation
import GRDB
import Synchronization

extension Portfolio {
  /// How many documents are verified side by side and kept in one transaction.
  private static let batch = 32
  /// How many bytes a batch may hold; a larger document is a batch by itself.
  private static let batchBytes = 16 << 20

  /// Verifies documents and keeps those that hold, in batches of one transaction each.
  ///
  /// - Parameters:
  ///   - places: files, folders with all that is in them, and archives (ZIP, tar, tar under gzip).
  ///   - exporters: the registered exports, whose readers know the forms.
  ///   - progress: hears how many of the files were begun, and how many there are.
  ///   - report: hears of each document, after the transaction that holds it is on the disk.
  /// - Throws: `PortfolioError` where the portfolio cannot be written; all that `report` heard of
  ///   as added is there.
  public func add(
    _ places: [URL], exporters: [any Exporter], progress: (Int, Int) -> Void = { _, _ in },
    report: (AdditionOutcome) -> Void
  ) throws(PortfolioError) {
    do {
      let intake = try ReportIntake(exporters: exporters)
      defer { intake.close() }
      let source = DocumentSource(places)
      var documents = source.makeIterator()
      var waiting: ReceivedDocument?
      while true {
        let batch = Portfolio.nextBatch(&documents, &waiting)
        guard !batch.isEmpty else { return }
        progress(documents.begun, source.count)
        for outcome in try keep(batch, verified: Portfolio.verified(batch, intake)) {
          report(outcome)
        }
      }
    } catch {
      throw Portfolio.explained(error, file)
    }
  }

  private static func nextBatch(
    _ documents: inout DocumentSource.Iterator, _ waiting: inout ReceivedDocument?
  ) -> [ReceivedDocument] {
    var batch: [ReceivedDocument] = []
    var bytes = 0
    while batch.count < Portfolio.batch {
      guard let document = waiting ?? documents.next() else { break }
      waiting = nil
      if !batch.isEmpty, bytes + document.size > batchBytes {
        waiting = document
        break
      }
      bytes += document.size
      batch.append(document)
    }
    return batch
  }

  private typealias Verified = Result<VerifiedReport, PortfolioRefusal>

  private static func verified(
    _ batch: [ReceivedDocument], _ intake: ReportIntake
  ) -> [Verified?] {
    let results = Mutex([Verified?](repeating: nil, count: batch.count))
    DispatchQueue.concurrentPerform(iterations: batch.count) { index in
      let result = intake.verify(batch[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }
  }

  /// Keeps a batch in one transaction; what is there already is looked up inside it.
  private func keep(
    _ batch: [ReceivedDocument], verified: [Verified?]
  ) throws -> [AdditionOutcome] {
    guard verified.contains(where: { if case .success = $0 { true } else { false } }) else {
      return zip(batch, verified).map { document, result in
        AdditionOutcome(document.name, refused: result)
      }
    }
    var outcomes: [AdditionOutcome] = []
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        outcomes = try zip(batch, verified).map { document, result in
          guard case .success(let report) = result else {
            return AdditionOutcome(document.name, refused: result)
          }
          return try ReportKeeping(database).keep(report, file: document.name)
        }
        return .commit
      }
    }
    return outcomes
  }
}

extension AdditionOutcome {
  fileprivate init(_ file: String, refused result: Result<VerifiedReport, PortfolioRefusal>?) {
    guard case .failure(let refusal) = result else {
      self.init(
        file: file, status: .refused, report: nil, subject: nil,
        code: PortfolioRefusal.Code.unreadable.rawValue, message: Text(verbatim: ""))
      return
    }
    self.init(
      file: file, status: refusal.code == .archiveMetadata ? .passedOver : .refused, report: nil,
      subject: nil, code: refusal.code.rawValue, message: refusal.message)
  }
}
