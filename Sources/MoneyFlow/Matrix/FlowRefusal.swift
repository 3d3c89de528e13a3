import ImpactModel

/// Why money cannot be followed through a matrix.
public enum FlowRefusal: Error, Sendable, Hashable {
  /// A payment names an account that is not there.
  case noSuchAccount(Int)
  /// A payment or a receipt is negative or not finite.
  case unusableAmount(account: String)
  /// An account pays and is known to have received nothing.
  case noReceipts(account: String)
  /// Accounts keep among each other all that they receive, or more, so that the rounds never end; the
  /// one that is named spends the most of its receipts there.
  case leaksNothing(account: String)
  /// The amounts that are put in are negative, not finite or not one for each account.
  case unusableInjection
  /// Payments that were asked for twice were not the same both times.
  case paymentsChanged
  /// The rounds fade so slowly, if they fade, that no bound on the error was found.
  case tooSlow

  /// The reason in words, to stand after “cannot be measured:”.
  public var reason: Text {
    switch self {
    case .noSuchAccount(let position):
      Text(
        "a payment names account \(position), which is not there",
        nl: "een betaling noemt rekening \(position), die er niet is")
    case .unusableAmount(let account):
      Text(
        "a payment or receipt of “\(account)” is negative or too large",
        nl: "een betaling of ontvangst van ‘\(account)’ is negatief of te groot")
    case .noReceipts(let account):
      Text(
        "“\(account)” pays, and what it received is not known",
        nl: "‘\(account)’ betaalt, en wat het ontving is niet bekend")
    case .leaksNothing(let account):
      Text(
        "“\(account)” spends all that it received, or more, in the neighbourhood, and so much of it "
          + "comes back that the rounds never end",
        nl: "‘\(account)’ besteedt alles wat het ontving, of meer, in de buurt, en daarvan komt zo "
          + "veel terug dat er geen eind aan de ronden komt")
    case .unusableInjection:
      Text(
        "the income that is followed is negative, too large or missing",
        nl: "het gevolgde inkomen is negatief, te groot of ontbreekt")
    case .paymentsChanged:
      Text(
        "the payments were read twice and were not the same both times",
        nl: "de betalingen zijn tweemaal gelezen en waren niet beide keren gelijk")
    case .tooSlow:
      Text(
        "hardly anything leaks away, so that the sum of all rounds cannot be bounded",
        nl: "er lekt zo weinig weg dat de som van alle ronden niet te begrenzen is")
    }
  }
}
