import ImpactModel
import LibXML2

/// Which audit file a root element announces.
enum AuditFileVersion: Hashable {
  /// A version whose vocabulary is read.
  case readable(String)
  /// A version that exists and is not read yet.
  case notYet(String)
  /// The namespace of 4.0 that some programs write and that does not exist.
  case falseNamespace
  /// Something else.
  case foreign

  /// The format with its version, as readers know it.
  var name: String {
    switch self {
    case .readable(let number), .notYet(let number): "XAF \(number)"
    case .falseNamespace: "XAF"
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
    case "": self = .notYet("CLAIR2")
    case "http://www.auditfiles.nl/xaf/3.1": self = .readable("3.1")
    case "http://www.auditfiles.nl/xaf/3.2": self = .readable("3.2")
    case authority + "belastingdienst/bcpp/1.0/structures/xmlauditfilefinancieel3.2.1":
      self = .readable("3.2.1")
    case authority + "belastingdienst/bcpp/1.1/structures/xmlauditfilexaf_4.0",
      // The explanation of 4.0 contradicts its own schema here; programs follow either.
      authority + "xaf/4.0":
      self = .readable("4.0")
    case "http://www.auditfiles.nl/xaf/4.0": self = .falseNamespace
    default: self = .foreign
    }
  }
}
