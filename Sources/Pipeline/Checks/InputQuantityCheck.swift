import ExportKit
import IndicatorKit

/// Each input has its amount or hours either as a number or from a figure that fits its kind.
enum InputQuantityCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let inputs = project.rows(Input.self)
    let books = LedgerTotals.read(project)
    let units = registry.unitsForValueMap
    return inputs.indices.compactMap { position in
      let input = inputs[position]
      let from = project.address(inputs, at: position, column: "quantity_from")
      switch (input.quantity, input.quantityFrom) {
      case (nil, nil):
        return missing(at: project.address(inputs, at: position, column: "quantity"))
      case (.some, nil): return nil
      case (.some, .some): return twice(at: from)
      case (nil, .some(let figure)):
        if LedgerTotals.all.contains(figure) {
          return input.kind == .cash ? unusable(books, project, at: from) : misfit(figure, at: from)
        }
        guard let unit = units[figure] else { return unknown(figure, registry, at: from) }
        return fits(unit, input.kind) ? nil : misfit(figure, at: from)
      }
    }
  }

  private static func fits(_ unit: Unit, _ kind: ReportInput.Kind) -> Bool {
    switch kind {
    case .cash: unit.isMoney
    case .hours: unit == .hour
    case .inKind: !unit.isMoney && !unit.isPercentage
    }
  }

  private static func missing(at address: Address?) -> Finding {
    Finding(
      "value_map.input_missing", .error,
      Text(
        "This input has no amount, hours or units.",
        nl: "Deze inbreng heeft geen bedrag, uren of aantal."),
      help: Text(
        "Fill in a number, or name a figure in the column “Amount or hours from”.",
        nl: "Vul een getal in, of noem een cijfer in de kolom ‘Bedrag of uren uit’."), at: address)
  }

  private static func twice(at address: Address?) -> Finding {
    Finding(
      "value_map.input_twice", .error,
      Text(
        "This input has a number and a figure as its quantity.",
        nl: "Deze inbreng heeft zowel een getal als een cijfer als aantal."),
      help: Text("Leave one of the two empty.", nl: "Laat een van beide leeg."), at: address)
  }

  /// Books that could not be read have a finding already.
  private static func unusable(
    _ books: Result<LedgerTotals, NoTotal>, _ project: LoadedProject, at address: Address?
  ) -> Finding? {
    guard case .failure(let missing) = books, !project.hasDamagedBooks else { return nil }
    return Finding(
      "value_map.no_ledger_total", .error,
      Text(
        "This input takes its amount from the books, but \(missing.reason.english).",
        nl: "Deze inbreng haalt het bedrag uit de boekhouding, maar \(missing.reason.dutch)."),
      help: Text(
        "Put the audit files of the whole period in “books”, or fill in the amount.",
        nl: "Zet de auditfiles van de hele periode in ‘books’, of vul het bedrag in."),
      at: address)
  }

  private static func misfit(_ figure: FigureID, at address: Address?) -> Finding {
    Finding(
      "value_map.input_unit", .error,
      Text(
        "“\(figure)” does not count what this kind of input is counted in.",
        nl: "‘\(figure)’ telt niet waarin deze soort inbreng geteld wordt."),
      help: Text(
        "Cash takes an amount of money, hours take hours, goods take a number of units.",
        nl: "Geld neemt een bedrag, uren nemen uren, spullen nemen een aantal."), at: address)
  }

  private static func unknown(
    _ figure: FigureID, _ registry: Registry, at address: Address?
  ) -> Finding {
    let known = LedgerTotals.all + registry.measuresForValueMap
    let list = known.map(\.description).joined(separator: ", ")
    return Finding(
      "value_map.unknown_measure", .error,
      Text(
        "“\(figure)” is no figure that an input may take its quantity from.",
        nl: "‘\(figure)’ is geen cijfer waar een inbreng het aantal aan mag ontlenen."),
      help: Text("Use one of: \(list).", nl: "Gebruik een van: \(list)."), at: address)
  }
}

extension Registry {
  /// What the measures count that may feed the value map.
  var unitsForValueMap: [FigureID: Unit] {
    let pairs = indicators.map { type(of: $0).card }.flatMap { card in
      card.measures.filter(\.feedsValueMap).map { (card.figure($0), $0.unit) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
