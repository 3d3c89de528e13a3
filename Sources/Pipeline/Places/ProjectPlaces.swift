import Foundation
import IndicatorKit
import ProjectReaders
import ProjectStore

/// Lays the neighbourhood's boundary by the tables of places that a project brought.
///
/// The tables lie in the folder `places`; they are read once and kept beside the project.
struct ProjectPlaces {
  private let folder: ProjectFolder
  private let place: ProjectLoader.StorePlace
  private let progress: ProgressListener

  init(
    _ folder: ProjectFolder, store place: ProjectLoader.StorePlace,
    progress: @escaping ProgressListener
  ) {
    self.folder = folder
    self.place = place
    self.progress = progress
  }

  /// The same project with its codes applied to the postcodes that it uses, and what was found.
  ///
  /// - Throws: where a file or the disk failed.
  func placing(
    _ project: LoadedProject, declarations: [TableDeclaration]
  ) throws -> LoadedProject {
    let neighbourhood = project.description.neighbourhood
    let files = try folder.placeFiles()
    let (codes, impossible) = Self.codes(of: neighbourhood)
    guard !codes.isEmpty, !files.isEmpty else {
      return project.placed(
        nil,
        findings: impossible + PlaceFindings.without(neighbourhood, files.map(folder.relativePath)))
    }
    var checksums: [String: String] = [:]
    for file in files { checksums[folder.relativePath(file)] = try Fingerprint.of(fileAt: file) }
    let store = try read(files, checksums, country: neighbourhood.country)
    let sources = try store.sources()
    let unknown = try store.unknown(codes)
    let findings =
      impossible + sources.flatMap(\.findings)
      + PlaceFindings.of(neighbourhood, unknown: unknown, sources: sources)
    let known = codes.filter { code in !unknown.contains(code) }
    let area =
      known.isEmpty
      ? nil
      : try area(
        neighbourhood.area, known, store, files: sources.map(\.file),
        postcodes: UsedPostcodes.of(project, declarations: declarations))
    return project.placed(
      area, findings: findings,
      sources: sources.map { source in
        ReportSourceFile(
          file: source.file, kind: "places", sha256: checksums[source.file] ?? "",
          rows: source.rows, rejectedRows: 0)
      })
  }

  private static func codes(of neighbourhood: Neighbourhood) -> ([PlaceCode], [Finding]) {
    let read = neighbourhood.codes.map { ($0, PlaceCode($0, country: neighbourhood.country)) }
    return (
      read.compactMap(\.1),
      read.filter { $0.1 == nil }.map { PlaceFindings.impossible($0.0, neighbourhood.country) }
    )
  }

  /// The cache with all tables read; one that cannot be written is no reason to give no report.
  private func read(
    _ files: [URL], _ checksums: [String: String], country: Country
  ) throws -> PlaceStore {
    let fingerprints = checksums.mapValues {
      "\($0)|\(PlaceTableReader.version)|\(country.rawValue)"
    }
    if place == .memory, let existing = PlaceStore.existing(in: folder.url),
      try isCurrent(existing, fingerprints)
    {
      return existing
    }
    let cache = place == .cache ? try? PlaceStore(in: folder.url) : nil
    let store = try cache ?? PlaceStore.inMemory()
    let reader = PlaceTableReader(country: country)
    for file in files {
      let path = folder.relativePath(file)
      let fingerprint = fingerprints[path] ?? ""
      guard try !store.isCurrent(file: path, fingerprint: fingerprint) else { continue }
      progress(
        WorkProgress(task: Text("reading \(path)", nl: "\(path) lezen"), fraction: 0.85))
      try store.replace(file: path, fingerprint: fingerprint) { take in
        let reading = try reader.read(fileAt: file, file: path, into: take)
        return PlaceStore.Source(
          file: path, findings: reading.findings, isWeighted: reading.isWeighted,
          year: reading.year, rows: reading.rows)
      }
    }
    if !(try isCurrent(store, fingerprints)) { try store.removeAll(except: Array(checksums.keys)) }
    return store
  }

  /// Whether a cache holds these tables as they are now, and no others.
  private func isCurrent(_ store: PlaceStore, _ fingerprints: [String: String]) throws -> Bool {
    let files = try store.sources().map(\.file)
    return try files == fingerprints.keys.sorted()
      && fingerprints.allSatisfy { try store.isCurrent(file: $0.key, fingerprint: $0.value) }
  }

  private func area(
    _ area: PostcodeArea, _ codes: [PlaceCode], _ store: PlaceStore, files: [String],
    postcodes: [Postcode]
  ) throws -> PostcodeArea {
    let places = try store.places(of: postcodes)
    var judging = PlaceJudging(codes: codes, country: country(of: codes))
    for postcode in postcodes { judging.judge(postcode, by: places[postcode] ?? []) }
    return PostcodeArea(
      prefixes: area.prefixes,
      places: PlacedPostcodes(
        codes: codes.map(\.text), files: files, positions: judging.positions,
        spanning: judging.spanning))
  }

  private func country(of codes: [PlaceCode]) -> Country { codes.first?.country ?? .netherlands }
}
