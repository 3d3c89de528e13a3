import ExportKit

/// No more people change than there are.
enum QuantityAboveGroup: ClaimCheck {
  static let card = ClaimCard(
    "quantity_above_group", Text("More people than the group has", nl: "Meer mensen dan de groep"),
    looksAt: Text(
      "Quantities of people above the size of the stakeholder’s group, where that is above 1.",
      nl: "Aantallen mensen boven de grootte van de groep, waar die boven 1 is."),
    why: Text(
      "Visits or years are then counted as people, or people twice.",
      nl: "Dan zijn bezoeken of jaren als mensen geteld, of mensen dubbel."),
    source: "\(ClaimSource.guide), stage 3.2",
    remedy: Text(
      "Count different people, or correct the size of the group; name the unit if it is no people.",
      nl: "Tel verschillende mensen, of verbeter de groepsgrootte; noem de eenheid als het geen "
        + "mensen zijn."))

  static let firing = ClaimExample(
    Text("24 of 20 volunteers learn a trade.", nl: "24 van 20 vrijwilligers leren een vak.")
  ) { map in
    map.change("o3") { $0.quantity = Estimate(24) }
  }

  static let silent = ClaimExample(
    Text("All 20 of them.", nl: "Alle 20.")
  ) { map in
    map.change("o3") { $0.quantity = Estimate(20) }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      guard let quantity = row.quantity?.value, row.mayCountPeople,
        let size = view.stakeholder(row.stakeholder)?.groupSize, size > 1,
        quantity > Double(size)
      else { return nil }
      return FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” counts \(Shown.number(quantity, .english)), the group has \(size).",
          nl: "‘\(row.description)’ telt \(Shown.number(quantity, .dutch)), de groep is \(size)."))
    }
  }
}
