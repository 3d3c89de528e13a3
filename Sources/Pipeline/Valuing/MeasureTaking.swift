import ExportKit

/// What is said of a quantity that is taken from a measure.
enum MeasureTaking {
  static let rule = Text("quantity taken from a measure", nl: "aantal uit een meting")

  /// Why a measure gives no quantity.
  static func absence(of figure: FigureID, _ measure: ReportMeasure?) -> Text {
    guard let measure else {
      return Text("\(figure) was not measured", nl: "\(figure) is niet gemeten")
    }
    if let reason = measure.measure.absence {
      return Text(
        "\(figure) could not be had: \(reason.english)",
        nl: "\(figure) is niet bekend: \(reason.dutch)")
    }
    return Text("\(figure) is incomplete", nl: "\(figure) is onvolledig")
  }
}
