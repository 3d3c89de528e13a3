import IndicatorKit

/// What counts as nearby, in words: the codes and postcodes, and by which place of who is paid.
struct Boundary {
  private let neighbourhood: Neighbourhood

  init(_ neighbourhood: Neighbourhood) { self.neighbourhood = neighbourhood }

  /// The sentences.
  var text: Text {
    let (places, basis) = (places, basis)
    let spanning = neighbourhood.area.places?.spanning ?? 0
    let divided =
      spanning > 0
      ? Text(
        " \(spanning) postcodes lie on both sides; the most addresses decide.",
        nl: " \(spanning) postcodes liggen aan weerszijden; de meeste adressen beslissen.")
      : Text("", nl: "")
    return Text(
      "Nearby is \(places.english): of whoever is paid the \(basis.english), of staff the home."
        + divided.english,
      nl: "Nabij is \(places.dutch): van wie betaald wordt het adres van \(basis.dutch), van "
        + "medewerkers het huis." + divided.dutch)
  }

  /// The boundary itself: `code BU07721110 (2025) and postcode 3561`.
  var places: Text {
    var parts: [Text] = []
    if let placed = neighbourhood.area.places {
      let codes = placed.codes.joined(separator: ", ")
      let year = neighbourhood.codesYear.map { " (\($0))" } ?? ""
      parts.append(Text("code \(codes)\(year)", nl: "code \(codes)\(year)"))
    }
    let starts = neighbourhood.area.prefixes.joined(separator: ", ")
    if !starts.isEmpty { parts.append(Text("postcode \(starts)", nl: "postcode \(starts)")) }
    return Text(
      parts.map(\.english).joined(separator: " and "),
      nl: parts.map(\.dutch).joined(separator: " en "))
  }

  private var basis: Text {
    switch neighbourhood.basis {
    case .delivery:
      Text(
        "delivery address, else the address in the books", nl: "levering, anders dat in de boeken")
    case .invoice: Text("invoice address", nl: "de factuur")
    case .seat: Text("registered seat", nl: "de statutaire zetel")
    case .owner: Text("owner’s home", nl: "de eigenaar")
    }
  }
}
