import ImpactModel

/// A check: looks at a project that was read and reports what does not fit together.
///
/// A check never repeats what a reader has reported: it keeps silent about tables and rows that
/// could not be read, so that one mistake gives one finding.
protocol Check: Sendable {
  /// What does not fit, in the order of the files.
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding]
}

/// The checks, in the order in which they run.
enum Checks {
  static let all: [any Check.Type] = [
    QuantityCheck.self, StateCheck.self, InputQuantityCheck.self, InputRateCheck.self,
    ExcludedStakeholderCheck.self, DeductionReasonCheck.self, ProxyValueCheck.self,
    PriceCheck.self, DayOrderCheck.self, ParameterCheck.self, PartyCheck.self, MergeCheck.self,
    ReleaseCheck.self, LicenceCheck.self, BooksCurrencyCheck.self, BooksPeriodCheck.self,
    ScenarioCheck.self, StarterCheck.self,
  ]

  /// What all checks found, without rows about which a reader has already said something.
  ///
  /// Where the column itself is missing from the file, the rows that need it give one finding.
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let errors = project.findings.filter { $0.severity == .error }
    let reported = Set(errors.compactMap { RowPlace($0.address) })
    let found = all.flatMap { $0.findings(in: project, registry: registry) }
      .filter { finding in RowPlace(finding.address).map { !reported.contains($0) } ?? true }
    return joined(found, misnamed: filesWithMisnamedColumns(project))
  }

  /// Files, or sheets of one, in which a reader has named a heading that is wrong or missing.
  private static func filesWithMisnamedColumns(_ project: LoadedProject) -> Set<Address> {
    let codes = ["table.unknown_column", "table.missing_column"]
    return Set(
      project.findings.filter { codes.contains($0.code) }.compactMap { $0.address?.place })
  }

  private static func joined(_ findings: [Finding], misnamed: Set<Address>) -> [Finding] {
    var seen: Set<Address> = []
    return findings.compactMap { finding in
      guard let address = finding.address, address.isMissingColumn else { return finding }
      // A heading that is nearly right was told already; only what stops the report is told again.
      let isTold = misnamed.contains(address.place) && finding.severity != .error
      guard !isTold, seen.insert(address).inserted else { return nil }
      let rows = findings.count { $0.address == address }
      let heading = address.heading ?? ""
      return Finding(
        "project.column_needed", finding.severity,
        Text(
          "The column “\(heading)” is missing, and it is needed; rows concerned: \(rows).",
          nl: "De kolom ‘\(heading)’ ontbreekt en is nodig; het gaat om \(rows) rij(en)."),
        help: finding.help, at: address)
    }
  }

  /// A row of a file or of a sheet of it.
  private struct RowPlace: Hashable {
    let file: String
    let sheet: String?
    let row: Int

    init?(_ address: Address?) {
      guard let address, let row = address.row else { return nil }
      file = address.file
      sheet = address.sheet
      self.row = row
    }
  }
}

extension Address {
  /// The file, and its sheet where it is a workbook.
  fileprivate var place: Address { Address(file: file, sheet: sheet) }
}
