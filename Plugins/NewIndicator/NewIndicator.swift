import Foundation
import PackagePlugin

/// Makes an indicator that already works: `swift package new-indicator NAME`.
///
/// The plugin only says which names are taken; the tool does the work.
@main
struct NewIndicator: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try context.tool(named: "NewIndicatorTool").url
    let taken = takenNames(in: context.package).sorted()
    process.arguments = [context.package.directoryURL.path] + taken + ["--"] + arguments
    try process.run()
    process.waitUntilExit()
    // The tool has said in one sentence what is the matter; SwiftPM would only repeat that it did.
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }

  /// The names of the targets of a package and of all that it depends on.
  private func takenNames(in package: Package) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<Package.ID> = []
    var waiting = [package]
    while let next = waiting.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      names.formUnion(next.targets.map(\.name))
      waiting += next.dependencies.map(\.package)
    }
    return names
  }
}
