import Foundation
import ImpactModel

/// Reads `project.yaml`: every value with its line, nothing filled in silently.
public struct SettingsReader {
  /// Gives the standard discount rate of a country on a day, and where it comes from.
  public typealias StandardRate = (Country, Day) -> (rate: Double, origin: Origin)?

  private let log: SettingsLog
  private let standardDiscountRate: StandardRate

  /// Reads a settings file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its path relative to the project's folder, for addresses.
  ///   - standardDiscountRate: asked where the settings say `discount_rate: standard`, with the
  ///     last day of the reporting period; a fraction per year.
  /// - Returns: the settings, `nil` where a finding is an error; and the findings.
  public static func read(
    _ bytes: Data, file: String, standardDiscountRate: @escaping StandardRate
  ) -> (settings: Settings?, findings: [Finding]) {
    switch SettingsDocument.root(bytes, file: file) {
    case .failure(let failure): return (nil, [failure.finding])
    case .success(let mapping):
      let log = SettingsLog(file: file)
      let root = SettingsSection(mapping, path: "", keys: rootKeys, line: 1, log: log)
      let reader = SettingsReader(log: log, standardDiscountRate: standardDiscountRate)
      let settings = reader.settings(root)
      let hasError = log.findings.contains { $0.severity == .error }
      return (hasError ? nil : settings, log.findings)
    }
  }

  private static let rootKeys = [
    "project", "organisation", "scope", "where", "periods", "report", "value_map", "grants",
    "themes", "left_out", "licences", "release_below_five", "numbers", "books",
  ]

  /// Reads all sections before it gives up, so that one run shows all findings.
  private func settings(_ root: SettingsSection) -> Settings? {
    let project = root.section(
      "project",
      keys: [
        "id", "revision", "name", "summary", "perspective", "language", "currency", "author",
      ]
    ).map(ProjectPart.init)
    let organisation = root.section("organisation", keys: OrganisationPart.keys)
      .map(OrganisationPart.init)
    let neighbourhood = root.section(
      "where",
      keys: [
        "neighbourhood", "country", "municipality", "codes", "codes_year", "postcodes",
        "locality_basis",
      ]
    ).flatMap { readNeighbourhood($0) }
    let periods = readPeriods(root)
    let valueMap = root.section(
      "value_map",
      keys: ["discount_rate", "benefit_timing", "input_timing", "price_base_year"]
    ).map { readValueMap($0, country: neighbourhood?.country, day: periods?.last?.last) }
    let reportDate = root.section("report", keys: ["date"], isRequired: false)
      .flatMap { readReportDate($0) }
    let released = readReleased(root)
    let licences = readLicences(root)
    let scope = root.section("scope", keys: ScopePart.keys, isRequired: false)
      .map(ScopePart.init)
    let books = root.section("books", keys: BooksPart.keys, isRequired: false)
      .map(BooksPart.init)
    let decimalMark = root.section("numbers", keys: ["decimal_mark"], isRequired: false)
      .flatMap { readDecimalMark($0) }
    let (grants, themes, leftOut) = (
      root.list("grants"), root.list("themes"), root.list("left_out")
    )
    guard let project, let id = project.id, let revision = project.revision,
      let name = project.name, let perspective = project.perspective,
      let language = project.language, let currency = project.currency,
      let organisation, let organisationName = organisation.name, let neighbourhood,
      let periods, let first = periods.first, let period = periods.last,
      let valueMap, let rate = valueMap.rate, let benefitTiming = valueMap.benefitTiming,
      let priceBaseYear = valueMap.priceBaseYear
    else { return nil }
    let description = ProjectDescription(
      id: id, revision: revision, name: name, summary: project.summary,
      organisation: organisationName, identifiers: organisation.identifiers,
      neighbourhood: neighbourhood, period: period, previousPeriod: periods.dropLast().last,
      start: first.first, currency: currency, language: language, perspective: perspective,
      reportDate: reportDate ?? period.last, discountRate: rate.rate,
      discountRateOrigin: rate.origin, benefitTiming: benefitTiming,
      inputTiming: valueMap.inputTiming, priceBaseYear: priceBaseYear,
      grants: grants.map(\.text), themes: themes.map(\.text), author: project.author,
      leftOut: leftOut.map(\.text), releasedBelowFive: released,
      scope: scope?.scope ?? ProjectDescription.Scope())
    return Settings(
      description: description, decimalMark: decimalMark,
      books: BooksPart.settings(books, organisation), licences: licences)
  }

