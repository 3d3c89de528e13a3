import IndicatorKit
import MoneyFlow

/// What a reader must know beside the multiplier.
struct MultiplierNotes {
  let money: LocalMoney

  init(_ money: LocalMoney) { self.money = money }

  /// All notes, the method first, then what is left out, then what may be wrong in the data.
  var all: [Text] {
    [boundary, variant, range] + basis + standIns + leftOut + respending + staff + books
      + unusedRows
  }

  static let joined = Text(
    "Wages are shown together with other amounts, because the pay of fewer than five people could "
      + "otherwise be derived.",
    nl:
      "Lonen staan samen met andere bedragen, omdat anders het loon van minder dan vijf mensen af "
      + "te leiden zou zijn.")

  /// What counts as nearby, and by which place of who is paid.
  var boundary: Text { Boundary(money.project.neighbourhood).text }

  private var variant: Text {
    Text(
      "Classic variant of three rounds over \(money.project.period); only figures with the same "
        + "boundary, period and variant can be compared.",
      nl: "Klassieke variant met drie ronden over \(money.project.period); alleen cijfers met "
        + "dezelfde grens, periode en variant zijn vergelijkbaar.")
  }

  private var range: Text {
    if money.wages.showsLocal {
      Text(
        "The range sets assumed and missing shares of re-spending free between 0 and 100 %.",
        nl: "De marge laat aangenomen en ontbrekende aandelen vrij tussen 0 en 100 %.")
    } else {
      Text(
        "The range sets all shares of re-spending free between 0 and 100 %.",
        nl: "De marge laat alle aandelen vrij tussen 0 en 100 %.")
    }
  }

  /// From what source the spending of each organisation was taken, and how.
  var basis: [Text] {
    let treatments = money.treatments
    guard !treatments.isEmpty else { return [Self.booksAsTheyCame] }
    return treatments.map { treatment in
      let text = treatment.text
      guard treatments.count > 1 else { return text }
      return Text(
        treatment.company + ": " + text.english, nl: treatment.company + ": " + text.dutch)
    } + treatments.flatMap(leftOut)
  }

  /// What was left out before anything was counted.
  private func leftOut(_ treatment: BookTreatment) -> [Text] {
    var notes: [Text] = []
    if treatment.outsideScope.lines > 0 {
      notes.append(
        Text(
          "\(treatment.outsideScope.lines) lines outside the scope of the books are left out.",
          nl:
            "\(treatment.outsideScope.lines) regels buiten de afbakening van de boeken tellen niet "
            + "mee."))
    }
    if treatment.transfers.lines > 0 {
      notes.append(
        Text(
          "\(treatment.transfers.lines) payments between own accounts are left out.",
          nl: "\(treatment.transfers.lines) overboekingen tussen eigen rekeningen tellen niet mee.")
      )
    }
    if treatment.basis == .bank, !treatment.hasWholeWages {
      notes.append(
        Text(
          "Of wages the bank shows what was paid as salary; tax and pension on them are among the "
            + "suppliers, and so are salaries that are not marked as such.",
          nl: "Van lonen toont de bank wat als salaris is betaald; belasting en pensioen daarover "
            + "staan bij de leveranciers, net als salarissen die niet als zodanig zijn gemerkt."))
    }
    return notes
  }

  /// Of a ledger that nobody chose from.
  private static var booksAsTheyCame: Text {
    Text(
      "Amounts are those of profit-and-loss accounts: without VAT that is booked on a balance "
        + "account; investments are not among them.",
      nl: "Bedragen zijn die van resultaatrekeningen: zonder btw die op een balansrekening is "
        + "geboekt; investeringen zitten er niet bij.")
  }

  /// How much rests on an address of the books that stands in for the place that delivers.
  private var standIns: [Text] {
    guard money.project.neighbourhood.basis == .delivery, money.showsSuppliers else { return [] }
    let paid = money.suppliers.paid.filter { position, _ in
      let place = money.register.parties[position].place(by: .delivery)
      return place.isStandIn && (place.postcode != nil || place.isAbroad)
    }
    let sum = paid.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    guard sum > 0 else { return [] }
    let amount = amount(sum)
    return [
      Text(
        "Of suppliers who were paid \(amount.english) in all, the address in the books stands in for "
          + "the place that delivers; the table “parties” can name that place.",
        nl:
          "Van leveranciers die samen \(amount.dutch) kregen, geldt het adres in de boekhouding als "
          + "plaats van levering; de tabel ‘parties’ kan die plaats noemen.")
    ]
  }

  private var leftOut: [Text] {
    money.spending.leftOut.map { part in
      let (english, dutch) = Self.name(part.journal)
      let amount = amount(Double(part.amount) / 100)
      return Text(
        "Left out: \(amount.english) of costs in \(english), which holds no payments; move wages or "
          + "invoices that are booked there to a payroll or purchase journal.",
        nl:
          "Niet meegeteld: \(amount.dutch) aan kosten in \(dutch), want dat zijn geen betalingen; "
          + "boek lonen of facturen die daar staan in een loon- of inkoopboek.")
    }
  }

