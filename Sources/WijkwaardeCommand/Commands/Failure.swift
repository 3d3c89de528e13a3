import ArgumentParser
import ImpactModel

/// Ends a command that could not do its work.
enum Failure {
  /// Says what is the matter with a file or the disk, in one language or in both.
  static func files(_ message: Text, _ language: Language?) -> ExitCode {
    for language in language.map({ [$0] }) ?? Language.allCases.reversed() {
      Terminal.complain(message[language])
    }
    return ExitCodes.files
  }
}