  private func readNeighbourhood(_ section: SettingsSection) -> Neighbourhood? {
    let name = section.value("neighbourhood")?.text
    let country = section.read(
      "country", Text("is not a country that is known here", nl: "is geen land dat hier bekend is"),
      help: Text("Write NL, BE or GB.", nl: "Schrijf NL, BE of GB.")
    ) { Country(rawValue: $0.uppercased()) }
    let municipality = section.read(
      "municipality", isRequired: false,
      Text(
        "is not the code of a municipality in this country",
        nl: "is geen code van een gemeente in dit land"),
      help: Text(
        "Write it as GM0344 in the Netherlands, and as the NIS code 11002 in Belgium.",
        nl: "Schrijf in Nederland GM0344, en in België de NIS-code, zoals 11002.")
    ) { SettingsReader.isMunicipality($0, country) ? $0 : nil }
    let codes = section.list("codes").map(\.text)
    let codesYear = section.read(
      "codes_year", isRequired: !codes.isEmpty, SettingsReader.notAYear,
      help: SettingsReader.yearHelp, SettingsReader.year)
    let postcodes = section.list("postcodes")
    if let country { checkPostcodes(postcodes, country, section) }
    let basis = section.read(
      "locality_basis", isRequired: false,
      Text("is not a place that a supplier has", nl: "is geen plaats die een leverancier heeft"),
      help: Text(
        "Write one of \(LocalityBasis.known).", nl: "Schrijf een van \(LocalityBasis.known).")
    ) { LocalityBasis(rawValue: $0.lowercased()) }
    guard let name, let country else { return nil }
    return Neighbourhood(
      name: name, municipality: municipality, codes: codes, codesYear: codesYear,
      country: country, area: PostcodeArea(prefixes: postcodes.map(\.text)),
      basis: basis ?? .delivery)
  }

  /// Each start must be a possible postcode or the beginning of one.
  private func checkPostcodes(
    _ postcodes: [SettingsValue], _ country: Country, _ section: SettingsSection
  ) {
    for postcode in postcodes {
      _ = section.read(
        postcode,
        Text(
          "cannot be the start of a postcode in this country",
          nl: "kan geen begin van een postcode in dit land zijn"),
        help: Text(
          "Write whole postcodes or their first characters, as in 3561 or 3561A.",
          nl: "Schrijf hele postcodes of hun eerste tekens, zoals 3561 of 3561A.")
      ) { SettingsReader.isStart($0, country) ? true : nil }
    }
  }

  /// GM and four digits in the Netherlands, five digits in Belgium, anything elsewhere.
  private static func isMunicipality(_ code: String, _ country: Country?) -> Bool {
    switch country {
    case .netherlands: code.wholeMatch(of: /GM[0-9]{4}/) != nil
    case .belgium: code.wholeMatch(of: /[0-9]{5}/) != nil
    case .unitedKingdom, nil: true
    }
  }

  private static func isStart(_ text: String, _ country: Country) -> Bool {
    let code = text.filter { !$0.isWhitespace }
    return ["", "A", "0", "00", "000", "0AA"].contains {
      Postcode(code + $0, country: country) != nil
    }
  }

  private func readPeriods(_ root: SettingsSection) -> [Period]? {
    guard let sections = root.sections("periods", keys: ["from", "until"]) else { return nil }
    var periods: [Period] = []
    for section in sections {
      let from = section.read(
        "from", SettingsReader.notADay, help: SettingsReader.dayHelp, SettingsReader.day)
      let until = section.read(
        "until", SettingsReader.notADay, help: SettingsReader.dayHelp, SettingsReader.day)
      guard let from, let until else { return nil }
      guard let period = Period(first: from, last: until) else {
        addPeriodFault(
          section,
          Text(
            "The period \(from)–\(until) is not made of whole calendar months.",
            nl: "De periode \(from)–\(until) bestaat niet uit hele kalendermaanden."),
          help: Text(
            "Start on the first day of a month and end on the last day of one.",
            nl: "Begin op de eerste dag van een maand en eindig op de laatste dag van een maand."))
        return nil
      }
      if let before = periods.last, period.first <= before.last {
        addPeriodFault(
          section,
          Text(
            "The period \(period) does not come after the one before it.",
            nl: "De periode \(period) komt niet na de vorige."),
          help: Text(
            "Write the periods from early to late, without overlap.",
            nl: "Schrijf de periodes van vroeg naar laat, zonder overlap."))
        return nil
      }
      periods.append(period)
    }
    return periods
  }

  private func addPeriodFault(_ section: SettingsSection, _ message: Text, help: Text) {
    log.add(
      "settings.period", message, help: help, line: section.lineOf("from"), key: "periods")
  }

