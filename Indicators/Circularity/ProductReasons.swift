import IndicatorKit

/// Why a product is not measured, in words that say what to mend.
enum ProductReasons {
  /// Names the empty cells, by the headings of the table.
  static func lacking(_ product: Product, _ empty: [Text]) -> Text {
    let english = empty.map { "“\($0.english)”" }.joined(separator: ", ")
    let dutch = empty.map { "‘\($0.dutch)’" }.joined(separator: ", ")
    return Text(
      "“\(product.product)” is not measured, because a cell that it needs is empty: \(english).",
      nl: "‘\(product.product)’ is niet gemeten, omdat een cel die nodig is leeg is: \(dutch).")
  }

  static func withoutYield(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured: it has recycled feedstock made with an efficiency of 0 %, which yields nothing; fill in the real efficiency.",
      nl:
        "‘\(product.product)’ is niet gemeten: het heeft gerecycled materiaal dat met een rendement van 0 % gemaakt zou zijn, en dat levert niets op; vul het echte rendement in."
    )
  }

  static func twoEnergies(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured: its share of energy recovery is another than its efficiency times the biogenic share; leave one of the two ways empty.",
      nl:
        "‘\(product.product)’ is niet gemeten: het aandeel energieterugwinning is een ander dan het rendement maal het biogene aandeel; laat een van beide manieren leeg."
    )
  }

  static func impossible(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because its numbers cannot be those of a product: mass, life and use are above 0, the shares of feedstock and of collection add up to at most 100 %, and recycled feedstock has an efficiency above 0.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat de getallen niet bij een product kunnen horen: massa, levensduur en gebruik zijn groter dan 0, de aandelen materiaal en inzameling zijn samen hoogstens 100 %, en gerecycled materiaal heeft een rendement boven 0."
    )
  }

  static func twiceDescribed(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because it has parts and shares of its own; leave its own shares and efficiencies empty.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat het onderdelen heeft én eigen aandelen; laat de eigen aandelen en rendementen leeg."
    )
  }

  static func unbalanced(_ product: Product, parts mass: Double) -> Text {
    func kilograms(_ value: Double, _ language: Language) -> String {
      DecimalText.rounded(value, decimals: 3, in: language)
    }
    return Text(
      "“\(product.product)” is not measured, because its mass balance does not close: it weighs \(kilograms(product.mass, .english)) kg and its parts together \(kilograms(mass, .english)) kg.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat de massabalans niet sluit: het weegt \(kilograms(product.mass, .dutch)) kg en de onderdelen samen \(kilograms(mass, .dutch)) kg."
    )
  }

  static func tooDeep(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because its parts have parts more than \(BillOfMaterials.deepest) levels deep.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat de onderdelen meer dan \(BillOfMaterials.deepest) lagen diep zijn."
    )
  }

  static func ownerless(_ product: Product) -> Text {
    Text(
      "“\(product.product)” is not measured, because what it is a part of is not in the table, or is in the end a part of itself.",
      nl:
        "‘\(product.product)’ is niet gemeten, omdat het geheel waar het bij hoort niet in de tabel staat, of uiteindelijk een onderdeel van zichzelf is."
    )
  }
}
