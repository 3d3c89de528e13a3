import ExportKit

/// What went wrong, or came unasked, was looked for.
enum NoNegative: ClaimCheck {
  static let card = ClaimCard(
    "no_negative",
    Text("Nothing negative or unintended", nl: "Niets negatiefs of onbedoelds"),
    looksAt: Text(
      "Maps on which no outcome, priced or not, is a loss or unintended.",
      nl: "Kaarten waarop geen enkel effect, geprijsd of niet, een verlies of onbedoeld is."),
    why: Text(
      "Every project also costs somebody something; not looking for it leaves only gains.",
      nl: "Elk project kost ook iemand iets; wie daar niet naar zoekt, houdt alleen baten over."),
    source: "\(ClaimSource.principles), principle 2",
    remedy: Text(
      "Ask what got worse and for whom; if there was nothing, answer with how you asked.",
      nl: "Vraag wat er slechter werd en voor wie; was er niets, antwoord dan hoe u het vroeg."))

  static let firing = ClaimExample(
    Text(
      "The noise is a livelier street now, and meant to be.",
      nl: "Het lawaai is nu een levendiger straat, en zo bedoeld.")
  ) { map in
    enliven(&map, isIntended: true)
  }

  static let silent = ClaimExample(
    Text("The livelier street was not intended.", nl: "De levendiger straat was niet bedoeld.")
  ) { map in
    enliven(&map, isIntended: false)
  }

  private static func enliven(_ map: inout ExampleMap, isIntended: Bool) {
    map.change("o5") {
      $0.description = "A livelier street"
      $0.proxy = Estimate(120)
      $0.isIntended = isIntended
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard view.rows.allSatisfy({ $0.isIntended && !$0.isLoss }),
      view.unpriced.allSatisfy(\.isIntended)
    else { return [] }
    return [
      FoundClaim(
        Text(
          "No outcome is a loss, and none was unintended.",
          nl: "Geen effect is een verlies, en geen was onbedoeld."))
    ]
  }
}
