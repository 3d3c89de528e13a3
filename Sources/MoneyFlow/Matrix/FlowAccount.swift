/// Somebody, or a kind of somebody, that money comes to and goes from.
public struct FlowAccount: Sendable, Hashable {
  /// What an account is, seen from the neighbourhood.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Residents of the neighbourhood; in a multiplier of type I they end the round.
    case household
    /// An organisation of the neighbourhood.
    case organisation
    /// A supplier in the neighbourhood.
    case supplier
    /// An owner of a business who lives in the neighbourhood.
    case owner
    /// The neighbourhood as a whole, where it is not known who in it is paid.
    case neighbourhood
    /// Taxes, premiums and pension funds.
    case state
    /// A chain with its seat elsewhere.
    case chain
    /// Gas, water, electricity and heat.
    case energy
    /// A landlord elsewhere.
    case landlord
    /// Interest and costs of a bank elsewhere.
    case bank
    /// Another country.
    case abroad
    /// Elsewhere, without saying where.
    case elsewhere
    /// Nobody knows where.
    case unknown
    /// What was received and not spent.
    case reserves

    /// Whether money that comes here is still in the neighbourhood and goes round.
    public var isNearby: Bool {
      switch self {
      case .household, .organisation, .supplier, .owner, .neighbourhood: true
      case .state, .chain, .energy, .landlord, .bank, .abroad, .elsewhere, .unknown, .reserves:
        false
      }
    }
  }

  /// The identifier, unique in its matrix.
  public let id: String
  /// What it is.
  public let kind: Kind
  /// Who owns it, where that is known: the name under which its money is grouped with others.
  public let owner: String?
  /// A key of its place, such as a postcode; accounts of one place are computed side by side.
  public let place: String?

  /// Makes an account.
  public init(_ id: String, _ kind: Kind, owner: String? = nil, place: String? = nil) {
    self.id = id
    self.kind = kind
    self.owner = owner
    self.place = place
  }
}
