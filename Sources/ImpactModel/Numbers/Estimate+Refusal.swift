extension Estimate {
  /// The quantile of the normal distribution at 95 %: a range of 90 % is twice as many deviations.
  private static let ninetyFifth = 1.644_853_626_951_472_7

  /// Why the shape cannot have this value and this range; absent where it can.
  ///
  /// A normal range is symmetric around its value, to 1 % of its width. A lognormal one lies above
  /// zero. A beta one belongs to a share inside 0–1 whose variance, of a range that is as wide as
  /// 90 % of a normal distribution, is below value · (1 − value). These three need a width too.
  public var refusal: Text? {
    guard let low, let high, let shape else { return nil }
    switch shape {
    case .triangular, .uniform, .pert, .scaleClass: return nil
    case .normal, .lognormal, .beta: break
    }
    guard low < high else {
      return Text(
        "the range has no width: leave it out, or widen it",
        nl: "de marge heeft geen breedte: laat die weg, of maak die breder")
    }
    switch shape {
    case .normal: return asymmetry(low, high)
    case .lognormal: return belowZero(low)
    default: return impossibleShare(high - low)
    }
  }

  private func asymmetry(_ low: Double, _ high: Double) -> Text? {
    guard abs((high - value) - (value - low)) > 0.01 * (high - low) else { return nil }
    return Text(
      "a normal range lies as far below its value as above it: "
        + "mend an end, or choose triangular or pert",
      nl: "een normale marge ligt even ver onder als boven de waarde: "
        + "verbeter een kant, of kies driehoek of pert")
  }

  private func belowZero(_ low: Double) -> Text? {
    guard low <= 0 else { return nil }
    return Text(
      "a lognormal range lies above zero: raise its lower end, or choose triangular or pert",
      nl: "een lognormale marge ligt boven nul: verhoog de onderkant, of kies driehoek of pert")
  }

  private func impossibleShare(_ width: Double) -> Text? {
    guard value > 0, value < 1 else {
      return Text(
        "a beta range belongs to a share between 0 and 100 %: choose triangular or pert",
        nl: "een bètamarge hoort bij een aandeel tussen 0 en 100 %: kies driehoek of pert")
    }
    let deviation = width / (2 * Estimate.ninetyFifth)
    guard deviation * deviation >= value * (1 - value) else { return nil }
    return Text(
      "the range is wider than a beta distribution of this share can be: narrow it, "
        + "or choose triangular or uniform",
      nl: "de marge is breder dan een bètaverdeling van dit aandeel kan zijn: maak die smaller, "
        + "of kies driehoek of gelijkmatig")
  }
}