  private func readValueMap(
    _ section: SettingsSection, country: Country?, day: Day?
  ) -> ValueMapPart {
    let timing = { (key: String, isRequired: Bool) -> DiscountTiming? in
      let known = DiscountTiming.allCases.map(\.rawValue).joined(separator: ", ")
      return section.read(
        key, isRequired: isRequired,
        Text("is not a timing", nl: "is geen moment in de periode"),
        help: Text("Write one of \(known).", nl: "Schrijf een van \(known).")
      ) { DiscountTiming(rawValue: $0) }
    }
    return ValueMapPart(
      rate: discountRate(section, country: country, day: day),
      benefitTiming: timing("benefit_timing", true),
      inputTiming: timing("input_timing", false) ?? .startOfPeriod,
      priceBaseYear: section.read(
        "price_base_year", SettingsReader.notAYear, help: SettingsReader.yearHelp,
        SettingsReader.year))
  }

  private func discountRate(
    _ section: SettingsSection, country: Country?, day: Day?
  ) -> (rate: Double, origin: Origin)? {
    guard let value = section.value("discount_rate") else { return nil }
    if value.text.lowercased() == "standard" {
      // Without a country or a period there is a finding already, and no rate to look up.
      guard let country, let day else { return nil }
      if let standard = standardDiscountRate(country, day) { return standard }
      log.add(
        "settings.no_standard_rate",
        Text(
          "There is no standard discount rate for \(country.rawValue) on \(day).",
          nl: "Er is geen standaard discontovoet voor \(country.rawValue) op \(day)."),
        help: Text(
          "Write the rate itself, as in 2.25 %.", nl: "Schrijf de voet zelf, zoals 2,25 %."),
        line: value.line, key: value.key)
      return nil
    }
    let options = ReadingOptions(
      decimalMark: nil, country: country ?? .netherlands, currency: .euro, personSecret: [])
    let address = Address(file: log.file, line: value.line, heading: value.key)
    do {
      let cell = CellReader(
        column: Settings.discountRate, options: options, texts: [value.text])
      let (read, warning) = try cell.read(value.text)
      if let warning {
        log.add(
          warning.code, warning.message, help: warning.help, line: value.line, key: value.key,
          severity: .warning)
      }
      guard case .number(let estimate) = read else { return nil }
      return (estimate.value, .cell(address))
    } catch {
      log.add(
        error.code, error.message, help: error.help, line: value.line, key: value.key)
      return nil
    }
  }

  private func readReportDate(_ section: SettingsSection) -> Day? {
    section.read(
      "date", isRequired: false, SettingsReader.notADay, help: SettingsReader.dayHelp,
      SettingsReader.day)
  }

  private func readReleased(_ root: SettingsSection) -> [String: String] {
    var released: [String: String] = [:]
    let sections = root.sections(
      "release_below_five", keys: ["measure", "reason"], isRequired: false)
    for section in sections ?? [] {
      let measure = section.read(
        "measure", Text("is not the identifier of a figure", nl: "is niet de naam van een cijfer"),
        help: Text(
          "Write it as in employment.headcount.", nl: "Schrijf het zoals employment.headcount.")
      ) { FigureID($0)?.description }
      let reason = section.value("reason")?.text
      if let measure, let reason { released[measure] = reason }
    }
    return released
  }

  private func readLicences(_ root: SettingsSection) -> [String: String] {
    let sections = root.sections("licences", keys: ["file", "licence"], isRequired: false) ?? []
    return sections.reduce(into: [:]) { licences, section in
      let file = section.value("file")?.text
      let licence = section.value("licence")?.text
      if let file, let licence { licences[file] = licence }
    }
  }

  private func readDecimalMark(_ section: SettingsSection) -> DecimalMark? {
    section.read(
      "decimal_mark", isRequired: false,
      Text("is not a decimal mark", nl: "is geen decimaalteken"),
      help: Text("Write comma or point.", nl: "Schrijf comma of point.")
    ) { DecimalMark(rawValue: $0.lowercased()) }
  }

  private static let notADay = Text(
    "is not a day of the calendar", nl: "is geen dag van de kalender")
  private static let dayHelp = Text("Write it as 2025-12-31.", nl: "Schrijf die als 2025-12-31.")
  private static func day(_ text: String) -> Day? { Day(iso: text) }

  private static let notAYear = Text("is not a year", nl: "is geen jaar")
  private static let yearHelp = Text("Write it as in 2025.", nl: "Schrijf het zoals 2025.")
  private static func year(_ text: String) -> Int? {
    Int(text).flatMap { (1900...2200).contains($0) ? $0 : nil }
  }
}

extension LocalityBasis {
  /// The words of the settings, in their order.
  fileprivate static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
