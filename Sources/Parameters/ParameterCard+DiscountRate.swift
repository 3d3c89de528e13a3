import ImpactModel

extension ParameterCard {
  /// The standard real discount rate per year of a country, as a fraction.
  ///
  /// A country without a shipped rate has a card and no value, so that a project states its own.
  public static func discountRate(_ country: Country) -> ParameterCard {
    ParameterCard(
      "discount_rate.\(country.rawValue.lowercased())",
      Text("Standard discount rate", nl: "Standaarddiscontovoet"), unit: .percent)
  }
}
