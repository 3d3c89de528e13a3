import IndicatorKit
import MoneyFlow

/// The names of where money goes.
enum Labels {
  static let localStaff = Text("Staff nearby (net pay)", nl: "Medewerkers nabij (nettoloon)")
  static let localSuppliers = Text("Suppliers nearby", nl: "Leveranciers nabij")
  static let local = Text("Staff and suppliers nearby", nl: "Medewerkers en leveranciers nabij")
  static let suppliersElsewhere = Text("Suppliers elsewhere", nl: "Leveranciers elders")
  static let staffElsewhere = Text(
    "Staff elsewhere (net pay)", nl: "Medewerkers elders (nettoloon)")
  static let elsewhere = Text(
    "Suppliers and staff elsewhere, state and pension",
    nl: "Leveranciers en medewerkers elders, staat en pensioen")
  static let state = Text("State and pension", nl: "Staat en pensioen")
  static let stateAndStaffElsewhere = Text(
    "State, pension and staff elsewhere", nl: "Staat, pensioen en medewerkers elders")
  static let wageState = Text(
    "Taxes, premiums and pension on wages", nl: "Belasting, premies en pensioen over lonen")

  /// What those are called to whom money leaks.
  static func destination(_ kind: FlowAccount.Kind) -> Text {
    switch kind {
    case .state: Text("State", nl: "Overheid")
    case .chain: Text("Chains", nl: "Ketens")
    case .energy: Text("Energy and water", nl: "Energie en water")
    case .landlord: Text("Landlords", nl: "Verhuurders")
    case .bank: Text("Banks", nl: "Banken")
    case .abroad: Text("Abroad", nl: "Buitenland")
    case .household, .organisation, .supplier, .owner, .neighbourhood, .elsewhere, .unknown,
      .reserves:
      Text("Other suppliers elsewhere", nl: "Andere leveranciers elders")
    }
  }

  static let unknown = Text("Place unknown", nl: "Plaats onbekend")
}

/// Why a measure has no value.
enum Refusals {
  static let income = Text(
    "the books show no income in this period, and the multiplier divides by it",
    nl: "de boekhouding toont geen inkomsten in deze periode, en daardoor wordt gedeeld")
  static let spending = Text(
    "the books show no spending in this period in purchase, payroll, bank or cash journals",
    nl: "de boekhouding toont in deze periode geen uitgaven in inkoop-, loon-, bank- of kasboeken")
  static let places = Text(
    "of less than half of the spending the place is known; add postcodes to the tables “parties” "
      + "and “staff”, and net pay to “staff”",
    nl: "van minder dan de helft van de uitgaven is de plaats bekend; vul postcodes aan in de "
      + "tabellen ‘parties’ en ‘staff’, en nettoloon in ‘staff’")
  static let wages = Text(
    "the books and the table “staff” show no wages in this period",
    nl: "de boekhouding en de tabel ‘staff’ tonen in deze periode geen lonen")
  static let netPay = Text(
    "the table “staff” has no net pay with a home postcode, so wage costs cannot be divided",
    nl: "de tabel ‘staff’ heeft geen nettoloon met postcode, dus loonkosten zijn niet te verdelen")
  /// Says what can be done about it as well: without net pay nobody's pay is told.
  static let fewPeople = Text(
    "pay of fewer than five people could be derived from it. Fill in missing home postcodes in the "
      + "table “staff”; where that is not enough, leave its column “net pay” empty for everybody: "
      + "wages then count as place unknown, what suppliers are paid can be shown, and LM3 where wages "
      + "are less than half of the spending",
    nl:
      "het loon van minder dan vijf mensen zou eruit af te leiden zijn. Vul ontbrekende postcodes "
      + "in de tabel ‘staff’ aan; is dat niet genoeg, laat dan de kolom ‘nettoloon’ bij iedereen "
      + "leeg: lonen tellen dan als plaats onbekend, wat leveranciers krijgen is te tonen, en LM3 als "
      + "lonen minder dan de helft van de uitgaven zijn")
  static let nothingLocal = Text(
    "nothing was paid in the neighbourhood", nl: "in de buurt is niets betaald")
  static let answers = Text(
    "of less than half of what is paid nearby the re-spending was asked; ask the largest suppliers and "
      + "staff, and fill in the table “respending”",
    nl:
      "van minder dan de helft van wat nabij is betaald is de herbesteding gevraagd; vraag het de "
      + "grootste leveranciers en medewerkers, en vul de tabel ‘respending’ in")
  static let endless = Text(
    "those nearby spend all that they receive there again, so that the rounds never end",
    nl: "wie nabij betaald wordt besteedt alles daar weer, zodat er geen eind aan de ronden komt")
  static let oneOrganisation = Text(
    "loops show only where the books of two or more organisations are in the folder “books”",
    nl:
      "kringen zijn pas te zien met de boekhouding van twee of meer organisaties in de map ‘books’")
  static let noScenarios = Text(
    "the table “what_if” has no scenarios", nl: "de tabel ‘what_if’ heeft geen scenario’s")
  static let noSellers = Text(
    "no party nearby in the table “parties” has the column “sells” filled in",
    nl: "geen partij nabij in de tabel ‘parties’ heeft de kolom ‘sells’ ingevuld")
  static let purchases = Text(
    "no supplier with a name and a place was paid",
    nl: "er is geen leverancier met naam en plaats betaald")
  static let noPlan = Text(
    "the table “payments” has no planned amounts above 0 of which the share nearby is known",
    nl: "de tabel ‘payments’ heeft geen geplande bedragen boven 0 met een bekend aandeel nabij")
  static let noArea = Text(
    "the settings name no postcodes of the neighbourhood, and no codes that a table in the folder "
      + "“places” has, so nothing can be called local",
    nl: "de instellingen noemen geen postcodes van de buurt, en geen codes die een tabel in de map "
      + "‘places’ heeft, dus niets kan lokaal heten")
}
