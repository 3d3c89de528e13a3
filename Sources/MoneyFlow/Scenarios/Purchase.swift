/// What is bought elsewhere, of one category and from one supplier.
public struct Purchase: Sendable, Hashable {
  /// The category, as the books number it or a plan names it.
  public let category: String
  /// The supplier's position in the register, absent where nobody is named.
  public let supplier: Int?
  /// The amount, at least 0; refunds are netted before.
  public let amount: Double

  /// Makes a purchase.
  public init(category: String, supplier: Int? = nil, amount: Double) {
    self.category = category
    self.supplier = supplier
    self.amount = amount
  }
}
