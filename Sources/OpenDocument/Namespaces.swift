import LibXML2

/// The version of OpenDocument that is written: Excel reads it since 2021, LibreOffice since 2020.
let openDocumentVersion = "1.3"

extension XMLWriter {
  /// Opens the root of a part with the namespaces that our parts use.
  mutating func startPart(
    _ root: String, mediaType: String? = nil
  ) throws(XMLWriterError) {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    try start(
      root,
      [
        "xmlns:office": base + "office:1.0", "xmlns:table": base + "table:1.0",
        "xmlns:text": base + "text:1.0", "xmlns:style": base + "style:1.0",
        "xmlns:number": base + "datastyle:1.0", "xmlns:meta": base + "meta:1.0",
        "xmlns:config": base + "config:1.0", "xmlns:of": base + "of:1.2",
        "xmlns:svg": base + "svg-compatible:1.0", "xmlns:fo": base + "xsl-fo-compatible:1.0",
        "xmlns:draw": base + "drawing:1.0", "xmlns:chart": base + "chart:1.0",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:ooo": "http://openoffice.org/2004/office",
        "office:version": openDocumentVersion, "office:mimetype": mediaType,
      ])
  }
}
