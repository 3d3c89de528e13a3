import ImpactModel
import Pipeline

/// The sources of a project as JSON: amounts are texts with a point and two decimals.
struct ProjectBookJSON: Encodable {
  private let project: String
  private let currency: String
  private let first: String
  private let last: String
  private let organisations: [Organisation]
  private let disagreements: [Disagreement]
  private let findings: [BookJSON.Found]

  init(
    _ project: String, _ overview: BooksOverview, names: Bool, top: Int, language: Language
  ) {
    self.project = project
    currency = overview.currency.code
    first = overview.period.first.description
    last = overview.period.last.description
    organisations = overview.organisations.map {
      Organisation($0, names: names, top: top, language: language)
    }
    disagreements = overview.disagreements.map(Disagreement.init)
    findings = overview.findings.map { BookJSON.Found($0, language) }
  }

  private struct Organisation: Encodable {
    let name: String
    let basis: String
    let income: String
    let isChosen: Bool
    let timing: String?
    let vat: String?
    let treatment: String
    let sources: [Source]
    let ownTransfers: LeftOut
    let outsideScope: LeftOut
    let comparisons: [Comparison]

    init(
      _ organisation: BooksOverview.Organisation, names: Bool, top: Int, language: Language
    ) {
      let treatment = organisation.treatment
      name = treatment.name
      basis = treatment.basis.rawValue
      income = treatment.income.rawValue
      isChosen = treatment.isChosen
      timing = treatment.timing?.rawValue
      vat = treatment.tax?.rawValue
      self.treatment = organisation.text[language]
      sources = organisation.sources.map(Source.init)
      ownTransfers = LeftOut(treatment.transfers)
      outsideScope = LeftOut(treatment.outsideScope)
      comparisons = organisation.comparisons.map {
        Comparison($0, names: names, top: top, language: language)
      }
    }
  }

  private struct Source: Encodable {
    let form: String
    let files: [String]
    let first: String
    let last: String
    let isBasis: Bool

    init(_ source: BooksOverview.Source) {
      form = source.form.rawValue
      files = source.files
      first = source.first.description
      last = source.last.description
      isBasis = source.isBasis
    }
  }

  private struct LeftOut: Encodable {
    let lines: Int
    let debit: String?
    let credit: String?

    init(_ sum: BookTreatment.LeftOut) {
      lines = sum.lines
      debit = BookAmount.exact(sum.debit)
      credit = BookAmount.exact(sum.credit)
    }
  }

  private struct Comparison: Encodable {
    let other: String
    let months: [Month]
    let partyCount: Int
    let parties: [Party]

    init(
      _ comparison: BooksOverview.Comparison, names: Bool, top: Int, language: Language
    ) {
      other = comparison.other.rawValue
      months = comparison.months.map(Month.init)
      partyCount = comparison.parties.count
      parties = comparison.parties.prefix(top).enumerated().map { index, party in
        Party(
          name: PartyLabel(names: names).text(party.who, index + 1)[language],
          basis: BookAmount.exact(party.basis), other: BookAmount.exact(party.other))
      }
    }
  }

  private struct Month: Encodable {
    let month: String
    let basis: String?
    let other: String?

    init(_ month: BooksOverview.Month) {
      self.month = String(month.first.description.prefix(7))
      basis = BookAmount.exact(month.basis)
      other = BookAmount.exact(month.other)
    }
  }

  private struct Party: Encodable {
    let name: String
    let basis: String?
    let other: String?
  }

  private struct Disagreement: Encodable {
    let payer: String
    let payee: String
    let payerSays: String?
    let payeeSays: String?

    init(_ disagreement: BooksOverview.Disagreement) {
      payer = disagreement.payer
      payee = disagreement.payee
      payerSays = BookAmount.exact(disagreement.payerSays)
      payeeSays = BookAmount.exact(disagreement.payeeSays)
    }
  }
}
