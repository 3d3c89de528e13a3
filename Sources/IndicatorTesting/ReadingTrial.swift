import IndicatorKit
import Pipeline
import ProjectReaders

/// Tries whether an indicator reads all that it declares, and asks for nothing else.
struct ReadingTrial {
  private let indicator: any Indicator
  private let examples: ExampleText?
  private let card: IndicatorCard

  init(_ indicator: any Indicator, _ examples: ExampleText?) {
    self.indicator = indicator
    self.examples = examples
    card = type(of: indicator).card
  }

  var faults: [String] {
    let log = ReadingLog()
    for project in GeneratedProjects.all(card) {
      _ = Outcome(indicator, project.data(log: log))
    }
    if let examples {
      for example in ExampleFile.read(examples.text, file: examples.file).examples {
        _ = ExampleRun(indicator, example, file: examples.file, log: log)
      }
    }
    let undeclared = log.refusals.map {
      "“\(card.id)” reads \($0.name.english), which its card does not declare; \(remedy($0))"
    }
    let unread = declared.filter { !log.readings.contains($0) }.map {
      "the card of “\(card.id)” declares \($0.name.english), which it never reads; "
        + "delete it there, or read it"
    }
    return undeclared + unread
  }

  private var declared: [ReadingLog.Reading] {
    card.tables.map { .table($0.table.id) } + card.parameters.map { .parameter($0.id) }
      + (card.core.contains(.ledger) ? [.ledger] : [])
  }

  private func remedy(_ reading: ReadingLog.Reading) -> String {
    switch reading {
    case .ledger: "add core: .ledger"
    case .parameter: "add it under parameters:"
    case .table: "add it under tables:"
    }
  }
}
