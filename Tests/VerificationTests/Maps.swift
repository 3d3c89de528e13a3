import Foundation
import TestSupport

@testable import Verification

/// The value maps beside the tests.
enum Maps {
  /// A map of the folder `Tests/Maps`, recomputed.
  static func verified(file name: String) throws -> MapVerification {
    let file = Places.repository.appending(path: "Tests/Maps/\(name)")
    return try recomputed(Data(contentsOf: file), name)
  }

  /// A map of a text, recomputed.
  static func verified(text: String) throws -> MapVerification {
    try recomputed(Data(text.utf8), "map.csv")
  }

  private static func recomputed(_ bytes: Data, _ name: String) throws -> MapVerification {
    let grid = try Grid.csv(bytes, file: name).get()
    guard let verification = MapVerifier.verify(grid) else { throw NoMap() }
    return verification
  }

  struct NoMap: Error {}
}
