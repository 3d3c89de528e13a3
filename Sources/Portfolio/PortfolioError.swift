import ImpactModel

/// Why a portfolio cannot be opened, written or asked.
public struct PortfolioError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is the matter and what to do.
  public let message: Text

  /// Makes an error.
  public init(_ message: Text) { self.message = message }

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

  static func failed(_ path: String, _ error: any Error) -> PortfolioError {
    PortfolioError(
      Text(
        "The portfolio \(path) could not be used: \(error)",
        nl: "De portefeuille \(path) kon niet worden gebruikt: \(error)"))
  }
}
