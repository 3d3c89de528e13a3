import ImpactModel

extension Day {
  /// Whether a bank or a bookkeeper can have booked on it: 1980 to 2099.
  ///
  /// A year outside these is a slip, and one such line would stretch the period of its whole file.
  var canBeBooked: Bool { (1980...2099).contains(year) }
}
