/// CODA files for the tests, made up from nothing and put together by position.
enum CodaFiles {
  /// A record of 128 characters: texts at positions from 1.
  static func record(_ parts: (Int, String)..., length: Int = 128) -> String {
    var characters = [Character](repeating: " ", count: length)
    for (position, text) in parts {
      for (offset, character) in text.enumerated() where position - 1 + offset < length {
        characters[position - 1 + offset] = character
      }
    }
    return String(characters)
  }

  static func amount(_ cents: Int) -> String {
    let digits = String(abs(cents) * 10)
    return String(repeating: "0", count: 15 - digits.count) + digits
  }

  static func movement(
    _ sequence: String, _ detail: String, _ cents: Int, type: String, text: String = "",
    isStructured: Bool = false, day: String = "030225"
  ) -> String {
    record(
      (1, "21"), (3, sequence), (7, detail), (11, "REF"), (32, cents < 0 ? "1" : "0"),
      (33, amount(cents)), (48, day), (54, type + "0010000"), (62, isStructured ? "1" : "0"),
      (63, text), (116, day))
  }

  static func party(_ sequence: String, _ detail: String, _ account: String, _ name: String)
    -> String
  {
    record((1, "23"), (3, sequence), (7, detail), (11, account), (45, "EUR"), (48, name))
  }

  /// 1000.00 − 109.00 + 250.00 − 60.00 (35.00 and 25.00) + 260.00 (100.00, and 120.00 and 40.00
  /// under a part of 160.00) = 1341.00.
  static let records: [String] = [
    record((1, "00000"), (6, "040225"), (35, "BUURTBEDRIJF"), (128, "2")),
    record(
      (1, "12042"), (6, "BE00000000000001"), (40, "EUR"), (43, "0"), (44, amount(100_000)),
      (59, "010225"), (65, "BUURTBEDRIJF (FICTIEF)"), (91, "ZICHT"), (126, "042")),
    movement(
      "0001", "0000", -10_900, type: "0", text: "FACTUUR 17 " + String(repeating: "X", count: 42)),
    record((1, "22"), (3, "0001"), (7, "0000"), (11, "VERVOLG")),
    party("0001", "0000", "BE00000000000003", "BUURTBAKKER"),
    record(
      (1, "31"), (3, "0001"), (7, "0001"), (32, "00010000"), (40, "1"), (41, "001"),
      (44, "BAKKER NV")),
    record((1, "32"), (3, "0001"), (7, "0001"), (11, "OVENSTRAAT 7"), (46, "9000 GENT")),
    movement("0002", "0000", 25_000, type: "0", text: "101123456789002", isStructured: true),
    party("0002", "0000", "BE00000000000004", "KLANT"),
    movement("0003", "0000", -6_000, type: "1", text: ""),
    movement("0003", "0001", -3_500, type: "5", text: "EEN"),
    party("0003", "0001", "BE00000000000005", "EEN"),
    movement("0003", "0002", -2_500, type: "5", text: "TWEE"),
    movement("0004", "0000", 26_000, type: "2"),
    movement("0004", "0001", 10_000, type: "6"),
    movement("0004", "0002", 16_000, type: "7"),
    movement("0004", "0003", 12_000, type: "9"),
    movement("0004", "0004", 4_000, type: "9"),
    record(
      (1, "8042"), (5, "BE00000000000001"), (39, "EUR"), (42, "0"), (43, amount(134_100)),
      (58, "280225")),
    record((1, "4"), (33, "WIJ ZIJN GESLOTEN")),
    record((1, "9"), (17, "000018"), (23, amount(16_900)), (38, amount(51_000)), (128, "2")),
  ]

  static var text: String { records.joined(separator: "\r\n") + "\r\n" }
}
