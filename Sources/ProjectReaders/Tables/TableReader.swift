import Foundation
import ImpactModel

/// Reads a delimited file under a declared table: every cell checked, every mistake at its place.
public struct TableReader: Sendable {
  /// The version of the reading rules; a stored reading of another version is read again.
  public static let version = 3
  /// The largest file that is read as a table, in bytes.
  public static let largestFile = 100_000_000

  private let declaration: TableDeclaration
  private let options: ReadingOptions

  /// Makes a reader of a declared table.
  public init(declaration: TableDeclaration, options: ReadingOptions) {
    self.declaration = declaration
    self.options = options
  }

  /// The identifier of the table.
  public var table: String { declaration.id }

  /// A text that differs where a file would be read differently; for the key of a stored reading.
  public var fingerprint: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let declared = (try? encoder.encode(declaration)) ?? Data(declaration.id.utf8)
    let rules = Data("|\(TableReader.version)|\(options.fingerprint)".utf8)
    return Fingerprint.of(declared + rules)
  }

  /// Reads a file; its findings are in the order of its lines.
  public func read(_ bytes: Data, file: String) -> TableReading {
    guard bytes.count <= TableReader.largestFile else { return damaged(file, tooLarge(file)) }
    let text: String
    switch TextDecoding.decode(bytes, file: file) {
    case .success(let decoded): text = decoded
    case .failure(let failure): return damaged(file, failure.finding)
    }
    switch TableLayout.find(in: text, declaration: declaration, file: file) {
    case .success(let layout):
      var pass = TablePass(
        declaration: declaration, options: options, file: file, layout: layout)
      return pass.read()
    case .failure(let failure): return damaged(file, failure.finding)
    }
  }

  /// Checks what an importer found in a file, as if it were a CSV file of the table.
  ///
  /// - Parameters:
  ///   - imported: the rows as text.
  ///   - file: the file from which they come.
  ///   - findings: what the importer found; it stands before what the cells give.
  public func read(
    _ imported: ImportedTable, file: String, findings: [Finding] = []
  ) -> TableReading {
    let layout = TableLayout(imported, declaration: declaration)
    var options = options
    options.decimalMark = .point
    var pass = TablePass(declaration: declaration, options: options, file: file, layout: layout)
    let reading = pass.read()
    return TableReading(
      table: reading.table, file: file, content: reading.content,
      findings: findings + reading.findings, keys: reading.keys, isDamaged: reading.isDamaged,
      hasUncertainKeys: reading.hasUncertainKeys, rejectedReferences: reading.rejectedReferences)
  }

  /// Gives the reading of a file from which an importer could not get the table.
  public func damaged(file: String, findings: [Finding]) -> TableReading {
    TableReading(
      table: declaration.id, file: file, content: nil, findings: findings, keys: [],
      isDamaged: true)
  }

  private func damaged(_ file: String, _ finding: Finding) -> TableReading {
    TableReading(
      table: declaration.id, file: file, content: nil, findings: [finding], keys: [],
      isDamaged: true)
  }

  private func tooLarge(_ file: String) -> Finding {
    let limit = TableReader.largestFile / 1_000_000
    return Finding(
      "table.too_large", .error,
      Text(
        "The file is larger than \(limit) MB, too large for a table.",
        nl: "Het bestand is groter dan \(limit) MB, te groot voor een tabel."),
      help: Text(
        "Check that the file is what its name says, or split it by year.",
        nl: "Controleer of het bestand is wat de naam zegt, of splits het per jaar."),
      at: Address(file: file))
  }
}
