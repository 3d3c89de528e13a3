import Foundation
import LibXML2
import TestSupport
import Testing

/// Documents are judged by the schema that they name, and hostile ones are not even read.
struct XMLValidatorTests {
  private static let relaxNG = """
    <element name="note" xmlns="http://relaxng.org/ns/structure/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <attribute name="weight"><data type="integer"/></attribute>
      <text/>
    </element>
    """
  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="note"><xs:complexType><xs:simpleContent>
        <xs:extension base="xs:string">
          <xs:attribute name="weight" type="xs:integer" use="required"/>
        </xs:extension>
      </xs:simpleContent></xs:complexType></xs:element>
    </xs:schema>
    """

  private func validators() throws -> [XMLValidator] {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rng = folder.appending(path: "note.rng")
    let xsd = folder.appending(path: "note.xsd")
    try Data(Self.relaxNG.utf8).write(to: rng)
    try Data(Self.xsd.utf8).write(to: xsd)
    return [try XMLValidator(schema: rng), try XMLValidator(schema: xsd)]
  }

  @Test func `a valid document has no problems`() throws {
    for validator in try validators() {
      #expect(validator.validate(Data("<note weight='3'>tea</note>".utf8)) == [])
    }
  }

  @Test func `an invalid attribute is reported with its line`() throws {
    for validator in try validators() {
      let problems = validator.validate(Data("<!-- -->\n<note weight='much'>tea</note>".utf8))
      #expect(
        problems.contains { $0.line == 2 && $0.message.contains("much") }, "\(problems)")
    }
  }

  @Test func `a document that is not well-formed is one problem`() throws {
    for validator in try validators() {
      #expect(validator.validate(Data("<note weight='3'><b></note>".utf8)).count == 1)
      #expect(validator.validate(Data()).count == 1)
    }
  }

  @Test func `a document type declaration is refused and its entities are not read`() throws {
    let document = """
      <!DOCTYPE note [<!ENTITY a SYSTEM "file:///etc/hostname">]><note weight='3'>&a;</note>
      """
    for validator in try validators() {
      let problems = validator.validate(Data(document.utf8))
      #expect(problems.map(\.message) == ["a document type declaration is refused"])
    }
  }

  @Test func `an unusable schema is refused with its file`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["broken.rng", "broken.xsd"] {
      let file = folder.appending(path: name)
      #expect(throws: XMLSchemaError.self) { try XMLValidator(schema: file) }
      try Data("<nothing/>".utf8).write(to: file)
      do throws(XMLSchemaError) {
        _ = try XMLValidator(schema: file)
        Issue.record("\(name) was taken for a schema")
      } catch {
        #expect(error.file == file.path)
        #expect(!error.problems.isEmpty)
      }
    }
  }

  @Test func `one schema serves many threads`() async throws {
    let validator = try #require(try validators().first)
    let counts = await withTaskGroup(of: Int.self) { group in
      for weight in 0..<64 {
        let text = weight.isMultiple(of: 2) ? "\(weight)" : "odd"
        group.addTask { validator.validate(Data("<note weight='\(text)'/>".utf8)).count }
      }
      var valid = 0
      for await count in group where count == 0 { valid += 1 }
      return valid
    }
    #expect(counts == 32)
  }
}
