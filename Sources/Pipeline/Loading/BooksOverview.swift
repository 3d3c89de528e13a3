import IndicatorKit
import MoneyFlow

/// From what sources the spending of a project is taken, and what the other sources say of it.
public struct BooksOverview: Sendable, Hashable {
  /// The files of one kind of one organisation.
  public struct Source: Sendable, Hashable {
    /// What kind they are.
    public let form: LedgerBook.Form
    /// What readers call that kind.
    public var label: Text { form.label }
    /// The files, in alphabetical order.
    public let files: [String]
    /// The first and the last day that they cover.
    public let first: Day
    /// The last day.
    public let last: Day
    /// Whether spending is taken from them.
    public let isBasis: Bool
  }

  /// One month as two sources have it, in cents.
  public struct Month: Sendable, Hashable {
    /// Its first day.
    public let first: Day
    /// What the basis says.
    public let basis: Int64
    /// What the other source says.
    public let other: Int64
  }

  /// One party of whom two sources do not say the same.
  public struct PartyDifference: Sendable, Hashable {
    /// Who it is.
    public enum Who: Sendable, Hashable {
      /// A party with its name, and whether it has a company number and may be named.
      case party(String, isCompany: Bool)
      /// The wages of all.
      case wages
      /// Payments to nobody by name.
      case nobody
    }

    /// Who was paid.
    public let who: Who
    /// What the basis says in cents; absent where it knows nothing of it.
    public let basis: Int64?
    /// What the other source says in cents; absent where it knows nothing of it.
    public let other: Int64?
  }

  /// What a source that is not the basis says of the same months.
  public struct Comparison: Sendable, Hashable {
    /// The kind of source that is the basis.
    public let basis: LedgerBook.Form
    /// The kind of the other source.
    public let other: LedgerBook.Form
    /// What readers call the basis.
    public var basisLabel: Text { basis.label }
    /// What readers call the other source.
    public var otherLabel: Text { other.label }
    /// The months that both cover.
    public let months: [Month]
    /// The parties of whom they do not say the same, the largest difference first.
    public let parties: [PartyDifference]
  }

  /// The sources of one organisation.
  public struct Organisation: Sendable, Hashable {
    /// How they are treated.
    public let treatment: BookTreatment
    /// The treatment in one sentence.
    public var text: Text { treatment.text }
    /// Its sources.
    public let sources: [Source]
    /// The basis beside each of the others.
    public let comparisons: [Comparison]
  }

  /// Two organisations whose books say different things of the same payments, in cents.
  public struct Disagreement: Sendable, Hashable {
    /// The name of who pays.
    public let payer: String
    /// The name of who is paid.
    public let payee: String
    /// What the payer's books say; absent where they know nothing of it.
    public let payerSays: Int64?
    /// What the payee's books say; absent where they know nothing of it.
    public let payeeSays: Int64?
  }

  /// The organisations, the project's own first.
  public let organisations: [Organisation]
  /// Where the books of two of them differ, by payer and payee.
  public let disagreements: [Disagreement]
  /// What was found in the books and about them.
  public let findings: [Finding]
  /// The reporting period.
  public let period: Period
  /// The currency of the report.
  public let currency: Currency
  /// The language of the project.
  public let language: Language
}

extension BooksOverview {
  /// Compares the sources of a project.
  init(_ project: LoadedProject, findings: [Finding]) {
    let description = project.description
    let basis = project.basis
    let all = Ledger(
      books: basis.sources.flatMap { $0.ledger.books }, accounts: [],
      parties: basis.sources.flatMap { $0.ledger.parties }, totals: [])
    let register = PartyRegister(
      all, entries: Self.entries(project), country: description.neighbourhood.country)
    organisations = basis.treatments.enumerated().map { index, treatment in
      Self.organisation(
        treatment, basis.sources.filter { $0.organisation == index }, register,
        in: description.period)
    }
    disagreements = Self.disagreements(basis, Self.entries(project), description)
    self.findings = findings
    period = description.period
    currency = description.currency
    language = description.language
  }

