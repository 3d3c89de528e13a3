import ExportKit
import GRDB

extension Portfolio {
  /// Works out what the reports in force add up to.
  ///
  /// - Throws: `PortfolioError` where the portfolio cannot be read.
  public func picture() throws(PortfolioError) -> PortfolioPicture {
    do {
      return try queue.read { try PictureBuilder($0).picture() }
    } catch {
      throw Portfolio.explained(error, file)
    }
  }
}
