import ImpactModel

extension JoinedBooks {
  /// The money-flow matrix of the organisations and all that they pay.
  ///
  /// The organisations come first, in their order, each nearby and with the income of its own books
  /// as what it received; then the parties of the register, then the payroll and those without a
  /// name, of whom it is not known where they are.
  ///
  /// - Parameters:
  ///   - register: the parties of the same books.
  ///   - area: the neighbourhood.
  ///   - owners: who owns a party, by its position in the register.
  /// - Throws: `FlowRefusal` where an organisation pays and has no income.
  public func matrix(
    register: PartyRegister, area: PostcodeArea, owners: [Int: String] = [:]
  ) throws(FlowRefusal) -> FlowMatrix {
    let firstParty = organisations.count
    let payroll = firstParty + register.parties.count
    var accounts = organisations.map { FlowAccount($0.name, .organisation, owner: $0.name) }
    for (position, party) in register.parties.enumerated() {
      let kind: FlowAccount.Kind =
        switch party.locality(in: area) {
        case .local: .supplier
        case .elsewhere: party.isAbroad ? .abroad : .elsewhere
        case .unknown: .unknown
        }
      accounts.append(
        FlowAccount(
          party.name, kind, owner: owners[position], place: party.postcode?.description))
    }
    accounts.append(FlowAccount("payroll", .unknown))
    accounts.append(FlowAccount("unnamed", .unknown))
    let flows = payments.map { payment in
      let payee =
        payment.payee
        ?? (payment.side == .payroll
          ? payroll : payment.party.map { firstParty + $0 } ?? payroll + 1)
      return FlowPayment(from: payment.payer, to: payee, Double(payment.amount) / 100)
    }
    let incomes = organisations.enumerated().map {
      ($0.offset, Double($0.element.spending.income) / 100)
    }
    return try FlowMatrix(
      accounts: accounts, payments: FlowPayment.netted(flows),
      receipts: Dictionary(uniqueKeysWithValues: incomes))
  }

  /// What an organisation spends again nearby, as its own books show it.
  ///
  /// What is paid to staff and to parties whose place is not known may be nearby or not; it widens
  /// the range and adds nothing to the share.
  ///
  /// - Returns: `nil` where there is no such organisation or it has no income.
  public func respending(
    of organisation: Int, register: PartyRegister, area: PostcodeArea
  ) -> ReSpending? {
    guard organisations.indices.contains(organisation) else { return nil }
    let income = Double(organisations[organisation].spending.income)
    guard income > 0 else { return nil }
    var sums: [Locality: Double] = [:]
    for payment in payments where payment.payer == organisation {
      let place: Locality
      if payment.payee != nil {
        place = .local
      } else if payment.side == .supplier, let party = payment.party,
        register.parties.indices.contains(party)
      {
        place = register.parties[party].locality(in: area)
      } else {
        place = .unknown
      }
      sums[place, default: 0] += Double(payment.amount)
    }
    let share = min(1, max(0, (sums[.local] ?? 0) / income))
    let high = min(1, max(share, share + (sums[.unknown] ?? 0) / income))
    return ReSpending(share, in: share...high, .observed)
  }
}
