import ImpactModel

/// What the section `books` says, with what `organisation` says of accounts.
struct BooksPart {
  static let keys = treatmentKeys + ["name_organisations", "organisations"]

  private static let treatmentKeys = ["basis", "income", "timing", "vat", "scope", "wages_to"]

  private let own: BooksSettings.Organisation
  private let others: [BooksSettings.Organisation]
  private let namesOrganisations: Bool

  init(_ section: SettingsSection) {
    own = Self.organisation(section, name: "")
    others = Self.others(section)
    namesOrganisations =
      section.read(
        "name_organisations", isRequired: false,
        Text("is neither yes nor no", nl: "is geen ja of nee"),
        help: Text("Write yes or no.", nl: "Schrijf yes of no.")
      ) { Self.flags[$0.lowercased()] } ?? false
  }

  /// The settings, with what is known of the project's own organisation.
  static func settings(_ part: BooksPart?, _ organisation: OrganisationPart?) -> BooksSettings {
    var own = part?.own ?? BooksSettings.Organisation(name: "")
    own.name = organisation?.name ?? ""
    own.numbers = organisation?.numbers ?? []
    own.accounts = organisation?.accounts ?? []
    return BooksSettings(
      own: own, others: part?.others ?? [], namesOrganisations: part?.namesOrganisations ?? false)
  }

  private static func others(_ section: SettingsSection) -> [BooksSettings.Organisation] {
    let keys = OrganisationPart.keys + ["folder"] + treatmentKeys
    let sections = section.sections("organisations", keys: keys, isRequired: false) ?? []
    return sections.compactMap { section in
      let part = OrganisationPart(section)
      guard let name = part.name else { return nil }
      var organisation = organisation(section, name: name)
      organisation.folder = section.value("folder", isRequired: false)?.text
      organisation.numbers = part.numbers
      organisation.accounts = part.accounts
      return organisation
    }
  }

  private static func organisation(
    _ section: SettingsSection, name: String
  ) -> BooksSettings.Organisation {
    BooksSettings.Organisation(
      name: name, basis: form("basis", section), income: form("income", section),
      timing: section.read(
        "timing", isRequired: false,
        Text("does not say when a purchase counts", nl: "zegt niet wanneer een aankoop telt"),
        help: Text(
          "Write cash (when it is paid) or accrual (when it is bought).",
          nl: "Schrijf cash (bij betaling) of accrual (bij aankoop).")
      ) { BookTiming(rawValue: $0.lowercased()) },
      tax: section.read(
        "vat", isRequired: false,
        Text("is not a treatment of VAT", nl: "is geen behandeling van de btw"),
        help: Text(
          "Write books_including_vat, books_excluding_vat or bank; of invoices and lists including "
            + "or excluding.",
          nl: "Schrijf books_including_vat, books_excluding_vat of bank; bij facturen en lijsten "
            + "including of excluding.")
      ) { taxes[$0.lowercased()] },
      scope: scope(section),
      wagesTo: section.list("wages_to").map(\.text))
  }

  private static func scope(_ section: SettingsSection) -> BookScope {
    let keys = ["projects", "cost_centres", "accounts"]
    guard let scope = section.section("scope", keys: keys, isRequired: false) else {
      return BookScope()
    }
    return BookScope(
      projects: scope.list("projects").map(\.text),
      costCentres: scope.list("cost_centres").map(\.text),
      accounts: scope.list("accounts").map { BankParty.iban($0.text) ?? $0.text })
  }

  private static func form(_ key: String, _ section: SettingsSection) -> LedgerBook.Form? {
    section.read(
      key, isRequired: false,
      Text("is not a kind of source", nl: "is geen soort bron"),
      help: Text(
        "Write books, bank, invoices or list.", nl: "Schrijf books, bank, invoices of list.")
    ) { LedgerBook.Form(rawValue: $0.lowercased()) }
  }

  private static let flags = ["yes": true, "true": true, "no": false, "false": false]
  private static let taxes: [String: BookTax] = [
    "including": .including, "books_including_vat": .including, "bank": .including,
    "excluding": .excluding, "books_excluding_vat": .excluding,
  ]
}
