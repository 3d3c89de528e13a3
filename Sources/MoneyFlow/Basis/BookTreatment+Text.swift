import ImpactModel

extension BookTreatment {
  /// The basis in one sentence: the kind of source, when a purchase counts, VAT, and the scope.
  public var text: Text {
    let parts = [timingText, taxText, scopeText]
    let english = parts.map(\.english).joined(separator: "; ")
    let dutch = parts.map(\.dutch).joined(separator: "; ")
    return Text(
      "Spending is taken from \(basis.label.english): \(english).\(incomeText.english)",
      nl: "De uitgaven komen uit \(basis.label.dutch): \(dutch).\(incomeText.dutch)")
  }

  private var timingText: Text {
    switch timing {
    case .cash: Text("on a cash basis (when paid)", nl: "op kasbasis (bij betaling)")
    case .accrual: Text("on an accrual basis (when bought)", nl: "op factuurbasis (bij aankoop)")
    case nil:
      Text("cash or accrual basis not stated", nl: "niet opgegeven of het kas- of factuurbasis is")
    }
  }

  private var taxText: Text {
    switch (basis, tax) {
    case (.bank, _):
      Text("bank, including VAT and investments", nl: "bank, met btw en investeringen")
    case (.books, .including):
      Text(
        "books including VAT; investments are not among them",
        nl: "boekhouding met btw; investeringen zitten er niet bij")
    case (.books, .excluding):
      Text(
        "books excluding VAT; investments are not among them",
        nl: "boekhouding zonder btw; investeringen zitten er niet bij")
    case (.books, nil):
      Text(
        "amounts are those of profit-and-loss accounts: without VAT that is booked on a balance "
          + "account; investments are not among them",
        nl: "bedragen zijn die van resultaatrekeningen: zonder btw die op een balansrekening is "
          + "geboekt; investeringen zitten er niet bij")
    case (_, .including): Text("including VAT", nl: "met btw")
    case (_, .excluding): Text("excluding VAT", nl: "zonder btw")
    case (_, nil): Text("VAT not stated", nl: "btw niet opgegeven")
    }
  }

  private var scopeText: Text {
    guard !scope.isWhole else {
      return Text("the whole organisation", nl: "de hele organisatie")
    }
    let parts = [
      (scope.projects, Text("project codes", nl: "projectcodes")),
      (scope.costCentres, Text("cost centres", nl: "kostenplaatsen")),
    ].filter { !$0.0.isEmpty }.map { codes, name in
      let list = codes.joined(separator: ", ")
      return Text("\(name.english) \(list)", nl: "\(name.dutch) \(list)")
    }
    // A bank account's number never leaves in an export.
    let accounts =
      basis == .bank
      ? Text(
        "bank accounts: \(scope.accounts.count)", nl: "bankrekeningen: \(scope.accounts.count)")
      : Text(
        "accounts " + scope.accounts.joined(separator: ", "),
        nl: "rekeningen " + scope.accounts.joined(separator: ", "))
    let all = parts + (scope.accounts.isEmpty ? [] : [accounts])
    return Text(
      "only " + all.map(\.english).joined(separator: ", "),
      nl: "alleen " + all.map(\.dutch).joined(separator: ", "))
  }

  private var incomeText: Text {
    income == basis
      ? Text("", nl: "")
      : Text(
        " Income is taken from \(income.label.english).",
        nl: " De inkomsten komen uit \(income.label.dutch).")
  }
}
