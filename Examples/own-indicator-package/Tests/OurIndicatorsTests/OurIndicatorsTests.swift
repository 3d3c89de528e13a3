import IndicatorTesting
import Testing

/// Each of our indicators keeps what every indicator promises, and gives what its examples say.
@Suite struct OurIndicatorsTests {
  @Test(arguments: IndicatorTrial.all(registry))
  func `an indicator keeps its promises`(trial: IndicatorTrial) async { await trial.run() }
}
