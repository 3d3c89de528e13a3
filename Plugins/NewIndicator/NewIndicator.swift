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
    let refusal = Pipe()
    process.standardError = refusal
    try process.run()
    let said = String(decoding: refusal.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return }
    let sentence = said.split(separator: "\n").first.map(String.init) ?? "the tool ended too early"
    let prefix = "error: "
    Diagnostics.error(
      sentence.hasPrefix(prefix) ? String(sentence.dropFirst(prefix.count)) : sentence)
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