  private var respending: [Text] {
    var notes: [Text] = []
    let unknown = money.multiplier?.paid(.absent) ?? 0
    if unknown != 0 {
      let amount = amount(unknown)
      let what =
        money.wages.showsLocal
        ? amount : Text("a part", nl: "een deel")
      notes.append(
        Text(
          "Of \(what.english) of what was paid nearby it is not known what is spent again; it adds "
            + "nothing to round three.",
          nl:
            "Van \(what.dutch) van wat nabij is betaald is niet bekend wat weer wordt besteed; het "
            + "telt niet mee in ronde drie."))
    }
    if money.respending.hasTooFewStaffAnswers {
      notes.append(
        Text(
          "Fewer than five members of staff answered, which is too few to stand for the others.",
          nl: "Minder dan vijf medewerkers antwoordden; dat is te weinig om voor de anderen te "
            + "gelden."))
    }
    if money.local + money.leaving + money.unknown > money.income {
      notes.append(
        Text(
          "More was spent than received; the difference came out of reserves.",
          nl: "Er is meer besteed dan ontvangen; het verschil kwam uit de reserves."))
    }
    return notes
  }

  private var staff: [Text] {
    let wages = money.wages
    var notes: [Text] = []
    if !wages.showsLocal || !wages.showsLeaving { notes.append(Self.joined) }
    if wages.undivided > 0 {
      notes.append(
        Text(
          "The net pay of some or all contracts is missing in the table “staff”; the rest of the "
            + "wage costs counts as place unknown.",
          nl: "Van sommige of alle contracten ontbreekt het nettoloon in de tabel ‘staff’; de rest "
            + "van de loonkosten telt als plaats onbekend."))
    }
    if wages.beyondBooks > 0 {
      notes.append(
        Text(
          "The net pay in the table “staff” is more than the wage costs in the payroll journals of "
            + "the books; one of the two is wrong or incomplete.",
          nl: "Het nettoloon in de tabel ‘staff’ is meer dan de loonkosten in de loonjournalen van "
            + "de boekhouding; een van beide is onjuist of onvolledig."))
    }
    return notes
  }

  private var books: [Text] {
    var notes: [Text] = []
    let coverage = money.coverage
    if coverage.monthsMissing > 0 {
      notes.append(
        Text(
          "The books miss \(coverage.monthsMissing) of \(money.project.period.months) months.",
          nl: "In de boekhouding ontbreken \(coverage.monthsMissing) van "
            + "\(money.project.period.months) maanden."))
    }
    for files in coverage.overlappingFiles {
      let names = files.joined(separator: " + ")
      notes.append(
        Text(
          "Two files of one organisation cover the same days and may count twice: \(names).",
          nl: "Twee bestanden van één organisatie gaan over dezelfde dagen en tellen misschien "
            + "dubbel: \(names)."))
    }
    if coverage.companies.count > 1 {
      let inside = amount(money.paidInside)
      notes.append(
        Text(
          "The books are of \(coverage.companies.count) organisations, taken together; the "
            + "\(inside.english) that they paid one another is neither income nor spending here.",
          nl: "De boekhouding is van \(coverage.companies.count) organisaties samen; de "
            + "\(inside.dutch) die zij elkaar betaalden is hier geen inkomen en geen uitgave."))
      notes += differences
    }
    if money.spending.linesOnOtherAccounts > 0 {
      let lines = money.spending.linesOnOtherAccounts
      notes.append(
        Text(
          "\(lines) lines stand on accounts that are not clearly profit and loss; they are left out.",
          nl: "\(lines) regels staan op rekeningen die niet duidelijk resultaatrekening zijn; ze "
            + "tellen niet mee."))
    }
    return notes
  }

  /// Where the books of two organisations say different things of the same payments.
  private var differences: [Text] {
    guard let joined = money.joined else { return [] }
    return joined.differences.map { difference in
      let payer = joined.organisations[difference.payer].name
      let payee = joined.organisations[difference.payee].name
      let (paid, received) = (said(difference.payerSays), said(difference.payeeSays))
      return Text(
        "The books of \(payer) say \(paid.english) was paid to \(payee); the books of \(payee) "
          + "say \(received.english).",
        nl: "De boekhouding van \(payer) zegt dat \(paid.dutch) is betaald aan \(payee); die van "
          + "\(payee) zegt \(received.dutch).")
    }
  }

  private func said(_ cents: Int64?) -> Text {
    cents.map { amount(Double($0) / 100) } ?? Text("nothing", nl: "niets")
  }

  private var unusedRows: [Text] {
    [("parties", money.unusedParties), ("respending", money.respending.unusedRows)]
      .filter { !$0.1.isEmpty }
      .map { table, rows in
        let names = rows.joined(separator: ", ")
        return Text(
          "Rows of the table “\(table)” that nobody paid nearby or in the books answers to: \(names).",
          nl: "Rijen van de tabel ‘\(table)’ waar niemand die betaald is bij hoort: \(names).")
      }
  }

  private func amount(_ value: Double) -> Text {
    let sign = money.project.currency.symbol
    return Text(
      sign + DecimalText.rounded(value, decimals: 0, in: .english),
      nl: sign + " " + DecimalText.rounded(value, decimals: 0, in: .dutch))
  }

  private static func name(_ journal: JournalKind) -> (english: String, dutch: String) {
    switch journal {
    case .memorandum: ("memorandum journals", "het memoriaal")
    case .sales: ("sales journals", "het verkoopboek")
    case .goods: ("goods journals", "het goederenboek")
    case .production: ("production journals", "het productieboek")
    case .opening: ("opening journals", "het openingsboek")
    case .bank: ("bank journals", "het bankboek")
    case .cash: ("cash journals", "het kasboek")
    case .purchase: ("purchase journals", "het inkoopboek")
    case .payroll: ("payroll journals", "het loonjournaal")
    case .other: ("other journals", "overige dagboeken")
    }
  }
}

extension Measure {
  /// The same measure with more notes.
  func noting(_ notes: [Text]) -> Measure { notes.reduce(self) { $0.noting($1) } }
}
