import ImpactModel

extension MapCheck {
  /// Holds the results of the map against each other, and the lines per period against the rows.
  func checkLines(_ score: inout MapScore) {
    for line in map.lines {
      switch line.label {
      case .total: checkTotalLine(line, &score)
      case .discountFactor: checkFactors(line, &score)
      case .presentValue: checkPresentValue(line, &score)
      case .inputs: checkInputs(line, &score)
      case .netPresentValue: checkNetPresentValue(line, &score)
      case .ratio, .headline: checkRatio(line, isNet: false, &score)
      case .netRatio: checkRatio(line, isNet: true, &score)
      case .discountRate, .timing: break
      }
    }
  }

  // MARK: Present value

  private func checkFactors(_ line: MapLayout.Line, _ score: inout MapScore) {
    guard let timing, rate != nil else { return }
    for (column, place) in inOrder(line.cells) {
      guard case .period(let number) = column,
        let way = factor(periods.period(number), timing)
      else { continue }
      score.judge(
        place,
        Text(
          "discount factor of period \(number)", nl: "disconteringsfactor van periode \(number)"),
        ways: [way], diagnose: otherTiming { factor(periods.period(number), $0).map { [$0] } ?? [] }
      )
    }
  }

  private func checkPresentValue(_ line: MapLayout.Line, _ score: inout MapScore) {
    let timing = timing ?? (hasFactors ? .start : nil)
    for (column, place) in inOrder(line.cells) {
      guard let timing, case .period(let number) = column,
        let way = presentValue(ofPeriod: column, timing)
      else { continue }
      score.judge(
        place,
        Text("present value of period \(number)", nl: "contante waarde van periode \(number)"),
        ways: [way],
        diagnose: otherTiming { presentValue(ofPeriod: column, $0).map { [$0] } ?? [] })
    }
    guard let place = line.scalar else { return }
    let faults = TotalFaults(members: rowPresentValues(timing), foreign: [])
    let totals = otherTiming { totalPresentValues($0) }
    score.judge(
      place, Text("total present value", nl: "totale contante waarde"),
      ways: totalPresentValues(timing)
    ) { stated in
      let timed = totals(stated)
      return timed.isEmpty && !faults.members.isEmpty ? faults.diagnosis(of: stated) : timed
    }
  }

  private func rowPresentValues(_ timing: MapTiming?) -> [TotalFaults.Member] {
    outcomeRows.compactMap { row in
      let stated = row.cells[.presentValue].flatMap { Interval(rounded: $0.cell) }
      let value = stated ?? timing.flatMap { presentValues(of: row, $0, isLoose: false).first }
      return value.map { TotalFaults.Member(row: row.number, value: $0) }
    }
  }

  private var hasFactors: Bool {
    map.lines.contains { $0.label == .discountFactor && !$0.cells.isEmpty }
  }

  /// Names the timing, other than the map's own, under which a stated value follows.
  private func otherTiming(
    _ ways: @escaping (MapTiming) -> [Interval]
  ) -> (Interval) -> [Diagnosis] {
    let own = timing
    let isPossible = rate != nil
    return { stated in
      guard isPossible else { return [] }
      let other = MapTiming.allCases.first { timing in
        timing != own && ways(timing).contains { stated.meets($0) }
      }
      return other.map { [.otherTiming($0)] } ?? []
    }
  }

  private func inOrder(
    _ cells: [MapColumn: MapLayout.Place]
  ) -> [(MapColumn, MapLayout.Place)] {
    cells.sorted { $0.value.column < $1.value.column }.map { ($0.key, $0.value) }
  }

  // MARK: Results

  private func checkInputs(_ line: MapLayout.Line, _ score: inout MapScore) {
    guard let place = line.scalar, !line.isDiscounted else { return }
    if !line.cells.isEmpty {
      let sum = line.cells.values.compactMap { Interval(rounded: $0.cell) }.sum()
      return score.judge(
        place, Text("total of the inputs", nl: "totaal van de inbreng"), ways: [sum])
    }
    let members = map.rows.compactMap { row in
      row.cells[.inputValue].flatMap { Interval(rounded: $0.cell) }.map {
        TotalFaults.Member(row: row.number, value: $0)
      }
    }
    guard !members.isEmpty else { return }
    let faults = TotalFaults(members: members, foreign: [])
    score.judge(
      place, Text("total of the inputs", nl: "totaal van de inbreng"), ways: [faults.sum],
      diagnose: faults.diagnosis)
  }

