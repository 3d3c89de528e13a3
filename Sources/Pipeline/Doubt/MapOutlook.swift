import ExportKit
import IndicatorKit
import Valuation

/// How sure the ratio of a finished value map is, and what changes it.
struct MapOutlook {
  /// How sure it is, absent where no number has a range or there is no ratio.
  let doubt: ReportDoubt?
  /// What changes it, absent where there is no ratio.
  let sensitivity: ReportSensitivity?

  /// Says nothing.
  init() { self.init(doubt: nil, sensitivity: nil) }

  /// Looks at a map; one without a ratio says nothing.
  ///
  /// - Throws: `ValuationError` where a result is no finite number.
  init(
    of valueMap: ReportValueMap, inputs: [ReportInput], in project: LoadedProject
  ) throws(ValuationError) {
    guard let ratio = valueMap.ratio.value,
      let reported = ReportedMap(valueMap, inputs: inputs, in: project)
    else {
      self = MapOutlook()
      return
    }
    let doubt = try DoubtReport(reported)?.doubt
    let scenarios = try ScenarioReport(reported, ratio: ratio, options: project.readingOptions)
      .scenarios(project.rows(ScenarioChange.self), in: project)
    self.init(
      doubt: doubt,
      sensitivity: try SensitivityReport(reported, ratio: ratio, scenarios: scenarios)
        .sensitivity())
  }

  private init(doubt: ReportDoubt?, sensitivity: ReportSensitivity?) {
    self.doubt = doubt
    self.sensitivity = sensitivity
  }
}
