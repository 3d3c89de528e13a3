import Foundation
import ImpactModel

/// What reading a table of places gave besides its rows.
public struct PlaceReading: Sendable, Hashable {
  /// What is wrong with it.
  public let findings: [Finding]
  /// Whether its rows are addresses or count them, so that the most of them can be told.
  public let isWeighted: Bool
  /// The year of its codes, where its heading names it.
  public let year: Int?
  /// How many rows were used.
  public let rows: Int
}

/// Reads a table of postcodes and neighbourhoods a part at a time: millions of rows in little memory.
///
/// The table of Statistics Netherlands (CBS, "Buurt, wijk en gemeente voor postcode huisnummer",
/// yearly) has a row per address: `PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025`. Any other table
/// with a heading works too that names a postcode and a neighbourhood, district or municipality:
/// `postcode;neighbourhood`, Belgian postcodes with NIS codes or statistical sectors, the British
/// postcode directory. Codes are text: leading zeros and letters count.
public struct PlaceTableReader {
  /// Raised whenever the same file would be read otherwise.
  public static let version = "places 1"

  private let country: Country

  /// Makes a reader of tables with postcodes of a country.
  public init(country: Country) { self.country = country }

  /// Reads a table and hands on how many addresses of a postcode lie in a place.
  ///
  /// A pair of postcode and place may come several times; its addresses add up.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - file: its path relative to the project's folder, for addresses.
  ///   - take: is given some shares at a time.
  /// - Throws: where the file cannot be opened or read, or what `take` threw.
  public func read(
    fileAt url: URL, file: String, into take: ([PlaceShare]) throws -> Void
  ) throws -> PlaceReading {
    var pass = PlaceTablePass(file: file, country: country)
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    while !pass.isOver, let part = try handle.read(upToCount: 1 << 18), !part.isEmpty {
      try part.withUnsafeBytes { bytes in
        try pass.take(bytes.bindMemory(to: UInt8.self), into: take)
      }
    }
    return try pass.finish(into: take)
  }
}
