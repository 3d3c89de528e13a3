import Foundation
import IndicatorKit
import MoneyFlow
import ProjectReaders

/// What came of asking where the figures of a party come from.
public struct PartyExplainResult: Sendable {
  /// The parties that answer to what was asked, none where there is none.
  public let parties: [PartyExplanation]
  /// Rows of the table `parties` that may have been meant, where nobody answers.
  public let suggestions: [String]
  /// The reporting period.
  public let period: Period?
  /// The currency of all amounts.
  public let currency: Currency
  /// What was found wrong, by file, row and column.
  public let findings: [Finding]
  /// The language to speak.
  public let language: Language
}

extension Pipeline {
  /// How many lines of one party are kept at most, whatever was asked for.
  private static let mostLines = 100_000

  /// Reads a project and tells where the figures of a party come from; only the cache is written.
  ///
  /// The files that name the party are read once more for its lines.
  ///
  /// - Parameters:
  ///   - text: its row in the table `parties`, its number in the trade register or in the books, or
  ///     its name.
  ///   - folder: the project.
  ///   - language: the language to speak; the project's own by default.
  ///   - lineLimit: the most lines to show of one file, `nil` for all.
  ///   - progress: hears how far the work has come.
  /// - Throws: `ProjectUnreadable` where there is no project to read, or a file failed.
  public func explainParty(
    _ text: String, of folder: ProjectFolder, language: Language? = nil, lineLimit: Int? = 20,
    progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> PartyExplainResult {
    let loader = ProjectLoader(folder: folder, registry: registry, progress: progress)
    let (project, findings, spoken) = try loader.load(store: .cache)
    let known = project.flatMap { ProjectParties($0) }
    let positions = known?.positions(answeringTo: text) ?? []
    var parties: [PartyExplanation] = []
    if let project, let known {
      do {
        parties = try explanations(
          of: positions, known, project, folder, limit: min(lineLimit ?? .max, Self.mostLines))
      } catch {
        throw ProjectUnreadable(message: ProjectLoader.message(error, folder))
      }
    }
    let rows = known?.rows.map(\.id.description) ?? []
    return PartyExplainResult(
      parties: parties,
      suggestions: parties.isEmpty ? [Nearest.match(text, in: rows)].compactMap(\.self) : [],
      period: project?.description.period, currency: project?.description.currency ?? .euro,
      findings: findings.inFileOrder, language: language ?? spoken ?? .dutch)
  }

  private func explanations(
    of positions: [Int], _ known: ProjectParties, _ project: LoadedProject,
    _ folder: ProjectFolder, limit: Int
  ) throws -> [PartyExplanation] {
    let period = project.description.period
    let members = positions.flatMap { known.register.parties[$0].members }
    let profiles = try BankProfileFolder(folder.bankProfiles, place: "books/profiles/").profiles
    let reader = BookReader(profiles: profiles)
    var lines: [PartyReference: PartyLines] = [:]
    for (file, found) in Dictionary(grouping: members, by: \.book).sorted(by: { $0.key < $1.key }) {
      // A list of payments is a table, whose rows the figures name by themselves.
      guard file.hasPrefix("books/") else { continue }
      let sink = PartyLineSink(
        file: file, wanted: Set(found.map(\.id)), period: period, limit: limit)
      _ = try reader.read(fileAt: folder.url.appending(path: file), file: file, into: sink)
      lines.merge(sink.lines) { first, _ in first }
    }
    return positions.map { position in
      PartyExplanation(
        known, known.register.parties[position], at: position, period: period,
        area: project.description.neighbourhood.area, lines: lines)
    }
  }
}
