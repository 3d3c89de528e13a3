import Foundation
import IndicatorKit

/// Every parameter that a project or a module can look up, with its values and their sources.
public struct ParameterCatalogue: Sendable {
  /// One dated value, or a parameter that a module looks up and that nobody gives a value.
  public struct Entry: Sendable, Hashable {
    /// The parameter's identifier.
    public let id: String
    /// What readers see, where a module declares the parameter.
    public let label: Text?
    /// The value with its days and its source.
    public let value: ParameterValue?
    /// The indicators that look it up.
    public let usedBy: [String]

    /// Whether every word of a search stands in the identifier, the label or the source.
    public func matches(_ words: [String]) -> Bool {
      let texts = [
        id, label?.english, label?.dutch, value?.source, value?.record?.title,
        value?.record?.publisher,
      ]
      let all = texts.compactMap { $0?.lowercased() }.joined(separator: "\n")
      return words.allSatisfy { all.contains($0.lowercased()) }
    }
  }

  /// The entries by identifier; of one identifier in the order in which they are looked up.
  public let entries: [Entry]
  /// What is wrong in tables of parameters.
  public let findings: [Finding]
  /// The project's language, absent without a project.
  public let language: Language?

  /// Puts the values of a table beside the cards of the modules.
  init(
    _ table: ParameterTable, findings: [Finding], registry: Registry, language: Language?
  ) {
    let cards = registry.indicators.map { type(of: $0).card }
    let declared = cards.flatMap(\.parameters)
    let labels = Dictionary(declared.map { ($0.id, $0.label) }) { first, _ in first }
    let values = table.all
    func entry(_ id: String, _ value: ParameterValue?) -> Entry {
      let users = cards.filter { $0.parameters.contains { $0.id == id } }.map(\.id)
      return Entry(id: id, label: labels[id], value: value, usedBy: users)
    }
    let known = Set(values.map(\.id))
    let open = Set(declared.map(\.id)).subtracting(known).sorted().map { entry($0, nil) }
    entries = (values.map { entry($0.id, $0) } + open).enumerated()
      .sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }.map(\.element)
    self.findings = findings
    self.language = language
  }
}

extension Pipeline {
  /// Lists the parameters that the program knows, with those of a project where one is named.
  ///
  /// - Parameters:
  ///   - project: the project; its books are not read.
  ///   - parameterFolders: folders of parameters that the user brought, where no project is named.
  /// - Throws: `ProjectUnreadable` where a folder cannot be read.
  public func parameters(
    of project: ProjectFolder?, parameterFolders: [URL] = []
  ) throws(ProjectUnreadable) -> ParameterCatalogue {
    guard let project else { return try catalogue(of: parameterFolders) }
    let loader = ProjectLoader(
      folder: project, registry: registry, progress: { _ in }, readsBooks: false)
    let (loaded, found, _) = try loader.load(store: .memory)
    let findings = (registry.faults + found).filter { $0.code.hasPrefix("parameter.") }
    guard let loaded else {
      throw ProjectUnreadable(
        message: Text(
          "The settings of \(project.url.path) cannot be understood; see: wijkwaarde check \(project.url.path)",
          nl:
            "De instellingen van \(project.url.path) zijn niet te begrijpen; zie: wijkwaarde check \(project.url.path)"
        ))
    }
    return ParameterCatalogue(
      loaded.parameters, findings: findings, registry: registry,
      language: loaded.description.language)
  }

  private func catalogue(of folders: [URL]) throws(ProjectUnreadable) -> ParameterCatalogue {
    do {
      let brought = try folders.map { try ParameterFolder($0) }
      let modules = registry.parameterPacks
      let table = ParameterTable(
        brought.flatMap(\.values) + modules.flatMap(\.values) + ParameterTable.shipped.all)
      return ParameterCatalogue(
        table, findings: modules.flatMap(\.findings) + brought.flatMap(\.findings),
        registry: registry, language: nil)
    } catch {
      throw ProjectUnreadable(
        message: Text(
          "The parameters could not be read: \(error.localizedDescription)",
          nl: "De parameters konden niet worden gelezen: \(error.localizedDescription)"))
    }
  }
}
