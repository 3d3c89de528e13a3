import ImpactModel

/// Counts the entries of a bank file that are not booked yet, which are left out.
struct PendingEntries {
  private(set) var count = 0
  private var sum = CheckedSum()
  private var place: Address?

  /// Adds an entry: what would come in, in cents, negative for what would go out.
  mutating func add(_ amount: Int64, at address: Address) {
    count += 1
    sum.add(amount)
    if place == nil { place = address }
  }

  /// The one note about them, at the first.
  var finding: Finding? {
    guard let place else { return nil }
    let amount = sum.value.map { Money(minorUnits: $0, currency: .euro).exactText } ?? "–"
    return Finding(
      "ledger.pending", .note,
      Text(
        "Entries that the bank has not booked yet and that do not count: \(count), "
          + "\(amount) in all.",
        nl: "Posten die de bank nog niet geboekt heeft en die niet meetellen: \(count), samen "
          + "\(amount.replacing(".", with: ","))."),
      help: Text(
        "Export the period again later; what is booked by then counts.",
        nl: "Exporteer de periode later opnieuw; wat dan geboekt is telt mee."),
      at: place)
  }
}
