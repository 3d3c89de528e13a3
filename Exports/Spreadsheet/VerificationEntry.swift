/// A row of the hidden sheet: what is said, of what, and where in the workbook it stands.
struct VerificationEntry: Hashable {
  /// What a row says.
  enum Key: String, CaseIterable {
    /// The first row: the mark of the sheet and the version of its form.
    case mark = "wijkwaarde:report"
    /// The digest of the whole workbook.
    case digest
    case project
    case seed, draws
    case benefitTiming = "benefit_timing"
    case inputTiming = "input_timing"
    /// The domain of a stakeholder.
    case stakeholder
    /// The stakeholder of an outcome; the rows about that outcome follow.
    case outcome
    case firstPeriod = "first_period"
    case benefitPeriods = "benefit_periods"
    /// The row of an outcome’s proxy.
    case proxy
    /// The period of an input.
    case input
    case priceFactor = "price_factor"
    case inSource = "in_source"
    /// The figure that a number was taken from.
    case from
    case low, high, shape
    case sharedDoubt = "shared_doubt"
    /// Stated numbers without a name: the subject is a period, or an outcome and a period.
    case benefitFactor = "benefit_factor"
    case inputFactor = "input_factor"
    case periodValue = "period_value"
    /// Parts of a measure.
    case numerator, denominator, total, number
    /// The entries of a breakdown that add up to a measure.
    case whole
    case swingLow = "swing_low"
    case swingHigh = "swing_high"
    case current
    /// A scenario; its changes follow.
    case scenario
    case to
    case changedFrom = "changed_from"
    /// A named cell with the value that it had; empty for a figure that could not be had.
    case written
    /// What a portfolio keeps of the report beside its figures: a part of it, as JSON.
    case kept
    /// Another cell whose value the digest leaves out, with the value that it had.
    case cell
  }

  let key: Key
  let subject: String
  let text: String
  /// The cell in which it stands, of a range the first; the text is then what it was.
  var place: WorkbookPlace?
  /// The last cell of a range.
  var last: WorkbookPlace?

  init(
    _ key: Key, _ subject: String = "", _ text: String = "", at place: WorkbookPlace? = nil,
    to last: WorkbookPlace? = nil
  ) {
    self.key = key
    self.subject = subject
    self.text = text
    self.place = place
    self.last = last
  }
}
