import ExportKit

/// The discount rate is near that of the country.
enum UnusualRate: ClaimCheck {
  private static let far = 0.015

  static let card = ClaimCard(
    "unusual_rate", Text("Unusual discount rate", nl: "Ongewone discontovoet"),
    looksAt: Text(
      "Discount rates more than 1.5 points from the standard rate of the country.",
      nl: "Discontovoeten meer dan 1,5 punt van de standaard van het land."),
    why: Text(
      "A low rate raises what comes later; over a few years it matters little, so that there is "
        + "little reason to depart.",
      nl: "Een lage voet verhoogt wat later komt; over enkele jaren doet het weinig, dus er is "
        + "weinig reden om af te wijken."),
    source: "HM Treasury, The Green Book; Werkgroep discontovoet 2020",
    remedy: Text(
      "Take the standard rate, or say why not.",
      nl: "Neem de standaardvoet, of zeg waarom niet."))

  static let firing = ClaimExample(
    Text("5 % where 2.25 % is the standard.", nl: "5 % waar 2,25 % de standaard is.")
  ) { map in
    map.discountRate = 0.05
  }

  static let silent = ClaimExample(
    Text("3.5 % is near enough.", nl: "3,5 % ligt dichtbij genoeg.")
  ) { map in
    map.discountRate = 0.035
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let rate = view.report.project.discountRate
    guard let standard = view.standardDiscountRate, abs(rate - standard) > far else { return [] }
    func text(_ rate: Double, _ language: Language) -> String {
      Shown.number(rate * 100, language) + " %"
    }
    return [
      FoundClaim(
        Text(
          "The rate is \(text(rate, .english)), the standard \(text(standard, .english)).",
          nl: "De voet is \(text(rate, .dutch)), de standaard \(text(standard, .dutch))."))
    ]
  }
}
