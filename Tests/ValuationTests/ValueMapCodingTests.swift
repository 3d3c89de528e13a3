import Testing
import Valuation

@Suite struct ValueMapCodingTests {
  @Test func `a duration of one has two readings where the outcome starts with the activity`()
    throws
  {
    let coding = try #require(ValueMapCoding(startsIn: 1, duration: 1))
    #expect(!coding.isUnambiguous)
    let all = try #require(coding.periods(reading: .allPeriods))
    #expect(all == (1, 1))
    let after = try #require(coding.periods(reading: .afterActivity))
    #expect(after == (1, 2))
  }

  @Test func `a start after the activity has one reading`() throws {
    let coding = try #require(ValueMapCoding(startsIn: 2, duration: 3))
    #expect(coding.isUnambiguous)
    for reading in ValueMapCoding.Reading.allCases {
      let periods = try #require(coding.periods(reading: reading))
      #expect(periods == (2, 3))
    }
  }

  @Test func `a duration of nothing is a benefit only where the activity counts apart`() throws {
    let coding = try #require(ValueMapCoding(startsIn: 1, duration: 0))
    #expect(coding.periods(reading: .allPeriods) == nil)
    let after = try #require(coding.periods(reading: .afterActivity))
    #expect(after == (1, 1))
    #expect(ValueMapCoding(startsIn: 2, duration: 0)?.periods(reading: .afterActivity) == nil)
  }

  @Test func `what is coded reads back the same in the same reading`() throws {
    for reading in ValueMapCoding.Reading.allCases {
      for first in 1...2 {
        for count in 1...40 {
          let coding = try #require(
            ValueMapCoding(firstPeriod: first, benefitPeriods: count, reading: reading))
          let back = try #require(coding.periods(reading: reading))
          #expect(back == (first, count))
        }
      }
    }
  }

  @Test func `what the form cannot say is not coded`() {
    for reading in ValueMapCoding.Reading.allCases {
      #expect(ValueMapCoding(firstPeriod: 3, benefitPeriods: 2, reading: reading) == nil)
      #expect(ValueMapCoding(firstPeriod: 0, benefitPeriods: 2, reading: reading) == nil)
      #expect(ValueMapCoding(firstPeriod: 1, benefitPeriods: 0, reading: reading) == nil)
    }
    #expect(ValueMapCoding(startsIn: 0, duration: 1) == nil)
    #expect(ValueMapCoding(startsIn: 1, duration: -1) == nil)
  }
}
