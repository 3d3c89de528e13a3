import Foundation
import TestSupport

@testable import Verification

/// The value maps beside the tests.
enum Maps {
  /// A map of the folder `Maps`, recomputed.
  static func verified(_ name: String) throws -> MapVerification {
    let file = Places.repository.appending(path: "Tests/VerificationTests/Maps/\(name)")
    return try verified(Data(contentsOf: file), name)
  }

  /// A map of a text, recomputed.
  static func verified(_ text: String) throws -> MapVerification {
    try verified(Data(text.utf8), "map.csv")
  }

  private static func verified(_ bytes: Data, _ name: String) throws -> MapVerification {
    let grid = try Grid.csv(bytes, file: name).get()
    guard let verification = MapVerifier.verify(grid) else { throw NoMap() }
    return verification
  }

  struct NoMap: Error {}
}
