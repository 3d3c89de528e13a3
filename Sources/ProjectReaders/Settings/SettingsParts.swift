import ImpactModel

/// What the section `project` says.
struct ProjectPart {
  let id: String?
  let revision: String?
  let name: String?
  let summary: String?
  let perspective: ProjectDescription.Perspective?
  let language: Language?
  let currency: Currency?
  let author: String?

  init(_ section: SettingsSection) {
    id = section.read(
      "id", Text("cannot be the id of a project", nl: "kan geen id van een project zijn"),
      help: Text(
        "Use letters, digits and hyphens only, as in groen-hof.",
        nl: "Gebruik alleen letters, cijfers en streepjes, zoals groen-hof.")
    ) { id in
      id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ? id : nil
    }
    revision = section.value("revision")?.text
    name = section.value("name")?.text
    summary = section.value("summary", isRequired: false)?.text
    perspective = section.read(
      "perspective", Text("is not a perspective", nl: "is geen perspectief"),
      help: Text("Write evaluation or forecast.", nl: "Schrijf evaluation of forecast.")
    ) { ProjectDescription.Perspective(rawValue: $0.lowercased()) }
    language = section.read(
      "language", Text("is not a language of the report", nl: "is geen taal van het verslag"),
      help: Text("Write nl or en.", nl: "Schrijf nl of en.")
    ) { Language(rawValue: $0.lowercased()) }
    currency = section.read(
      "currency", Text("is not a currency", nl: "is geen munteenheid"),
      help: Text("Write its three letters, as in EUR.", nl: "Schrijf de drie letters, zoals EUR.")
    ) { Currency($0) }
    author = section.value("author", isRequired: false)?.text
  }
}

/// What the section `organisation` says.
struct OrganisationPart {
  static let keys = ["name", "identifiers", "vat_number", "accounts"]

  let name: String?
  let identifiers: [OrganisationIdentifier]
  /// The IBANs of its own bank accounts.
  let accounts: [String]
  private let taxNumber: String?

  /// All numbers under which others may know it.
  var numbers: [String] { identifiers.map(\.number) + [taxNumber].compactMap(\.self) }

  init(_ section: SettingsSection) {
    name = section.value("name")?.text
    taxNumber = section.value("vat_number", isRequired: false)?.text
    accounts = section.list("accounts").compactMap { account in
      section.read(
        account, Text("cannot be an IBAN", nl: "kan geen IBAN zijn"),
        help: Text(
          "Write the whole number of the account, with the two letters of its country.",
          nl: "Schrijf het hele rekeningnummer, met de twee letters van het land."),
        BankParty.iban)
    }
    let sections =
      section.sections("identifiers", keys: ["scheme", "number"], isRequired: false) ?? []
    identifiers = sections.compactMap { section in
      let known = OrganisationIdentifier.Scheme.allCases.map(\.rawValue).joined(separator: ", ")
      let scheme = section.read(
        "scheme",
        Text("is not a register that is known here", nl: "is geen register dat hier bekend is"),
        help: Text("Write one of \(known).", nl: "Schrijf een van \(known).")
      ) { OrganisationIdentifier.Scheme(rawValue: $0.uppercased()) }
      guard let scheme else {
        _ = section.value("number")
        return nil
      }
      return section.read(
        "number",
        Text(
          "cannot be a number of \(scheme.rawValue)",
          nl: "kan geen nummer van \(scheme.rawValue) zijn"),
        help: Text(
          "Compare it with the register, and put it in quotes.",
          nl: "Vergelijk het met het register, en zet het tussen aanhalingstekens.")
      ) { OrganisationIdentifier(scheme: scheme, number: $0) }
    }
  }
}

/// What the section `scope` says.
struct ScopePart {
  static let keys = ["purpose", "audience", "activities", "resources"]

  let scope: ProjectDescription.Scope

  init(_ section: SettingsSection) {
    func text(_ key: String) -> String? { section.value(key, isRequired: false)?.text }
    scope = ProjectDescription.Scope(
      purpose: text("purpose"), audience: text("audience"), activities: text("activities"),
      resources: text("resources"))
  }
}

/// What the section `value_map` says.
struct ValueMapPart {
  let rate: (rate: Double, origin: Origin)?
  let benefitTiming: DiscountTiming?
  let inputTiming: DiscountTiming
  let priceBaseYear: Int?
}
