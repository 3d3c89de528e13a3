import IndicatorKit
import ProjectReaders

extension ProxyParameter {
  /// Why a parameter gives a proxy no value.
  enum Unusable: Error, Sendable, Hashable {
    case missing(String, on: Day, near: String?)
    case tariff(String)
    case notPrintable(String)
    case tooLarge(String)
    case notMoney(String, unit: String)
    case currency(String, theirs: Currency, ours: Currency)
    case year(String, Int)
    case range(String)
  }

  /// The identifier with a value that was probably meant.
  static func near(_ id: String, in parameters: ParameterTable) -> String? {
    Nearest.match(id, in: Set(parameters.all.map(\.id)).sorted())
  }
}

extension ProxyParameter.Unusable {
  /// What to say of an outcome that has this proxy.
  var absence: Text {
    Text(
      "its financial proxy takes its value from a parameter that cannot be used",
      nl: "de financiële proxy neemt zijn waarde uit een parameter die niet te gebruiken is")
  }

  /// The finding at the cell that names the parameter.
  func finding(at address: Address?) -> Finding {
    Finding("value_map.\(code)", .error, message, help: help, at: address)
  }

  private var code: String {
    switch self {
    case .missing: "proxy_parameter_missing"
    case .tariff: "proxy_parameter_tariff"
    case .notPrintable: "proxy_parameter_unprintable"
    case .tooLarge, .notMoney: "proxy_parameter_unit"
    case .currency: "proxy_parameter_currency"
    case .year: "proxy_parameter_year"
    case .range: "proxy_parameter_range"
    }
  }

  private var message: Text {
    switch self {
    case .missing(let id, let day, _):
      Text(
        "The parameter “\(id)” has no value on \(day).",
        nl: "De parameter ‘\(id)’ heeft geen waarde op \(day).")
    case .tariff(let id):
      Text(
        "“\(id)” is a tariff of the social-return clause, and no price of a change.",
        nl: "‘\(id)’ is een tarief van de social-returnclausule, en geen prijs van een verandering."
      )
    case .notPrintable(let id):
      Text(
        "The licence of “\(id)” forbids printing it, and a value map shows its prices.",
        nl: "De licentie van ‘\(id)’ verbiedt afdrukken, en een waardenkaart toont haar prijzen.")
    case .tooLarge(let id):
      Text("“\(id)” is too large for a price.", nl: "‘\(id)’ is te groot voor een prijs.")
    case .notMoney(let id, let unit):
      Text(
        "“\(id)” is no amount of money: its unit is “\(unit)”.",
        nl: "‘\(id)’ is geen geldbedrag: de eenheid is ‘\(unit)’.")
    case .currency(let id, let theirs, let ours):
      Text(
        "“\(id)” is in \(theirs), and this proxy in \(ours).",
        nl: "‘\(id)’ is in \(theirs), en deze proxy in \(ours).")
    case .year(let id, let year):
      Text(
        "“\(id)” is a price of \(year), and this proxy says another year.",
        nl: "‘\(id)’ is een prijs van \(year), en deze proxy noemt een ander jaar.")
    case .range(let id):
      Text(
        "The lowest and the highest value beside “\(id)” do not make a range with it.",
        nl: "De laagste en de hoogste waarde bij ‘\(id)’ vormen er geen marge mee.")
    }
  }

  private var help: Text {
    switch self {
    case .missing(_, _, let near?):
      Text("Did you mean “\(near)”?", nl: "Bedoelt u ‘\(near)’?")
    case .missing:
      Text(
        "Add it to the table “parameters” or to a pack of your own, with its dates.",
        nl: "Zet hem in de tabel ‘parameters’ of in een eigen pakket, met zijn looptijd.")
    case .tariff:
      Text(
        "Report the obligation by itself, and value what changed for the people who got work.",
        nl: "Meld de verplichting apart, en waardeer wat er veranderde voor wie werk kreeg.")
    case .notPrintable:
      Text(
        "Take a price that may be shown, or fill in a value of your own with its source.",
        nl: "Neem een prijs die getoond mag worden, of vul zelf een waarde in met de bron.")
    case .tooLarge, .notMoney:
      Text("Name a price, as in EUR(2021)/kg.", nl: "Noem een prijs, zoals in EUR(2021)/kg.")
    case .currency(_, let theirs, _):
      Text(
        "Write \(theirs) in the column “Currency”.", nl: "Schrijf \(theirs) in de kolom ‘Munt’.")
    case .year(_, let year):
      Text(
        "Write \(year) in the column “Price year”; the index does the rest.",
        nl: "Schrijf \(year) in de kolom ‘Prijspeil’; de index doet de rest.")
    case .range:
      Text(
        "Give “low” and “high” both, in the same unit, on either side of “central”; or neither.",
        nl:
          "Geef ‘low’ en ‘high’ allebei, in dezelfde eenheid, aan weerszijden van ‘central’; of geen van beide."
      )
    }
  }
}
