import Foundation
import GRDB
import ImpactModel

/// Why a portfolio cannot be opened, written or asked.
public struct PortfolioError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is the matter and what to do.
  public let message: Text
  /// Whether what was asked is at fault, and not the file or the disk.
  public let isOfQuestion: Bool

  /// Makes an error.
  public init(_ message: Text, isOfQuestion: Bool = false) {
    self.message = message
    self.isOfQuestion = isOfQuestion
  }

  /// The message in English.
  public var description: String { message.english }

  static func notAPortfolio(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "\(path) is no portfolio: it is another kind of file, and was left as it is.",
        nl: "\(path) is geen portefeuille: het is een ander soort bestand, en is ongewijzigd."))
  }

  static func newer(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "\(path) was made by a newer version of this program; use that version.",
        nl: "\(path) is gemaakt door een nieuwere versie van dit programma; gebruik die."))
  }

  static func missing(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "There is no portfolio at \(path); make one with: wijkwaarde portfolio add",
        nl: "Er is geen portefeuille op \(path); maak er een met: wijkwaarde portfolio add"))
  }

  static func folder(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "\(path) is a folder; a portfolio is a file, as city.sqlite.",
        nl: "\(path) is een map; een portefeuille is een bestand, zoals stad.sqlite."))
  }

  static func failed(_ path: String, _ error: any Error) -> PortfolioError {
    let reason = reason(error)
    return PortfolioError(
      Text(
        "The portfolio \(path) could not be used: \(reason)",
        nl: "De portefeuille \(path) kon niet worden gebruikt: \(reason)"))
  }

  /// What is the matter, in the words of SQLite or of the file system.
  static func reason(_ error: any Error) -> String {
    switch error {
    case let error as DatabaseError: error.message ?? "\(error.resultCode)"
    case is CocoaError, is POSIXError: error.localizedDescription
    default: (error as? any LocalizedError)?.errorDescription ?? "\(error)"
    }
  }
}

// MARK: What SQLite says

extension PortfolioError {
  /// Puts a result of SQLite into a sentence that says what to do, where one is known.
  init?(_ code: ResultCode, _ path: String) {
    switch code {
    case .SQLITE_NOTADB: self = .notAPortfolio(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_FULL: self = .full(path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path)
    case .SQLITE_CORRUPT: self = .damaged(path)
    default: return nil
    }
  }

  private static func busy(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "Another program has kept the portfolio \(path) busy for too long; try again.",
        nl: "Een ander programma houdt de portefeuille \(path) te lang bezet; probeer opnieuw."))
  }

  private static func full(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "The disk of \(path) is full; what was reported as added is there.",
        nl: "De schijf van \(path) is vol; wat als toegevoegd is gemeld staat erin."))
  }

  private static func readOnly(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "\(path) may be read and not written; what was reported as added is there.",
        nl:
          "\(path) mag worden gelezen en niet geschreven; wat als toegevoegd is gemeld staat erin."
      ))
  }

  private static func cannotOpen(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "\(path) cannot be opened or made: its folder must be there, and may be written.",
        nl: "\(path) is niet te openen of te maken: de map moet bestaan en schrijfbaar zijn."))
  }

  private static func damaged(_ path: String) -> PortfolioError {
    PortfolioError(
      Text(
        "The portfolio \(path) is damaged, as by a copy that broke off; use a whole copy of it.",
        nl:
          "De portefeuille \(path) is beschadigd, zoals door een afgebroken kopie; ga verder met een hele kopie."
      ))
  }
}
