import ExportKit
import LibXML2

/// Which version of the form a document is of, as its outermost element says.
enum ReportVersion {
  /// What the namespaces of all versions begin with.
  static let family = "urn:wijkwaarde:report:"

  /// Why a document is none that can be read.
  enum Refusal: Error {
    case notAReport
    case older
    case unknown(String)

    var message: Text {
      switch self {
      case .notAReport:
        Text("This is no report of Wijkwaarde.", nl: "Dit is geen verslag van Wijkwaarde.")
      case .older:
        Text(
          "The report is of version 0, which was a trial: write a new report with this program.",
          nl: "Het verslag is van versie 0, een proefversie: maak met dit programma een nieuw "
            + "verslag.")
      case .unknown(let namespace):
        Text(
          "The report is of a version that this program does not know: \(namespace.prefix(80)).",
          nl: "Het verslag heeft een versie die dit programma niet kent: \(namespace.prefix(80)).")
      }
    }
  }

  /// Checks the outermost element of a document.
  ///
  /// - Throws: `Refusal`.
  static func check(_ root: XMLStreamElement) throws(Refusal) {
    let namespace = root.namespace ?? ""
    guard root.name == "report", namespace.hasPrefix(family) else { throw .notAReport }
    guard namespace != family + "0" else { throw .older }
    guard namespace == ReportXMLExporter.namespace else { throw .unknown(namespace) }
  }
}

extension XMLStreamElement {
  /// The element without the attributes of others, which may have the names of ours.
  var withoutForeignAttributes: XMLStreamElement {
    guard attributes.contains(where: { $0.namespace != nil }) else { return self }
    return XMLStreamElement(
      name: name, namespace: namespace, attributes: attributes.filter { $0.namespace == nil })
  }
}
