import ImpactModel

/// What the comment at a heading says about its column.
struct ColumnWords {
  let column: ColumnCard
  let currency: Currency
  let language: Language
  /// The title of a table, by its identifier.
  let titles: [String: Text]

  /// The comment, a line for each thing that one must know.
  var comment: String {
    ([column.help, required, kind, bounds, range].compactMap { $0?[language] } + choices
      + [example].compactMap { $0?[language] }).joined(separator: "\n")
  }

  private var required: Text {
    column.isRequired
      ? Text("Must be filled in.", nl: "Moet ingevuld worden.")
      : Text("May stay empty.", nl: "Mag leeg blijven.")
  }

  private var kind: Text? {
    let unit = column.unit?.symbol
    switch column.type {
    case .text: return nil
    case .identifier:
      return Text(
        "An id of this row: small letters, digits and underscores, a letter first.",
        nl: "Een eigen kenmerk van de rij: kleine letters, cijfers en _, met een letter voorop.")
    case .reference(let table):
      let title = titles[table] ?? Text(verbatim: table)
      return Text(
        "An id from the sheet “\(title.english)”.", nl: "Een id van het blad ‘\(title.dutch)’.")
    case .label:
      return Text(
        "A word that several rows may share: small letters, digits and underscores.",
        nl: "Een woord dat rijen kunnen delen: kleine letters, cijfers en _.")
    case .figure:
      return Text(
        "The name of a figure, as in employment.fte.",
        nl: "De naam van een cijfer, zoals employment.fte.")
    case .integer: return counted(Text("A whole number", nl: "Een heel getal"), unit)
    case .number: return counted(Text("A number", nl: "Een getal"), unit)
    case .percentage:
      return Text("A percentage; 20 is 20 %.", nl: "Een percentage; 20 is 20 %.")
    case .amount, .money:
      return Text("An amount in \(currency.code).", nl: "Een bedrag in \(currency.code).")
    case .day: return Text("A date.", nl: "Een datum.")
    case .choice: return nil
    case .yesNo: return Text("Yes or no.", nl: "Ja of nee.")
    case .postcode: return Text("A postcode.", nl: "Een postcode.")
    case .person:
      return Text(
        "A name or number; it is replaced by a code on reading and kept nowhere.",
        nl: "Een naam of nummer; wordt bij het lezen vervangen door een code en nergens bewaard.")
    }
  }

  private func counted(_ what: Text, _ unit: Text?) -> Text {
    guard let unit, !unit.english.isEmpty else {
      return Text(what.english + ".", nl: what.dutch + ".")
    }
    return Text("\(what.english), in \(unit.english).", nl: "\(what.dutch), in \(unit.dutch).")
  }

  private var bounds: Text? {
    guard let bounds = column.bounds else { return nil }
    let (low, high) = (shown(bounds.lowerBound), shown(bounds.upperBound))
    switch (low, high) {
    case (let low?, let high?):
      return Text(
        "From \(low.english) to \(high.english).", nl: "Van \(low.dutch) tot en met \(high.dutch).")
    case (let low?, nil): return Text("At least \(low.english).", nl: "Minstens \(low.dutch).")
    case (nil, let high?): return Text("At most \(high.english).", nl: "Hoogstens \(high.dutch).")
    case (nil, nil): return nil
    }
  }

  private func shown(_ bound: Double) -> Text? {
    guard bound.isFinite, abs(bound) < 1e12 else { return nil }
    func text(_ language: Language) -> String {
      guard column.type == .percentage else { return plain(bound, language) }
      return plain(DecimalText.round(bound * 100, decimals: 9), language) + " %"
    }
    return Text(text(.english), nl: text(.dutch))
  }

  private func plain(_ value: Double, _ language: Language) -> String {
    let text = DecimalText.exact(value).replacing("-", with: "−")
    return language == .dutch ? text.replacing(".", with: ",") : text
  }

  private var range: Text? {
    column.allowsRange
      ? Text(
        "An uncertain value may have a range: 20 (10–30).",
        nl: "Een onzekere waarde mag een marge hebben: 20 (10–30).") : nil
  }

  private var choices: [String] {
    guard case .choice(let options) = column.type else { return [] }
    let list = options.map { $0.label[language] }.joined(separator: "; ")
    return [Text("One of: \(list).", nl: "Een van: \(list).")[language]]
  }

  private var example: Text? {
    column.example.map { Text("Example: \($0)", nl: "Voorbeeld: \($0)") }
  }
}
