import Foundation
import ImpactModel
import Pipeline

/// The multipliers of tables of who pays whom, as JSON.
struct FlowTableJSON {
  /// The whole, keys in alphabetical order.
  let text: String

  init(_ tables: [ReadFlowTable], language: Language) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let whole = Whole(tables: tables.map { Table($0, language) })
    text = String(decoding: try encoder.encode(whole), as: UTF8.self)
  }

  private struct Whole: Encodable { let tables: [Table] }

  private struct Table: Encodable {
    let file: String
    let accounts: [Account]
    let leavesTo: [String]
    let errorBound: Double?
    /// A row for each account that receives, a column for each that is paid first.
    let inverse: [[Double]]?
    let findings: [BookJSON.Found]

    init(_ table: ReadFlowTable, _ language: Language) {
      file = table.file
      let found = table.multipliers
      accounts = (found?.accounts ?? []).map {
        Account($0, hasHouseholds: found?.hasHouseholds == true)
      }
      leavesTo = found?.leavesTo ?? []
      errorBound = found?.errorBound
      inverse = found?.inverse
      findings = table.findings.map { BookJSON.Found($0, language) }
    }
  }

  private struct Account: Encodable {
    let name: String
    let receipts: Double
    let kept: Double
    let drawn: Double?
    let threeRounds: Double
    let typeOne: Double?
    let typeTwo: Double?

    init(_ account: FlowTableMultipliers.Account, hasHouseholds: Bool) {
      name = account.name
      receipts = account.receipts
      kept = account.kept
      drawn = account.drawn
      threeRounds = account.threeRounds
      typeOne = account.typeOne
      typeTwo = hasHouseholds ? account.typeTwo : nil
    }
  }
}
