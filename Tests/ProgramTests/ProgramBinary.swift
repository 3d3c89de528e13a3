import Foundation
import TestSupport

/// The built program, which stands beside the test bundle.
enum ProgramBinary {
  /// The folder of everything that was built.
  private static var folder: URL {
    URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// Runs the program as a user would.
  static func run(_ arguments: [String], in place: URL? = nil) throws -> Tool.Outcome {
    try Tool(executable: folder.appending(path: "wijkwaarde")).run(arguments, in: place)
  }
}
