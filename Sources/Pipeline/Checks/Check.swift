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
    QuantityCheck.self, InputRateCheck.self, ExcludedStakeholderCheck.self,
    DeductionReasonCheck.self, PriceYearCheck.self, BooksPeriodCheck.self, StarterCheck.self,
  ]

  /// What all checks found, without rows about which a reader has already said something.
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let reported = Set(
      project.findings.filter { $0.severity == .error }.compactMap { RowPlace($0.address) })
    return all.flatMap { $0.findings(in: project, registry: registry) }
      .filter { finding in RowPlace(finding.address).map { !reported.contains($0) } ?? true }
  }

  /// A row of a file.
  private struct RowPlace: Hashable {
    let file: String
    let row: Int

    init?(_ address: Address?) {
      guard let address, let row = address.row else { return nil }
      file = address.file
      self.row = row
    }
  }
}
