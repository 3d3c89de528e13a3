import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing
import Verification

/// Reports read back by the exports that wrote them.
enum ReadReport {
  /// Reads a file with the first export of the registry that knows it.
  static func read(_ file: URL) throws -> VerifiableReport {
    let start = try [UInt8](Data(contentsOf: file).prefix(4_096))
    let readers = registry.exporters.compactMap { $0 as? any ReportReader }
    return try #require(readers.first { $0.recognises(start) && $0.owns(file) }).read(file)
  }

  /// The identifiers of the figures that do not follow.
  static func wrong(_ file: URL) throws -> [FigureVerdict] {
    ReportVerifier.verify(try read(file)).filter { $0.verdict == .doesNotFollow }
  }
}
