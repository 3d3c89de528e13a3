import LibXML2

extension PackageReader {
  private static let spreadsheetTypes: Set<String> = [
    Workbook.mediaType, Workbook.mediaType + "-template",
  ]

  /// Tells a spreadsheet that can be read from a package of another kind or under a password.
  func checkKind() throws {
    if directory["content.xml"] == nil {
      if directory["encrypted-package"] != nil { throw SpreadsheetReadError(.encrypted) }
      if directory["[Content_Types].xml"] != nil { throw SpreadsheetReadError(.excel) }
    }
    if let type = try bytes(of: "mimetype", limit: 1 << 10) {
      let text = String(decoding: type, as: UTF8.self)
        .trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
      guard PackageReader.spreadsheetTypes.contains(String(text)) else {
        throw SpreadsheetReadError(.notSpreadsheet(String(text.prefix(100))))
      }
    }
    guard directory["content.xml"] != nil else {
      throw SpreadsheetReadError(.missingPart("content.xml"))
    }
    try checkEncryption()
  }

  /// Looks for parts that the manifest calls encrypted; without a manifest there are none.
  private func checkEncryption() throws {
    let name = "META-INF/manifest.xml"
    guard let manifest = try bytes(of: name, limit: 4 << 20) else { return }
    let parser = XMLStreamParser { event, _ in
      if case .start(let element) = event, element.name == "encryption-data" {
        throw SpreadsheetReadError(.encrypted)
      }
    }
    do {
      try manifest.withUnsafeBufferPointer { try parser.feed($0) }
      try parser.finish()
    } catch let error as XMLStreamError {
      throw SpreadsheetReadError(.xml(name, error))
    }
  }
}
