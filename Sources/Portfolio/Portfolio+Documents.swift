import Foundation
import GRDB
import ImpactModel

extension Portfolio {
  /// Gives the bytes of a report as they were added, or `nil` where there is no such report.
  ///
  /// Superseded reports are there too.
  ///
  /// - Throws: `PortfolioError` where the portfolio cannot be read.
  public func document(_ report: Int64) throws(PortfolioError) -> Data? {
    do {
      let row = try queue.read { database in
        try Row.fetchOne(
          database, sql: "SELECT size, deflated FROM document WHERE report = ?",
          arguments: [report])
      }
      guard let row else { return nil }
      guard let bytes = KeptBytes.inflated(row["deflated"], size: row["size"]) else {
        throw PortfolioError(
          Text(
            "The document of report \(report) is damaged in the portfolio.",
            nl: "Het document van verslag \(report) is beschadigd in de portefeuille."))
      }
      return bytes
    } catch {
      throw Portfolio.explained(error, file)
    }
  }
}
