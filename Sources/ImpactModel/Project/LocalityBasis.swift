/// By which of its places a supplier counts as local.
///
/// One supplier may be local by one place and not by another: a branch nearby of a chain with its
/// seat in the capital and its owners abroad.
public enum LocalityBasis: String, Choice {
  /// Where the goods or the work come from; where that is not known, the address in the books.
  case delivery
  /// The address that books and invoices have.
  case invoice
  /// The registered seat.
  case seat
  /// The home of the owner.
  case owner

  /// What readers see.
  public var label: Text {
    switch self {
    case .delivery: Text("delivery address", nl: "leveradres")
    case .invoice: Text("invoice address", nl: "factuuradres")
    case .seat: Text("registered seat", nl: "statutaire zetel")
    case .owner: Text("owner’s home", nl: "woonplaats van de eigenaar")
    }
  }
}
