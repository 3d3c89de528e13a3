/// The XML schema of an indicator's detail, made of its declaration.
///
/// It stands beside the schema of the report and not inside it: that one lets any element of
/// another namespace through, and never depends on which modules a program was built with.
public struct DetailSchema: Sendable {
  /// The namespace of an indicator's detail: `urn:wijkwaarde:indicator:circularity:1`.
  public static func namespace(of indicator: String) -> String {
    "urn:wijkwaarde:indicator:\(indicator):1"
  }

  /// The name of the file of an indicator's schema.
  public static func fileName(of indicator: String) -> String {
    "wijkwaarde-indicator-\(indicator)-1.xsd"
  }

  private let indicator: String
  private let details: [DetailCard]

  /// Takes the details that an indicator declares.
  public init(indicator: String, details: [DetailCard]) {
    self.indicator = indicator
    self.details = details
  }

  /// The schema as the text of a file.
  public var text: String {
    let namespace = Self.namespace(of: indicator)
    let opening = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="\(namespace)" \
      targetNamespace="\(namespace)" elementFormDefault="qualified">

      """
    return opening + details.map(element).joined() + Self.types + "</xs:schema>\n"
  }

  private func element(_ detail: DetailCard) -> String {
    let columns = detail.columns.map(column).joined()
    return """
        <xs:element name="\(detail.id)">
      \(documentation(detail.title, detail.summary, indent: 4))\
          <xs:complexType>
            <xs:sequence>
              <xs:element name="row" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
      \(columns)            </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>

      """
  }

  private func column(_ column: DetailColumn) -> String {
    let occurs = column.isRequired ? "" : " minOccurs=\"0\""
    let notes = documentation(column.label, nil, indent: 16)
    let body: String
    switch (column.kind, column.unit) {
    case (.choice(let options), _): body = Self.choice(options)
    case (_, let unit?): body = Self.measured(Self.base(column.kind), unit)
    default:
      return """
                      <xs:element name="\(column.id)" type="\(Self.base(column.kind))"\(occurs)>
        \(notes)              </xs:element>

        """
    }
    return """
                    <xs:element name="\(column.id)"\(occurs)>
      \(notes)\(body)              </xs:element>

      """
  }

  private static func base(_ kind: DetailColumn.Kind) -> String {
    switch kind {
    case .text, .choice: "d:Line"
    case .identifier: "d:Segment"
    case .integer: "xs:long"
    case .number: "d:Number"
    case .day: "xs:date"
    case .yesNo: "xs:boolean"
    }
  }

  private static func measured(_ base: String, _ unit: Unit) -> String {
    let currency =
      unit.isMoney
      ? "                      <xs:attribute name=\"currency\" type=\"d:Currency\" use=\"required\"/>\n"
      : ""
    return """
                      <xs:complexType>
                        <xs:simpleContent>
                          <xs:extension base="\(base)">
                            <xs:attribute name="unit" type="xs:string" use="required" \
      fixed="\(escaped(unit.code))"/>
      \(currency)                    </xs:extension>
                        </xs:simpleContent>
                      </xs:complexType>

      """
  }

  private static func choice(_ options: [ChoiceOption]) -> String {
    let values = options.map { option in
      """
                            <xs:enumeration value="\(escaped(option.id))"/>

      """
    }
    return """
                      <xs:simpleType>
                        <xs:restriction base="xs:string">
      \(values.joined())                  </xs:restriction>
                      </xs:simpleType>

      """
  }

  private func documentation(_ label: Text, _ summary: Text?, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    let languages = label.isEnglishOnly ? [Language.english] : Language.allCases
    let lines = languages.map { language in
      let text = label[language] + (summary.map { ". " + $0[language] } ?? ".")
      return "\(space)  <xs:documentation xml:lang=\"\(language.rawValue)\">"
        + "\(Self.escaped(text))</xs:documentation>\n"
    }
    return "\(space)<xs:annotation>\n\(lines.joined())\(space)</xs:annotation>\n"
  }

  private static let types = """
      <xs:simpleType name="Line">
        <xs:restriction base="xs:string">
          <xs:minLength value="1"/>
        </xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="Segment">
        <xs:restriction base="xs:string">
          <xs:pattern value="[a-z][a-z0-9_]*"/>
        </xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="Number">
        <xs:restriction base="xs:double">
          <xs:pattern value="-?[0-9]+(\\.[0-9]+)?([eE][+\\-]?[0-9]+)?"/>
        </xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="Currency">
        <xs:restriction base="xs:string">
          <xs:pattern value="[A-Z]{3}"/>
        </xs:restriction>
      </xs:simpleType>

    """

  /// Escapes text for XML; what XML cannot hold is left out.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

/// A schema that imports others, so that one check covers a report and the detail of its modules.
public struct DriverSchema: Sendable {
  /// The name of its file.
  public static let fileName = "wijkwaarde-all.xsd"

  private let parts: [(namespace: String, file: String)]

  /// Takes the schemas that stand in the same folder.
  public init(_ parts: [(namespace: String, file: String)]) { self.parts = parts }

  /// The schema as the text of a file.
  public var text: String {
    let imports = parts.map {
      "  <xs:import namespace=\"\($0.namespace)\" schemaLocation=\"\($0.file)\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      \(imports.joined())</xs:schema>

      """
  }
}
