import ImpactModel

/// Findings of one file, the first hundred of them; the others are only counted.
struct FindingList {
  private static let most = 100

  private var listed: [Finding] = []
  private var unlisted = 0
  private let file: String

  init(file: String) { self.file = file }

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    if listed.count < FindingList.most {
      listed.append(finding)
    } else {
      unlisted += 1
    }
  }

  /// All that is listed, in the order of the file, and how many are not.
  var all: [Finding] {
    unlisted > 0 ? listed + [AuditFileFindings.tooMany(unlisted, file: file)] : listed
  }
}
