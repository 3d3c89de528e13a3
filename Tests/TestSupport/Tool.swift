import Foundation

/// A program that a test calls: LibreOffice, xmllint, unzip.
public struct Tool: Sendable {
  /// What a run came to.
  public struct Outcome: Sendable {
    /// The exit code.
    public let exitCode: Int32
    /// What was printed on standard output.
    public let output: String
    /// What was printed on standard error.
    public let errors: String
  }

  private let executable: URL

  /// Finds a program on the path, or gives `nil` where the machine has none.
  ///
  /// In CI a missing program is a fault of the set-up, and a test that needs it fails by itself
  /// because `Tool.isRequired` keeps it from being skipped.
  public init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.lazy.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { return nil }
    executable = found
  }

  /// Makes a tool of an executable file.
  public init(executable: URL) { self.executable = executable }

  /// Whether a test that needs a program runs: where the program is there, and always in CI.
  public static func isHere(_ name: String) -> Bool { Tool(name) != nil || isRequired }

  /// Whether this is CI, where nothing may be skipped for want of a program.
  public static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// Runs the program and waits for it.
  @discardableResult
  public func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let outputFile = scratch.appending(path: "output")
    let errorFile = scratch.appending(path: "errors")
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
