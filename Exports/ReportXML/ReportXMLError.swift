import ExportKit

/// Why a report cannot be carried by the XML file; each case names the element.
public enum ReportXMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A text holds a control character that no XML file can hold.
  case unwritableCharacter(Unicode.Scalar, element: String)
  /// A number is infinite or no number, which a module should have reported as absent.
  case notFinite(element: String)
  /// Two different figures have one identifier.
  case doubledFigure(FigureID)

  /// What is the matter, as a reader sees it.
  public var message: Text {
    switch self {
    case .unwritableCharacter(let character, let element):
      let code = "U+" + ReportXMLError.hexadecimal(character.value)
      return Text(
        "the text of \(element) holds the control character \(code), which XML cannot hold",
        nl: "de tekst van \(element) bevat het stuurteken \(code), dat niet in XML past")
    case .notFinite(let element):
      return Text(
        "\(element) is not a finite number", nl: "\(element) is geen eindig getal")
    case .doubledFigure(let id):
      return Text(
        "two different figures are called \(id)", nl: "twee verschillende cijfers heten \(id)")
    }
  }

  /// The message in English.
  public var description: String { message.english }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
