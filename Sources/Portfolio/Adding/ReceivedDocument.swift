import Foundation

/// A document that was handed in, with the name under which it came.
public struct ReceivedDocument: Sendable {
  /// The name: a path, with the name inside an archive behind it.
  public let name: String
  let content: Result<Data, PortfolioRefusal>

  /// Takes bytes under a name.
  public init(name: String, bytes: Data) {
    self.name = name
    content = .success(bytes)
  }

  init(name: String, refused refusal: PortfolioRefusal) {
    self.name = name
    content = .failure(refusal)
  }

  /// How many bytes it has.
  var size: Int { (try? content.get())?.count ?? 0 }
}
