import IndicatorKit
import MoneyFlow

/// Who is who in a project's books: which customers and suppliers are one, and by which key.
public struct PartyOverview: Sendable, Hashable {
  /// Customers and suppliers that share a key.
  public struct Link: Sendable, Hashable {
    /// The key, in words.
    public let key: Text
    /// Why it did not make them one; absent where it did.
    public let refusal: Text?
    /// Those that share it, as file and number.
    public let members: [String]
    /// The rows of the table `parties` that say so.
    public let rows: [String]
  }

  /// A party under more than one name or number.
  public struct Merged: Sendable, Hashable {
    /// Its name in the newest book.
    public let name: String
    /// Its number in the trade register; without one it may be a person.
    public let commerceNumber: String?
    /// The rows of the table `parties` that speak of it.
    public let rows: [String]
    /// Why it is one party.
    public let links: [Link]
    /// By each of its places that is known, whether it is nearby.
    public let places: [LocalityBasis: Locality]
  }

  /// Where a party is.
  public enum Locality: String, Sendable, Hashable {
    /// In the neighbourhood.
    case nearby
    /// Outside it.
    case elsewhere
  }

  /// How many files the books are.
  public let files: Int
  /// How many customers and suppliers they name.
  public let named: Int
  /// How many parties those are.
  public let parties: Int
  /// The parties under more than one name or number, by the first of those.
  public let merged: [Merged]
  /// What shares a key and was not merged.
  public let kept: [Link]

  /// Puts the register in words.
  init(_ known: ProjectParties, area: PostcodeArea) {
    let register = known.register
    files = known.ledger.books.count
    named = register.parties.reduce(0) { $0 + $1.members.count }
    parties = register.parties.count
    merged = register.parties.filter { $0.members.count > 1 }.map { Merged($0, area: area) }
    kept = register.conflicts.map(Link.init)
  }
}

extension PartyOverview.Merged {
  /// Puts a party in words.
  init(_ party: RegisteredParty, area: PostcodeArea) {
    var places: [LocalityBasis: PartyOverview.Locality] = [:]
    for basis in LocalityBasis.allCases {
      switch party.locality(in: area, by: basis) {
      case .local: places[basis] = .nearby
      case .elsewhere: places[basis] = .elsewhere
      case .unknown: break
      }
    }
    self.init(
      name: party.name, commerceNumber: party.commerceNumber, rows: party.entries,
      links: party.merges.map { merge in
        PartyOverview.Link(
          key: merge.key.label, refusal: nil, members: merge.members.map(\.text),
          rows: merge.rows)
      }, places: places)
  }
}

extension PartyOverview.Link {
  /// Puts what was not merged in words.
  init(_ conflict: PartyConflict) {
    self.init(
      key: conflict.key.label, refusal: conflict.cause.words,
      members: conflict.members.map(\.text), rows: conflict.rows)
  }
}

/// What came of asking who is who.
public struct PartiesResult: Sendable {
  /// The parties, absent where the project has no books that could be read.
  public let overview: PartyOverview?
  /// What was found wrong, by file, row and column.
  public let findings: [Finding]
  /// The language to speak.
  public let language: Language
}

extension Pipeline {
  /// Reads a project and tells who is who in its books; only the cache is written.
  ///
  /// - Throws: `ProjectUnreadable` where there is no project to read.
  public func parties(
    _ folder: ProjectFolder, progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> PartiesResult {
    let loader = ProjectLoader(folder: folder, registry: registry, progress: progress)
    let (project, findings, language) = try loader.load(store: .cache)
    let overview = project.flatMap { project in
      ProjectParties(project).map {
        PartyOverview($0, area: project.description.neighbourhood.area)
      }
    }
    return PartiesResult(
      overview: overview, findings: findings.inFileOrder, language: language ?? .dutch)
  }
}

extension PartyReference {
  /// The file and the number in it: `books/2025.xaf S001`.
  var text: String { book + " " + id }
}

extension PartyConflict.Cause {
  /// Why parties that share a key are not one.
  var words: Text {
    switch self {
    case .commerceNumbers:
      Text(
        "different trade register numbers", nl: "verschillende nummers in het handelsregister")
    case .taxNumbers: Text("different VAT numbers", nl: "verschillende btw-nummers")
    case .refused:
      Text("the table “parties” says so", nl: "de tabel ‘parties’ zegt het")
    }
  }
}
