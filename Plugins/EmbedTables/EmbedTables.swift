import Foundation
import PackagePlugin

/// Puts the `.csv`, `.yaml`, `.xsd`, `.xsl` and `.md` files of a target into the program as text.
///
/// Resources of SwiftPM would be lost when the program is copied elsewhere, or take minutes to
/// compile; a string literal does neither. A target without such files gets nothing.
@main
struct EmbedTables: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = target.sourceFiles.map(\.url)
      .filter { ["csv", "yaml", "xsd", "xsl", "md"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    guard !files.isEmpty else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the tables of \(target.name)",
        executable: try context.tool(named: "EmbedTablesTool").url,
        arguments: [output.path, target.directoryURL.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}
