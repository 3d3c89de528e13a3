import ExportKit

/// A small made-up map on which a check is shown: the clean one with a change.
struct ClaimExample: Sendable {
  /// What is changed, in words.
  let text: Text
  /// The map with the change.
  let map: ExampleMap

  /// Changes the clean map.
  init(_ text: Text, _ change: (inout ExampleMap) -> Void) {
    var map = ExampleMap.clean
    change(&map)
    self.text = text
    self.map = map
  }

  /// The lines that are another than in the clean map; a line that is gone is named so.
  var changes: [String] {
    let clean = ExampleMap.clean.lines
    let mine = map.lines
    let names = Set(mine.map(\.name))
    let known = Dictionary(uniqueKeysWithValues: clean.map { ($0.name, $0.value) })
    return mine.filter { known[$0.name] != $0.value }.map(\.text)
      + clean.filter { !names.contains($0.name) }.map { "\($0.name): –" }
  }
}
