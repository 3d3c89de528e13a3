import ImpactModel
import IndicatorKit
import Pipeline

/// What is shown of a parameter: its value, its days, its source and where it stands.
struct ParameterLines {
  let entry: ParameterCatalogue.Entry
  let language: Language

  /// The lines, the identifier first.
  var all: [String] {
    let label = entry.label.map { "  " + $0[language] } ?? ""
    return [entry.id + label] + valueLines + users
  }

  private var valueLines: [String] {
    guard let value = entry.value else {
      return [
        line(
          Text(
            "no value; give one in tables/parameters.csv",
            nl: "geen waarde; geef er een in tables/parameters.csv"))
      ]
    }
    return [
      "  \(number(value)), \(days(value))",
      line(Text("Source: \(value.source)", nl: "Bron: \(value.source)")),
    ] + licence(value) + place(value)
  }

  private func number(_ value: ParameterValue) -> String {
    guard value.isPrintable else {
      return Text(
        "value not printed, as its licence asks", nl: "waarde niet afgedrukt, zoals de licentie wil"
      )[
        language]
    }
    // Exact, because a rate that is looked up is typed over elsewhere.
    let digits = DecimalText.exact(value.value)
    let shown = language == .dutch ? digits.replacing(".", with: ",") : digits
    return value.unit.map { "\(shown) \($0)" } ?? shown
  }

  private func days(_ value: ParameterValue) -> String {
    guard let until = value.until else {
      return Text("from \(value.from), still in force", nl: "vanaf \(value.from), nog van kracht")[
        language]
    }
    return Text("from \(value.from) until \(until)", nl: "van \(value.from) tot en met \(until)")[
      language]
  }

  private func licence(_ value: ParameterValue) -> [String] {
    value.record.map { [line(Text("Licence: \($0.licence)", nl: "Licentie: \($0.licence)"))] } ?? []
  }

  private func place(_ value: ParameterValue) -> [String] {
    value.address.map { address in
      let place = address.text(in: language)
      return [line(Text("Stands in: \(place)", nl: "Staat in: \(place)"))]
    } ?? []
  }

  private var users: [String] {
    guard !entry.usedBy.isEmpty else { return [] }
    let names = entry.usedBy.joined(separator: ", ")
    return [line(Text("Used by: \(names)", nl: "Gebruikt door: \(names)"))]
  }

  private func line(_ text: Text) -> String { "  " + text[language] }
}
