import Foundation
import TestSupport

/// The built program, which stands beside the test bundle.
enum ProgramBinary {
  /// The folder of everything that was built.
  private static var folder: URL {
    URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The program.
  static var executable: URL { folder.appending(path: "wijkwaarde") }

  /// Runs the program as a user would.
  static func run(_ arguments: [String], in place: URL? = nil) throws -> Tool.Outcome {
    try Tool(executable: executable).run(arguments, in: place)
  }
}
