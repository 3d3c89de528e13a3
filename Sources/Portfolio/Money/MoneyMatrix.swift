import ExportKit
import MoneyFlow

/// Who paid whom in a year, as the reports of one municipality say it together.
///
/// What one organisation pays another stands in the reports of both and counts once, as the payer
/// has it. A report names few of those it pays: the rest goes to kinds of places, such as suppliers
/// nearby, where nearby is the neighbourhood of each organisation itself.
public struct MoneyMatrix: Sendable, Hashable {
  /// Somebody, or a kind of place, that money comes from or goes to.
  public struct Party: Sendable, Hashable {
    /// What a party is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// An organisation with a report.
      case organisation
      /// Somebody without a report, named as a payer by the reports of two organisations or more.
      case named
      /// Payers that the report of one organisation names, or of whom nothing is named.
      case others
      /// A kind of place that organisations pay.
      case place
    }

    /// What it is.
    public let kind: Kind
    /// What readers see.
    public let label: Text
    /// What it received in all, where its report says so.
    public let received: Double?
    /// What it paid in all, where its report says so.
    public let paid: Double?
  }

  /// Who says that a payment was made.
  public enum Witness: String, Sendable, Hashable, CaseIterable {
    /// The report of the payer names it.
    case payer
    /// The report of the payee names it.
    case payee
    /// Both do.
    case both

    /// What readers see.
    public var label: Text {
      switch self {
      case .payer: Text("payer", nl: "betaler")
      case .payee: Text("payee", nl: "ontvanger")
      case .both: Text("both", nl: "beide")
      }
    }
  }

  /// What one party paid another.
  public struct Payment: Sendable, Hashable {
    /// The position of the payer among the parties.
    public let payer: Int
    /// The position of the payee among the parties.
    public let payee: Int
    /// The amount, counted once.
    public let amount: Double
    /// Who says so.
    public let witness: Witness
    /// What the report of the payee says, where that is another amount.
    public let payeeSays: Double?
  }

  /// The multiplier of three rounds of the organisations of one neighbourhood together.
  public struct Multiplier: Sendable, Hashable {
    /// The name of the neighbourhood.
    public let neighbourhood: String
    /// How many organisations have a report there.
    public let organisations: Int
    /// How many of them state all three rounds.
    public let joined: Int
    /// What came in from outside, stayed in the second round and in the third; empty without value.
    public let rounds: [Double]
    /// The multiplier, absent where too little is known.
    public let value: Double?
    /// Why there is none.
    public let reason: Text?
  }

  /// An organisation whose money is not in the matrix.
  public struct LeftOut: Sendable, Hashable {
    /// Its name.
    public let organisation: String
    /// Why.
    public let reason: Text
  }

  /// The year in which the periods of the reports end.
  public let year: Int
  /// Forecast or evaluation.
  public let perspective: String
  /// The code of the municipality, absent where reports state none.
  public let municipality: String?
  /// The currency's code.
  public let currency: String
  /// Organisations with a report, then others that are named, then kinds of places.
  public let parties: [Party]
  /// What they paid each other, by payer and payee.
  public let payments: [Payment]
  /// The multipliers of neighbourhoods with two organisations or more.
  public let multipliers: [Multiplier]
  /// Organisations whose own spending is left out, with the reason.
  public let leftOut: [LeftOut]
}
