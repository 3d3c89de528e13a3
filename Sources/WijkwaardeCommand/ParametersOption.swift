import ArgumentParser
import Foundation

/// Folders of parameters that the user brings, such as a licensed bank of proxies.
struct ParametersOption: ParsableArguments {
  @Option(
    name: .customLong("parameters"),
    help: "A folder of your own with parameters: *.csv and sources.yaml.", completion: .directory)
  var folders: [String] = []

  var urls: [URL] { folders.map { URL(filePath: $0) } }
}
