import Foundation
import LibXML2

extension Workbook {
  /// Writes the workbook as a single XML file (`.fods`), which programs for versions can compare.
  ///
  /// The rows of all sheets are asked for twice, because the styles stand before them. A file of
  /// that name is replaced; where writing fails an incomplete file is left. Excel cannot open it.
  ///
  /// - Throws: as `write(to:)` does.
  public func writeFlat(to file: URL) throws {
    try check()
    do {
      let plan = try DocumentPlan(self, isFlat: true)
      let styles = try settledStyles(plan) { _ in true }
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      let content = ContentStream(styles: styles) { try handle.write(contentsOf: Data($0.bytes)) }
      try content.xml.startPart("office:document", mediaType: Workbook.mediaType)
      try writeMeta(to: &content.xml)
      try writeSettings(to: &content.xml)
      try writeStyles(styles, to: &content.xml) { xml in
        try writeLayoutStyles(to: &xml)
        try styles.writeHighlights(to: &xml, areas: plan.highlights)
      }
      try writeBody(plan, to: content)
      content.xml.end()
      try content.flush(all: true)
      try handle.close()
    } catch let error as XMLWriterError {
      throw SpreadsheetError(.controlCharacter(error.character))
    }
  }
}
