extension OpenDocumentFile {
  /// The number that a cell shows, in Dutch or English form: `1.234,5`, `-25%`, `€ 12`.
  ///
  /// Of two kinds of marks the last one is the decimal mark, and one that repeats groups thousands;
  /// a mark that stands alone is decimal, because a file of values groups nothing by itself.
  public static func number(_ text: String) -> Double? {
    var digits = text.filter { !$0.isWhitespace && !"€£$".contains($0) }
    let isPercentage = digits.hasSuffix("%")
    if isPercentage { digits.removeLast() }
    let marks = digits.filter { $0 == "." || $0 == "," }
    let isGroupedOnly = marks.count > 1 && Set(marks).count == 1
    let decimal = isGroupedOnly ? nil : marks.last
    let plain = digits.filter { ($0 != "." && $0 != ",") || $0 == decimal }
      .replacing(",", with: ".")
    return Double(plain).map { isPercentage ? $0 / 100 : $0 }
  }
}
