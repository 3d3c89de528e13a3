/// Arithmetic over draws, one by one.
///
/// Loops over bare memory: they take a fraction of the time of `zip` and `map` where the optimiser
/// does not see through these, as in a debug build, in which the tests run.
enum DrawArithmetic {
  /// Combines two lists of one length; what one has more is left out.
  static func combined(
    _ first: [Double], _ second: [Double], _ operation: (Double, Double) -> Double
  ) -> [Double] {
    let count = min(first.count, second.count)
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        [Double](unsafeUninitializedCapacity: count) { result, written in
          var draw = 0
          while draw < count {
            result.initializeElement(at: draw, to: operation(first[draw], second[draw]))
            draw += 1
          }
          written = count
        }
      }
    }
  }

  /// The sum of a function of each value, from the first to the last.
  static func sum(_ values: [Double], _ term: (Double) -> Double) -> Double {
    values.withUnsafeBufferPointer { values in
      var (sum, draw) = (0.0, 0)
      while draw < values.count {
        sum += term(values[draw])
        draw += 1
      }
      return sum
    }
  }

  /// Whether something holds for each value.
  static func holds(_ values: [Double], _ condition: (Double) -> Bool) -> Bool {
    values.withUnsafeBufferPointer { values in
      var draw = 0
      while draw < values.count {
        guard condition(values[draw]) else { return false }
        draw += 1
      }
      return true
    }
  }
}
