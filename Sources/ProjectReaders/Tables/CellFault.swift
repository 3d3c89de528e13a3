import ImpactModel

/// What is wrong with a cell, before its address is known.
struct CellFault: Error, Hashable {
  let code: String
  let message: Text
  let help: Text

  init(_ code: String, _ message: Text, help: Text) {
    self.code = code
    self.message = message
    self.help = help
  }

  func finding(_ severity: Finding.Severity = .error, at address: Address?) -> Finding {
    Finding(code, severity, message, help: help, at: address)
  }
}

/// Gives the user's own words in quotes, shortened so that a message stays a sentence.
///
/// At most 60 characters; what is longer ends in an ellipsis.
public func quoted(_ text: String) -> Text {
  let short = text.count > 60 ? text.prefix(59) + "…" : text[...]
  return Text("“\(short)”", nl: "‘\(short)’")
}

/// A number as a message shows it, with the decimal mark of the language.
func shown(_ value: Double) -> Text {
  let text = DecimalText.exact(value)
  return Text(
    text.replacing("-", with: "−"), nl: text.replacing("-", with: "−").replacing(".", with: ","))
}
