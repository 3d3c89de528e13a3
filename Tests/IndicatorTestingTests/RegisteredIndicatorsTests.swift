import IndicatorTesting
import Testing

/// Every indicator of the program keeps the promises; a module that is not listed is not tried.
@Suite struct RegisteredIndicatorsTests {
  @Test(arguments: IndicatorTrial.all(registry))
  func `an indicator keeps its promises`(trial: IndicatorTrial) async { await trial.run() }
}
