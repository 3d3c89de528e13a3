/// Why comments cannot be put into a spreadsheet that can be read.
public enum CommentingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It carries a digital signature, which a comment would break.
  case signed
  /// Its XML is written in a way that no office program writes; the text says where.
  case unusual(String)
  /// A row has more bytes than the limit.
  case rowBytes(limit: Int)

  /// The error as an English sentence.
  public var description: String {
    switch self {
    case .signed: "the file carries a digital signature, which a comment would break"
    case .unusual(let what): "the file is written in an unusual way (\(what))"
    case .rowBytes(let limit): "a row has more than \(limit) bytes"
    }
  }
}
