import IndicatorKit

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
  static let fewPeople = Text(
    "pay of fewer than five people could be derived from it",
    nl: "het loon van minder dan vijf mensen zou eruit af te leiden zijn")
  static let nothingLocal = Text(
    "nothing was paid in the neighbourhood", nl: "in de buurt is niets betaald")
}