  /// The inputs, in the ways in which the map states them; discounted ones first.
  private var inputs: [Interval] {
    let lines = map.lines.filter { $0.label == .inputs }
    let sorted = lines.filter(\.isDiscounted) + lines.filter { !$0.isDiscounted }
    var ways = sorted.compactMap { line -> Interval? in
      if let scalar = line.scalar { return Interval(rounded: scalar.cell) }
      guard !line.cells.isEmpty else { return nil }
      return line.cells.values.compactMap { Interval(rounded: $0.cell) }.sum()
    }
    if let total = columnTotal(.inputValue) { ways.append(total) }
    return ways
  }

  /// The value that the inputs are compared with, in the ways in which the map has it.
  private var benefits: [Interval] {
    let stated = map.lines.filter { $0.label == .presentValue }.compactMap(\.scalar)
      .compactMap { Interval(rounded: $0.cell) }
    if !stated.isEmpty { return stated }
    let values = totalPresentValues(timing)
    if !values.isEmpty { return values }
    let grand = map.lines.filter { $0.label == .total && $0.words.count <= 3 }
      .compactMap(\.scalar).last.flatMap { Interval(rounded: $0.cell) }
    let plain = [.rowTotal, .impact].compactMap { columnTotal($0) }
    let periods = periods.columns.compactMap { columnTotal(.period($0)) }
    return [grand].compactMap(\.self) + plain + (periods.isEmpty ? [] : [periods.sum()])
  }

  private func checkNetPresentValue(_ line: MapLayout.Line, _ score: inout MapScore) {
    guard let place = line.scalar else { return }
    score.judge(
      place, Text("net present value", nl: "netto contante waarde"),
      ways: benefits.flatMap { value in inputs.map { value - $0 } })
  }

  private func checkRatio(_ line: MapLayout.Line, isNet: Bool, _ score: inout MapScore) {
    checkRatioPerPeriod(line, &score)
    guard let place = line.scalar else { return }
    let gross = benefits.flatMap { value in inputs.compactMap { value.divided(by: $0) } }
    let net = gross.map { $0 - Interval(1) }
    let ways = isNet ? net : gross
    let figure = isNet ? Text("net ratio", nl: "nettoratio") : Text("ratio", nl: "ratio")
    // A headline of few digits may round, but not up by more than 1 % (5.62 told as 6).
    if let usual = ways.first, let stated = place.cell.number, place.cell.halfUnit > 0.005,
      stated > usual.high * 1.01, stated > 0, ways.allSatisfy({ stated > $0.high }),
      stated - usual.middle < 2 * place.cell.halfUnit
    {
      return score.judge(place, figure, stated: Interval(stated), ways: ways) { _ in [.roundedUp] }
    }
    let others = isNet ? gross : net
    let diagnosis: Diagnosis = isNet ? .grossForNet : .netForGross
    let costs = inputs
    let timed = otherTiming { timing in
      totalPresentValues(timing).flatMap { value in costs.compactMap { value.divided(by: $0) } }
    }
    score.judge(place, figure, ways: ways) { stated in
      if others.contains(where: { stated.meets($0) }) { return [diagnosis] }
      return isNet ? [] : timed(stated)
    }
  }

  private func checkRatioPerPeriod(_ line: MapLayout.Line, _ score: inout MapScore) {
    let inputs = map.lines.first { $0.label == .inputs && !$0.cells.isEmpty }
    let values = map.lines.first { $0.label == .presentValue && !$0.cells.isEmpty }
    for (column, place) in inOrder(line.cells) {
      guard case .period(let number) = column,
        let divisor = inputs?.cells[column].flatMap({ Interval(rounded: $0.cell) }),
        let value = values?.cells[column].flatMap({ Interval(rounded: $0.cell) })
          ?? columnTotal(column),
        let way = value.divided(by: divisor)
      else { continue }
      score.judge(
        place, Text("ratio of period \(number)", nl: "ratio van periode \(number)"), ways: [way])
    }
  }
}

extension MapLayout.Line {
  /// Whether it is a present value, as in `PV of the inputs`.
  var isDiscounted: Bool {
    words.has(["present value", "pv", "contante waarde", "cw", "discounted", "verdisconteerd"])
  }
}
