import ImpactModel
import LibXML2

/// A balance of a statement.
struct StatementBalance {
  var code = ""
  var amount: Money?
  var isCredit: Bool?
  var date: Day?

  /// The cents, negative for an overdraft.
  var signed: Int64? {
    guard let amount, let isCredit else { return nil }
    return isCredit ? amount.minorUnits : 0 - amount.minorUnits
  }
}

/// A statement of one account, as far as it was read.
struct Statement {
  let position: XMLStreamPosition
  var id = ""
  /// The number of its page, where the bank cut the statement into pages.
  var page: String?
  /// The number that the bank gives to each statement of an account in turn.
  var sequence: String?
  var account: String?
  /// The number under which the account's lines are booked.
  var number: String?
  var holder = ""
  var currency: Currency?
  /// The period that the statement says it covers.
  var first: Day?
  var last: Day?
  /// The days of its balances.
  var dates: [Day] = []
  private var firstBalance: StatementBalance?
  private var lastBalance: StatementBalance?
  /// The balances with which a page begins and ends inside a statement.
  private var interim: [StatementBalance] = []
  private(set) var entries = 0
  private(set) var sum = CheckedSum()
  /// What the statement says of its entries, and what was read of them.
  var summary = StatementSummary()

  init(position: XMLStreamPosition) { self.position = position }

  /// Takes a balance: the opening one, or the closing one of the day before, and the closing one.
  mutating func add(_ balance: StatementBalance) {
    switch balance.code {
    case "OPBD": firstBalance = balance
    case "PRCD": if firstBalance == nil { firstBalance = balance }
    case "CLBD": lastBalance = balance
    case "ITBD": if page != nil, interim.count < 2 { interim.append(balance) }
    default: break
    }
  }

  /// The balance before its entries; a later page begins with the one at which the page before it
  /// stopped.
  var opening: StatementBalance? {
    firstBalance ?? (interim.count == (lastBalance == nil ? 2 : 1) ? interim.first : nil)
  }

  /// The balance after its entries; of a page that is not the last the one at which it stops.
  var closing: StatementBalance? {
    lastBalance ?? (interim.count == (firstBalance == nil ? 2 : 1) ? interim.last : nil)
  }

  /// Adds a booked entry.
  mutating func add(_ amount: Int64) {
    entries += 1
    sum.add(amount)
  }
}

/// An entry of a statement: what the bank booked as one amount.
struct StatementEntry {
  let position: XMLStreamPosition
  var reference: String?
  var bankReference: String?
  var amount: Money?
  var isCredit: Bool?
  var isReversal = false
  var isSalary = false
  var status: String?
  var booked: Day?
  var valued: Day?
  var text: String?
  /// How many transactions the bank says there are in it.
  var transactions = 0

  init(position: XMLStreamPosition) { self.position = position }

  /// One part of an entry, with its transaction.
  struct Part {
    let amount: Int64
    /// The place of its transaction among the details.
    let detail: Int
  }

  /// The entry as its transactions, only where these add up to it; else as one amount.
  ///
  /// - Parameter details: its transactions, more than one.
  /// - Returns: the parts, or nothing where the transactions do not come to the entry.
  static func split(
    _ details: [StatementDetail], amount: Money, isCredit: Bool
  ) -> [Part]? {
    let whole = isCredit ? amount.minorUnits : 0 - amount.minorUnits
    var sum = CheckedSum()
    var parts: [Part] = []
    for (place, detail) in details.enumerated() {
      guard let own = detail.amount(in: amount.currency) else { return nil }
      let signed = detail.isCredit ?? isCredit ? own : 0 - own
      sum.add(signed)
      parts.append(Part(amount: signed, detail: place))
    }
    return sum.value == whole ? parts : nil
  }
}

/// A transaction inside an entry.
struct StatementDetail {
  let position: XMLStreamPosition
  var amount: Money?
  var transactionAmount: Money?
  var ordered: Money?
  var isCredit: Bool?
  var isSalary = false
  /// The places of its sides among those of the file.
  var debtor: Int?
  var creditor: Int?
  private(set) var text: String?

  init(position: XMLStreamPosition) { self.position = position }

  /// The cents in the currency of the entry; of several transactions they count only where they
  /// come to the entry, so that what was ordered may stand in for what was booked.
  func amount(in currency: Currency) -> Int64? {
    [amount, transactionAmount, ordered].compactMap(\.self).first { $0.currency == currency }?
      .minorUnits
  }

  /// The amount that was ordered, where that is in another currency.
  func ordered(besides currency: Currency) -> Money? {
    if let ordered, ordered.currency != currency { return ordered }
    if let transactionAmount, transactionAmount.currency != currency { return transactionAmount }
    return nil
  }

  /// Adds to the description.
  mutating func describe(_ part: String, longest: Int) {
    text = (text.map { $0 + " " + part } ?? part).cut(to: longest)
  }
}

/// One side of a transaction with the free text of its address.
struct StatementSide {
  var party = BankParty()
  private var address: [String] = []

  /// Adds a line of the address.
  private mutating func add(address line: String) {
    if address.count < 10 { address.append(line) }
  }

  /// Takes what the file says of the party.
  mutating func take(_ part: StatementSideRecord.Part, _ text: String) {
    switch part {
    case .name: party.name = text
    case .account:
      let iban = BankParty.iban(text)
      party.iban = iban ?? text
      party.hasBrokenAccount = iban == nil
    case .otherAccount: if let iban = BankParty.iban(text) { party.iban = iban }
    case .postcode: party.postcode = text
    case .country: party.country = text
    case .address: add(address: text)
    case .belgianNumber: register(text, code: "0208")
    case .dutchNumber: register(text, code: "0106")
    }
  }

  /// Takes its number in a register of companies.
  private mutating func register(_ number: String, code: String) {
    party.commerceNumber = number
    party.registerCode = code
  }

  /// The party, with the postcode that its address holds where no field has one.
  var known: BankParty {
    guard party.postcode == nil, !address.isEmpty else { return party }
    var known = party
    known.postcode = AddressText.postcode(in: address, country: party.country)
    return known
  }
}

extension BankAccountBook.Line {
  /// Takes what the transaction says of it.
  mutating func take(_ detail: StatementDetail, currency: Currency) {
    if detail.isSalary { isSalary = true }
    if let own = detail.text { text = own }
    ordered = detail.ordered(besides: currency)
    place.byte = detail.position.byte
  }
}