  /// The rows of the table `parties`, which join parties of several sources.
  private static func entries(_ project: LoadedProject) -> [PartyEntry] {
    project.rows(Party.self).sorted { $0.id < $1.id }.map {
      PartyEntry(
        id: $0.id.description, name: $0.name, bookNumber: $0.bookNumber,
        commerceNumber: $0.commerceNumber, postcode: $0.postcode)
    }
  }

  private static func organisation(
    _ treatment: BookTreatment, _ sources: [BookSource], _ register: PartyRegister,
    in period: Period
  ) -> Organisation {
    let own = sources.first { $0.form == treatment.basis }
    return Organisation(
      treatment: treatment,
      sources: sources.compactMap { source in
        let books = source.ledger.books
        guard let first = books.map(\.first).min(), let last = books.map(\.last).max() else {
          return nil
        }
        return Source(
          form: source.form, files: books.map(\.file).sorted(), first: first, last: last,
          isBasis: source.form == treatment.basis)
      },
      comparisons: sources.filter { $0.form != treatment.basis }.compactMap { source in
        own.map { Self.comparison($0, source, register, in: period) }
      })
  }

  private static func comparison(
    _ own: BookSource, _ other: BookSource, _ register: PartyRegister, in period: Period
  ) -> Comparison {
    let comparison = SourceComparison(own, other, in: period)
    return Comparison(
      basis: own.form, other: other.form,
      months: comparison.months.map {
        Month(first: $0.first, basis: $0.basis, other: $0.other)
      },
      parties: comparison.differences(register).map { difference in
        PartyDifference(
          who: who(difference, register), basis: difference.basis, other: difference.other)
      })
  }

  private static func who(
    _ difference: SourceComparison.PartyDifference, _ register: PartyRegister
  ) -> PartyDifference.Who {
    if difference.isWages { return .wages }
    guard let position = difference.party, register.parties.indices.contains(position) else {
      return .nobody
    }
    let party = register.parties[position]
    return .party(party.name, isCompany: party.commerceNumber != nil)
  }

  private static func disagreements(
    _ basis: BookBasis, _ entries: [PartyEntry], _ project: ProjectDescription
  ) -> [Disagreement] {
    let counted = PartyRegister(
      basis.ledger, entries: entries, country: project.neighbourhood.country)
    guard basis.treatments.count > 1,
      let joined = JoinedBooks(basis.ledger, in: project.period, register: counted)
    else { return [] }
    func name(_ position: Int) -> String {
      let company = joined.organisations[position].name
      return basis.treatments.first { $0.company == company }?.name ?? company
    }
    return joined.differences.map {
      Disagreement(
        payer: name($0.payer), payee: name($0.payee), payerSays: $0.payerSays,
        payeeSays: $0.payeeSays)
    }
  }
}

extension Pipeline {
  /// Reads a project's books, and compares the sources that they come from.
  ///
  /// - Throws: `ProjectUnreadable` where there is no project to read, or its settings have errors.
  public func books(
    _ folder: ProjectFolder, progress: @escaping ProgressListener = { _ in }
  ) throws(ProjectUnreadable) -> BooksOverview {
    let loader = ProjectLoader(folder: folder, registry: registry, progress: progress)
    let (loaded, findings, _) = try loader.load(store: .memory)
    guard let loaded else {
      throw ProjectUnreadable(
        message: Text(
          "The settings of \(folder.url.path) have errors; see them with: wijkwaarde check "
            + folder.url.path,
          nl: "De instellingen van \(folder.url.path) bevatten fouten; bekijk ze met: wijkwaarde "
            + "check \(folder.url.path)"))
    }
    let areas = ["books.", "ledger.", "bank.", "payments."]
    let about = findings.filter { finding in areas.contains { finding.code.hasPrefix($0) } }
    return BooksOverview(loaded, findings: about.inFileOrder)
  }
}
