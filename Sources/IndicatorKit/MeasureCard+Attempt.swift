extension MeasureCard {
  /// Measures, or says why the data do not allow it.
  ///
  /// For a module of several measures, of which each may lack something else.
  public func attempt(_ body: () throws(NotMeasurable) -> Measure) -> Measure {
    do {
      return try body()
    } catch {
      return notMeasurable(error.reason)
    }
  }
}
