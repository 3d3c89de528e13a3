import Foundation
import PackagePlugin

/// Registers the indicator and export modules that a target depends on.
///
/// A module is a target whose folder holds `indicator.yaml` or `export.yaml`. The plugin finds them
/// among the target's dependencies, in this package and in others; the tool writes the registry.
@main
struct RegisterModules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    // A folder of that name in somebody else's package need not hold modules of ours.
    let own = Set(context.package.targets.map(\.id))
    // Said for the program alone, because its tests would say the same again.
    let isProgram = target.kind == .executable
    if isProgram { reportUnlistedFolders(in: context.package) }
    let markers = ["indicator.yaml", "export.yaml"]
    var arguments: [String] = []
    var inputs: [URL] = []
    for dependency in target.recursiveTargetDependencies {
      guard let module = dependency as? any SourceModuleTarget else { continue }
      if isProgram, own.contains(module.id) { reportMissingMarker(of: module) }
      for marker in markers {
        let file = module.directoryURL.appending(path: marker)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        arguments += [module.moduleName, file.path]
        inputs.append(file)
        let examples = module.directoryURL.appending(path: "examples.yaml")
        if FileManager.default.fileExists(atPath: examples.path) { inputs.append(examples) }
        inputs += module.sourceFiles(withSuffix: ".swift").map(\.url)
      }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "Registry.swift")
    return [
      .buildCommand(
        displayName: "Registering the modules of \(target.name)",
        executable: try context.tool(named: "RegisterModulesTool").url,
        arguments: [output.path] + arguments, inputFiles: inputs, outputFiles: [output])
    ]
  }

  /// Reports a module without its marker file, which would be built and then left out in silence.
  private func reportMissingMarker(of module: any SourceModuleTarget) {
    let folder = module.directoryURL
    guard let (marker, kind) = Self.kinds[folder.deletingLastPathComponent().lastPathComponent],
      !FileManager.default.fileExists(atPath: folder.appending(path: marker).path)
    else { return }
    // SwiftPM shows no place of its own beside a plugin's message.
    let file = folder.appending(path: marker).path
    Diagnostics.error(
      """
      \(file):1:1: module ‘\(module.name)’ lacks this file; \
      write it with one line, ‘type: \(module.name)\(kind)’, with the name of your public struct
      """)
  }

  /// Warns of a module's folder that no list names; it is not built and leaves no trace.
  private func reportUnlistedFolders(in package: Package) {
    let built = Set(
      package.targets.map { $0.directoryURL.standardizedFileURL.path(percentEncoded: false) }
        .map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
    for (parent, (marker, _)) in Self.kinds.sorted(by: { $0.key < $1.key }) {
      let place = package.directoryURL.appending(path: parent)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      for name in names.sorted() where !name.hasPrefix(".") {
        let folder = place.appending(path: name)
        let file = folder.appending(path: marker)
        guard !built.contains(folder.standardizedFileURL.path(percentEncoded: false)),
          FileManager.default.fileExists(atPath: file.path)
        else { continue }
        Diagnostics.warning(
          """
          \(file.path):1:1: the folder \(parent)/\(name) is not built; \
          add the line ‘"\(name)",’ to the list ‘\(parent.lowercased())’ in Package.swift
          """)
      }
    }
  }

  /// The folders of modules, with their marker file and the end of their type's name.
  private static let kinds = [
    "Indicators": ("indicator.yaml", "Indicator"), "Exports": ("export.yaml", "Exporter"),
  ]
}
