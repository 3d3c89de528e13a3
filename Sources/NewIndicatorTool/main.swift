import Foundation

// Makes an indicator that already works: NewIndicatorTool PACKAGE [TAKEN NAME]… -- NAME [--nl TITLE]
// The plugin `new-indicator` calls it; a refusal is one sentence, and leaves nothing behind.

/// Prints a sentence on standard error and ends the program.
func refuse(_ sentence: String, code: Int32 = 1) -> Never {
  FileHandle.standardError.write(Data("error: \(sentence)\n".utf8))
  exit(code)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard let package = arguments.first, let divider = arguments.firstIndex(of: "--"), divider > 0
else {
  refuse("usage: NewIndicatorTool PACKAGE [TAKEN NAME]… -- NAME [--nl TITLE]", code: 64)
}
let typed = Array(arguments[(divider + 1)...])
guard let name = typed.first, !name.hasPrefix("-"),
  typed.count == 1 || (typed.count == 3 && typed[1] == "--nl")
else {
  refuse(
    "say what to make: swift package --allow-writing-to-package-directory new-indicator CarFreeTrips --nl \"Autovrije ritten\"",
    code: 64)
}
do {
  let scaffold = try IndicatorScaffold(
    name: ModuleName(name), dutchTitle: typed.last.flatMap { typed.count == 3 ? $0 : nil },
    package: URL(filePath: package), taken: Array(arguments[1..<divider]))
  try scaffold.make()
  FileHandle.standardOutput.write(Data((scaffold.nextSteps + "\n").utf8))
} catch let refusal as Refusal {
  refuse(refusal.sentence)
} catch {
  refuse("the files could not be written: \(error.localizedDescription)")
}
