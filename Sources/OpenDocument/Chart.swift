/// A chart on a sheet, bound to cells: it moves when they change.
public struct Chart: Sendable, Hashable {
  /// What a chart looks like.
  public enum Kind: Sendable, Hashable {
    /// Columns beside each other, for amounts.
    case column
    /// Columns of several series on top of each other, for parts of a whole over time.
    case stackedColumn
    /// Bars, for categories with long names.
    case bar
    /// Lines, for a course over time; each series has a symbol of its own.
    case line
    /// Stacked columns whose first series is invisible and carries the others: a waterfall.
    case waterfall
    /// A circle, for at most six parts of one whole.
    case pie
  }

  /// Numbers that belong together, with the cell that names them.
  public struct Series: Sendable, Hashable {
    /// The cell with the name.
    public var label: CellAddress
    /// The numbers: a part of one column or one row.
    public var values: CellRange

    /// Describes a series.
    public init(label: CellAddress, values: CellRange) {
      self.label = label
      self.values = values
    }
  }

  /// What the chart looks like.
  public var kind: Kind
  /// Its title: what it says, in one line.
  public var title: String
  /// What it shows, for those who cannot see it.
  public var description: String
  /// The sheet that holds its numbers; `nil` for the sheet that it stands on.
  public var sheet: String?
  /// The names of the categories: a part of one column or one row.
  public var categories: CellRange
  /// The series, in order.
  public var series: [Series]
  /// What the axis of the categories says.
  public var categoryTitle: String?
  /// What the axis of the values says: the unit.
  public var valueTitle: String?
  /// The cell at whose top left corner it stands.
  public var anchor: CellAddress
  /// Its width, in millimetres.
  public var width: Double
  /// Its height, in millimetres.
  public var height: Double

  /// Describes a chart.
  public init(
    _ kind: Kind, title: String, description: String, sheet: String? = nil, categories: CellRange,
    series: [Series], categoryTitle: String? = nil, valueTitle: String? = nil,
    anchor: CellAddress, width: Double = 160, height: Double = 90
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.sheet = sheet
    self.categories = categories
    self.series = series
    self.categoryTitle = categoryTitle
    self.valueTitle = valueTitle
    self.anchor = anchor
    self.width = width
    self.height = height
  }

  /// The most parts that can be told apart in a circle.
  static let mostSlices = 6

  /// Why the chart would mislead or stay empty, or `nil` where it is fine.
  var problem: SpreadsheetError.Problem? {
    let count = categories.cellCount
    if title.isEmpty || description.isEmpty { return .chartWithoutText(title) }
    let isUneven = series.contains { !$0.values.isLine || $0.values.cellCount != count }
    if series.isEmpty || !categories.isLine || isUneven { return .chartRanges(title) }
    if kind == .waterfall, series.count < 2 { return .chartRanges(title) }
    if kind == .pie, series.count > 1 || count > Chart.mostSlices { return .pieChart(title) }
    let isInSight = [width, height].allSatisfy { (20...1000).contains($0) }
    return isInSight && anchor.column > 0 && anchor.row > 0 ? nil : .chartSize(title)
  }
}

extension CellRange {
  /// How many cells the range has.
  fileprivate var cellCount: Int { rows.count * columns.count }

  /// Whether the range is a part of one column or one row.
  fileprivate var isLine: Bool { rows.count == 1 || columns.count == 1 }
}
