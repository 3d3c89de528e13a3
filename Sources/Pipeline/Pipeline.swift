import ExportKit
import Foundation
import IndicatorKit

/// Why a project could not be opened at all.
public struct ProjectUnreadable: Error, Sendable {
  /// What is the matter and what to do, in words that a project lead understands.
  public let message: Text

  /// Makes an error.
  public init(message: Text) { self.message = message }
}

/// What a check came to.
public struct CheckResult: Sendable {
  /// What was found, by file, row and column.
  public let findings: [Finding]
  /// What the over-claiming checks ask and nobody has answered.
  public let questions: [ReportClaim]
  /// The project's language.
  public let language: Language

  /// Whether an error was found.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// What a report came to.
public struct ReportResult: Sendable {
  /// The report, absent where the project could not be described at all.
  public let report: Report?
  /// What was found, by file, row and column.
  public let findings: [Finding]
  /// What the over-claiming checks ask and nobody has answered.
  public let questions: [ReportClaim]
  /// The language of the report.
  public let language: Language
  /// The files that were written; none where errors stood in the way.
  public let files: [URL]

  /// Whether an error was found.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// From a project's folder to its report: load, check, measure, value, write.
public struct Pipeline: Sendable {
  let registry: Registry
  let program: String

  /// Makes a pipeline.
  ///
  /// - Parameters:
  ///   - registry: the modules.
  ///   - program: the name and version that every report carries.
  public init(registry: Registry, program: String) {
    self.registry = registry
    self.program = program
  }

  /// Reads and checks a project, and writes nothing.
  ///
  /// - Throws: `ProjectUnreadable` where there is no project to read.
  public func check(
    _ folder: ProjectFolder, progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> CheckResult {
    let made = try make(folder, store: .memory, language: nil, progress: progress)
    return CheckResult(
      findings: made.findings, questions: made.questions, language: made.language)
  }

  /// Reads and checks a project, and writes its report with every registered export.
  ///
  /// - Parameters:
  ///   - folder: the project.
  ///   - isDraftAllowed: whether a report stamped as draft is written although there are errors.
  ///   - language: the language of the report; the project's own by default.
  ///   - output: where to write; by default the folder of the period among the project's reports.
  ///   - progress: hears how far the work has come.
  /// - Throws: `ProjectUnreadable` where there is no project to read, `WritingFailure` where a
  ///   file cannot be written.
  public func report(
    _ folder: ProjectFolder, isDraftAllowed: Bool = false, language: Language? = nil,
    output: URL? = nil, progress: @escaping ProgressListener = { _ in }
  ) throws -> ReportResult {
    let made = try make(folder, store: .cache, language: language, progress: progress)
    let hasErrors = made.findings.contains { $0.severity == .error }
    guard let report = made.report, !hasErrors || isDraftAllowed else {
      return ReportResult(
        report: made.report, findings: made.findings, questions: made.questions,
        language: made.language, files: [])
    }
    let place = output ?? folder.reports.appending(path: report.project.period.folderName)
    let writer = ReportWriter(registry: registry, report: report)
    let files = try writer.write(to: place) { name in
      progress(WorkProgress(task: Text("writing \(name)", nl: "\(name) schrijven"), fraction: 0.9))
    }
    return ReportResult(
      report: report, findings: made.findings, questions: made.questions,
      language: made.language, files: files)
  }

  /// What came of reading, checking and valuing a project.
  struct Made {
    let project: LoadedProject?
    let report: Report?
    let findings: [Finding]
    let language: Language

    var questions: [ReportClaim] { OpenQuestions(report, findings: findings).claims }
  }

  func make(
    _ folder: ProjectFolder, store: ProjectLoader.StorePlace, language: Language?,
    progress: @escaping ProgressListener
  ) throws(ProjectUnreadable) -> Made {
    let loader = ProjectLoader(folder: folder, registry: registry, progress: progress)
    let (loaded, loadFindings, spoken) = try loader.load(store: store)
    guard let project = loaded.map({ language.map($0.speaking) ?? $0 }) else {
      return Made(
        project: nil, report: nil, findings: (registry.faults + loadFindings).inFileOrder,
        language: language ?? spoken ?? .dutch)
    }
    let found =
      registry.faults + loadFindings + Checks.findings(in: project, registry: registry)
    let builder = ReportBuilder(
      project, findings: found, registry: registry, program: program)
    return Made(
      project: project, report: builder.report,
      findings: project.placed(found + builder.findings).inFileOrder,
      language: project.description.language)
  }
}
