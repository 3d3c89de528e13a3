import ImpactModel
import LibXML2

/// Which audit file a root element announces.
enum AuditFileVersion: Hashable {
  /// A version whose vocabulary is read.
  case readable(String)
  /// A version that exists and is not read yet.
  case notYet(String)
  /// No namespace, as CLAIR2 of 2003 has none and some programs leave it out.
  case unnamed
  /// The namespace of 4.0 that some programs write and that does not exist.
  case falseNamespace
  /// Something else.
  case foreign

  /// The format with its version, as readers know it.
  var name: String {
    switch self {
    case .readable(let number), .notYet(let number): "XAF \(number)"
    case .falseNamespace, .unnamed: "XAF"
    case .foreign: ""
    }
  }

  /// Judges a root element; capitals and a slash at the end of the namespace do not matter.
  init(_ root: XMLStreamElement) {
    var namespace = (root.namespace ?? "").lowercased()
    while namespace.last == "/" { namespace.removeLast() }
    guard root.name.lowercased() == "auditfile" || namespace.hasSuffix("/xaf/4.0") else {
      self = .foreign
      return
    }
    let authority = "http://www.odb.belastingdienst.nl/"
    switch namespace {
    case "": self = .unnamed
    case "http://www.auditfiles.nl/xaf/3.1": self = .readable("3.1")
    case "http://www.auditfiles.nl/xaf/3.2": self = .readable("3.2")
    case authority + "belastingdienst/bcpp/1.0/structures/xmlauditfilefinancieel3.2.1":
      self = .readable("3.2.1")
    case authority + "belastingdienst/bcpp/1.1/structures/xmlauditfilexaf_4.0",
      // The explanation of 4.0 contradicts its own schema here; programs follow either.
      authority + "xaf/4.0":
      self = .readable("4.0")
    case "http://www.auditfiles.nl/xaf/4.0": self = .falseNamespace
    default: self = AuditFileVersion(unknown: namespace)
    }
  }

  /// Judges a namespace of which no version is read: `http://www.auditfiles.nl/xaf/3.0` names one.
  private init(unknown namespace: String) {
    let publisher = "http://www.auditfiles.nl/xaf/"
    let number = namespace.dropFirst(publisher.count)
    let isNumber = number.utf8.allSatisfy { (46...57).contains($0) && $0 != 47 }
    self =
      namespace.hasPrefix(publisher) && isNumber && (1...8).contains(number.count)
      ? .notYet(String(number)) : .foreign
  }
}
