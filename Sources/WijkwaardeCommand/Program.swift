import ArgumentParser
import Foundation
import Pipeline

/// The program: its registry of modules, handed to the command that was typed.
public struct Program: Sendable {
  /// The name and version that every report carries.
  public static let name = "Wijkwaarde \(version)"
  /// The version.
  public static let version = "0.1.0"

  let registry: Registry

  /// Makes a program of a registry, which the `RegisterModules` plugin generates.
  public init(registry: Registry) { self.registry = registry }

  /// Runs the command that the arguments name and ends with its exit code.
  ///
  /// 0 is fine, 1 findings of severity error, 64 wrong usage, 74 a file or the disk failed.
  public func run(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) -> Never {
    do {
      let command = try RootCommand.parseAsRoot(arguments)
      if let command = command as? any ProgramCommand {
        try command.run(in: self)
      } else {
        var command = command
        try command.run()
      }
      RootCommand.exit()
    } catch {
      RootCommand.exit(withError: error)
    }
  }
}

/// A command that needs the program's modules.
protocol ProgramCommand: ParsableCommand {
  /// Does the work.
  func run(in program: Program) throws
}

/// The exit codes beside ArgumentParser's own.
enum ExitCodes {
  /// There are findings of severity error.
  static let findings = ExitCode(1)
  /// A file or the disk failed.
  static let files = ExitCode(74)
}

/// The command without a subcommand: shows the help.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wijkwaarde",
    abstract:
      "Shows what a neighbourhood project is worth. · Laat zien wat een wijkproject waard is.",
    discussion: """
      A project is a folder with settings (project.yaml), tables (tables/*.csv) and books \
      (books/*), or one workbook (my-project.ods) with books beside it.
      Een project is een map met instellingen (project.yaml), tabellen (tables/*.csv) en \
      boekhouding (books/*), of één werkmap (mijn-project.ods) met boekhouding ernaast.

      Examples:
        wijkwaarde new my-project            make an empty project · maak een leeg project
        wijkwaarde new my-project.ods        the same as a workbook · hetzelfde als werkmap
        wijkwaarde check my-project          see what is missing or wrong · zie wat er niet klopt
        wijkwaarde books my-project/books/*  see what the books hold · zie wat de boeken bevatten
        wijkwaarde report my-project         write the report · schrijf het verslag
      """,
    version: Program.name,
    subcommands: [
      NewCommand.self, CheckCommand.self, ReportCommand.self, ExplainCommand.self,
      VerifyCommand.self, IndicatorsCommand.self, ExportsCommand.self, ChecksCommand.self,
      ParametersCommand.self, BooksCommand.self, PortfolioCommand.self,
    ])
}
