import ArgumentParser
import Foundation
import ImpactModel
import Pipeline
import Portfolio

/// `portfolio add`: verifies reports and keeps those that hold.
struct PortfolioAddCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Verify reports and take them in. · Reken verslagen na en neem ze op.",
    discussion: """
      Takes files, folders with all that is in them, and archives (.zip, .tar.gz, .tar), with \
      reports as XML or as the spreadsheet of the program. A report is taken where it is valid, complete, no draft, as it was written, and all that can be recomputed follows; any \
      other is refused with the reason, and the next is tried. A newer revision of a report \
      supersedes the older, which stays readable. What is said to be added is on the disk, also \
      where the command is killed afterwards; it may run in two places at once. Archive metadata \
      (.mdto.xml) is passed over.

      The exit code is 1 where a document was refused, 74 where the portfolio cannot be written.

      Examples:
        wijkwaarde portfolio add city.sqlite reports/
        wijkwaarde portfolio add city.sqlite mail/*.zip --json
      """)

  @Argument(help: "The portfolio; it is made where it is not there.", completion: .file())
  var portfolio: String
  @Argument(help: "Files, folders and archives.", completion: .file())
  var places: [String]
  @Flag(help: "Print one JSON object per document and line.")
  var json = false
  @Flag(help: "Print only what is not simply added or already there.")
  var quiet = false
  @Option(name: .long, help: "Speak en or nl.")
  var language: Language = .english

  func run(in program: Program) throws {
    let bar = ProgressBar(language: language)
    var counts: [AdditionOutcome.Status: Int] = [:]
    defer { bar.finish() }
    try PortfolioWork.run(language) { () throws(PortfolioError) in
      let kept = try Portfolio(at: URL(filePath: portfolio))
      try kept.add(
        places.map { URL(filePath: $0) }, exporters: program.registry.exporters,
        progress: { done, all in
          let task = Text("\(done) of \(all) files", nl: "\(done) van \(all) bestanden")
          bar.show(
            WorkProgress(task: task, fraction: all == 0 ? 1 : Double(done) / Double(all)))
        },
        report: { outcome in
          counts[outcome.status, default: 0] += 1
          say(outcome, bar)
        })
    }
    bar.finish()
    if !json { Terminal.say(summary(counts)) }
    if counts[.refused] != nil { throw ExitCodes.findings }
  }

  private func say(_ outcome: AdditionOutcome, _ bar: ProgressBar) {
    let isPlain = [.added, .alreadyThere, .passedOver].contains(outcome.status)
    guard !quiet || !isPlain else { return }
    bar.finish()
    guard !json else {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      // Nothing in an outcome can fail to be encoded: texts and whole numbers.
      let line = (try? encoder.encode(outcome)).map { String(decoding: $0, as: UTF8.self) }
      Terminal.say(line ?? "")
      return
    }
    let label = PortfolioAddCommand.label(outcome.status)[language]
    let subject = outcome.subject.map { " \($0)" } ?? ""
    let number = outcome.report.map { " (\($0))" } ?? ""
    Terminal.say("\(label):\(subject)\(number) · \(outcome.file)")
    let message = outcome.message[language]
    let code = outcome.code.map { "[\($0)] " } ?? ""
    if !message.isEmpty || !code.isEmpty { Terminal.say("  → \(code)\(message)") }
  }

  private static func label(_ status: AdditionOutcome.Status) -> Text {
    switch status {
    case .added: Text("added", nl: "toegevoegd")
    case .supersedes:
      Text("added, supersedes an earlier revision", nl: "toegevoegd, vervangt een eerdere versie")
    case .earlier:
      Text("added as an earlier revision", nl: "toegevoegd als een eerdere versie")
    case .alreadyThere: Text("already there", nl: "stond er al")
    case .passedOver: Text("passed over", nl: "overgeslagen")
    case .refused: Text("refused", nl: "geweigerd")
    }
  }

  private func summary(_ counts: [AdditionOutcome.Status: Int]) -> String {
    let parts = AdditionOutcome.Status.allCases.compactMap { status in
      counts[status].map { "\($0) \(PortfolioAddCommand.label(status)[language])" }
    }
    return parts.isEmpty
      ? Text("There was nothing to add.", nl: "Er was niets om toe te voegen.")[language]
      : parts.joined(separator: "; ") + "."
  }
}
