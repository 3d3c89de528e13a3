import ExportKit

/// What lasts loses some of its value over time.
enum LastingWithoutDropOff: ClaimCheck {
  static let card = ClaimCard(
    "lasting_without_drop_off", Text("Lasting without drop-off", nl: "Blijvend zonder afname"),
    looksAt: Text(
      "Outcomes of three or more periods with a drop-off of 0, whatever the reason.",
      nl: "Effecten van drie of meer perioden met een afname van 0, wat de reden ook is."),
    why: Text(
      "In later years other things play a part as well; published reports that charge drop-off "
        + "have 21.5 % a year in the middle.",
      nl: "In latere jaren speelt ook ander mee; verslagen die afname aftrekken hebben "
        + "21,5 % per jaar in het midden."),
    source: "\(ClaimSource.guide), stage 4.3; \(ClaimSource.published)",
    remedy: Text(
      "Take off what other things contribute in later years, or say how it was followed.",
      nl: "Haal eraf wat ander later bijdraagt, of zeg hoe het is gevolgd."))

  static let firing = ClaimExample(
    Text("Three years at full strength.", nl: "Drie jaar op volle kracht.")
  ) { map in
    map.change("o4") {
      $0.benefitPeriods = 3
      $0.dropOff = ExampleMap.Share(0, "Decisions hold for three years")
    }
  }

  static let silent = ClaimExample(
    Text("Two years at full strength.", nl: "Twee jaar op volle kracht.")
  ) { map in
    map.change("o4") { $0.dropOff = ExampleMap.Share(0, "Decisions hold for two years") }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter { $0.benefitPeriods > 2 && $0.dropOff.share?.value == 0 && !$0.isLoss }.map {
      FoundClaim(
        $0, at: .dropOff,
        Text(
          "“\($0.description)” lasts \($0.benefitPeriods) periods without any drop-off.",
          nl: "‘\($0.description)’ duurt \($0.benefitPeriods) perioden zonder enige afname."))
    }
  }
}
