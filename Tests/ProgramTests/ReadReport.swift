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

  /// What breaks the schema or the rules of the form of a file.
  static func faults(_ file: URL) throws -> [ReportFault] {
    let start = try [UInt8](Data(contentsOf: file).prefix(4_096))
    let readers = registry.exporters.compactMap { $0 as? any ReportReader }
    let reader = try #require(readers.first { $0.recognises(start) && $0.owns(file) })
    return try #require(try reader.conformance(of: file)).faults
  }

  /// The identifiers of the figures that do not follow.
  static func wrong(_ file: URL) throws -> [FigureVerdict] {
    ReportVerifier.verify(try read(file)).filter { $0.verdict == .doesNotFollow }
  }
}
