import ExportKit
import IndicatorKit

/// The cells in which the numbers stand that the author gave.
extension ValueMapBuilder {
  /// The cells of an outcome; its proxy stands in another table.
  static func origins(
    of rows: Rows<Outcome>, at position: Int, in project: LoadedProject
  ) -> [ReportOutcome.Given: Origin] {
    var origins: [ReportOutcome.Given: Origin] = [:]
    for given in ReportOutcome.Given.allCases where given != .proxy {
      origins[given] = project.address(rows, at: position, column: given.rawValue)
        .map(Origin.cell)
    }
    return origins
  }

  /// The cells of an input; the rate of cash is 1 and stands nowhere.
  static func origins(
    of inputs: Rows<Input>, at position: Int, in project: LoadedProject
  ) -> [ReportInput.Given: Origin] {
    var origins: [ReportInput.Given: Origin] = [:]
    for given in ReportInput.Given.allCases
    where given == .quantity || inputs[position].kind != .cash {
      origins[given] = project.address(inputs, at: position, column: given.rawValue)
        .map(Origin.cell)
    }
    return origins
  }
}
