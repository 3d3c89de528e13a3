import ImpactModel
import Yams

/// Reads `examples.yaml`, the worked examples of an indicator.
///
/// The file is a list. Each entry has a name in English (`en`) and Dutch (`nl`), a `period` (a
/// year, or `2025-01/2025-06`), `measures` that are expected, and where they are needed `tables`,
/// `imports`, `books`, `parameters` and `postcodes`. A table is text with a heading line, as in a
/// CSV file; an import is the text of a file of another format, under its name.
public enum ExampleFile {
  /// The keys of an example.
  static let keys = [
    "en", "nl", "period", "postcodes", "parameters", "tables", "imports", "books", "measures",
  ]

  /// Reads the examples; one that has a fault is left out, and its faults say what to write.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, as faults show it.
  public static func read(
    _ text: String, file: String
  ) -> (examples: [WorkedExample], faults: [ExampleFault]) {
    func refused(_ line: Int, _ message: String) -> ([WorkedExample], [ExampleFault]) {
      ([], [ExampleFault(file: file, line: line, message: message)])
    }
    do {
      guard let root = try Yams.compose(yaml: text) else {
        return refused(1, "the file is empty; write a list of examples, each starting with “- en:”")
      }
      guard let list = root.sequence else {
        return refused(1, "write a list of examples, each starting with “- en:”")
      }
      var examples: [WorkedExample] = []
      var faults: [ExampleFault] = []
      for node in list {
        var entry = ExampleEntry(node, file: file)
        let example = entry.read()
        faults += entry.faults
        if entry.faults.isEmpty, let example { examples.append(example) }
      }
      return (examples, faults)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = keys.sorted().first ?? ""
      return refused(context.mark.line, "“\(key)” stands here twice; delete one of the two")
    } catch YamlError.scanner(_, let problem, let mark, _) {
      return refused(mark.line, "this is not valid YAML: \(problem)")
    } catch YamlError.parser(_, let problem, let mark, _) {
      return refused(mark.line, "this is not valid YAML: \(problem)")
    } catch {
      return refused(1, "this is not valid YAML")
    }
  }
}
