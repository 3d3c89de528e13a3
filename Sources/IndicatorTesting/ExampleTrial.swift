import IndicatorKit
import Pipeline
import ProjectReaders

/// Tries whether the worked examples are there and say what the indicator gives.
struct ExampleTrial {
  private let indicator: any Indicator
  private let examples: ExampleText?

  init(_ indicator: any Indicator, _ examples: ExampleText?) {
    self.indicator = indicator
    self.examples = examples
  }

  var faults: [String] {
    let card = type(of: indicator).card
    guard let examples else {
      return [
        "“\(card.id)” has no worked examples; write a file examples.yaml beside indicator.yaml"
      ]
    }
    let (read, faults) = ExampleFile.read(examples.text, file: examples.file)
    var all = faults.map(\.description)
    for example in read {
      all += ExampleRun(indicator, example, file: examples.file).faults.map(\.description)
    }
    guard faults.isEmpty else { return all }
    if read.count < 2 {
      all.append("\(examples.file): write at least two examples; there are \(read.count)")
    }
    if !read.contains(where: \.isEmpty) {
      all.append(
        "\(examples.file): write one example without rows, whose measures are all absent")
    }
    for example in read where example.isEmpty {
      all += numbers(in: example, file: examples.file)
    }
    return all
  }

  private func numbers(in example: WorkedExample, file: String) -> [String] {
    example.expectations.compactMap { expected in
      guard case .value = expected.outcome else { return nil }
      return "\(file):\(expected.line): without rows “\(expected.measure)” has no value; "
        + "write {absent: words of the reason}"
    }
  }
}
