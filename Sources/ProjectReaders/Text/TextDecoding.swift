import Foundation
import ImpactModel

/// Turns the bytes of a text file into text, strictly.
///
/// A byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else Windows-1252, which
/// is what spreadsheets on Windows write. What no encoding explains is a finding, never a guess.
public enum TextDecoding {
  /// Decodes a file, or gives the one finding that says why it is no text.
  public static func decode(_ bytes: Data, file: String) -> Result<String, TextDecodingFailure> {
    let decoded: Result<String, TextDecodingFailure>
    let bytes = [UInt8](bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      decoded = decodeUTF8(bytes.dropFirst(3), file: file)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      decoded = decodeUTF16(bytes.dropFirst(2), isLittleEndian: true, file: file)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      decoded = decodeUTF16(bytes.dropFirst(2), isLittleEndian: false, file: file)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      decoded = .success(text)
    } else {
      decoded = decodeWindows1252(bytes, file: file)
    }
    guard case .success(let text) = decoded, let found = controlCharacter(in: text, file: file)
    else { return decoded }
    return .failure(TextDecodingFailure(finding: found))
  }

  private static func decodeUTF8(
    _ bytes: ArraySlice<UInt8>, file: String
  ) -> Result<String, TextDecodingFailure> {
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    return failure(
      "text.invalid_encoding",
      Text(
        "The file says that it is UTF-8, but it is not.",
        nl: "Het bestand zegt UTF-8 te zijn, maar is dat niet."),
      Address(file: file))
  }

  private static func decodeUTF16(
    _ bytes: ArraySlice<UInt8>, isLittleEndian: Bool, file: String
  ) -> Result<String, TextDecodingFailure> {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    if bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) {
      return .success(text)
    }
    return failure(
      "text.invalid_encoding",
      Text(
        "The file says that it is UTF-16, but it is not.",
        nl: "Het bestand zegt UTF-16 te zijn, maar is dat niet."),
      Address(file: file))
  }

  private static func decodeWindows1252(
    _ bytes: [UInt8], file: String
  ) -> Result<String, TextDecodingFailure> {
    var text = String.UnicodeScalarView()
    var line = 1
    for byte in bytes {
      if byte == 10 { line += 1 }
      guard let scalar = scalar(windows1252: byte) else {
        let code = String(byte, radix: 16, uppercase: true)
        return failure(
          "text.undefined_byte",
          Text(
            "The byte \(code) is no character of UTF-8 or Windows-1252.",
            nl: "De byte \(code) is geen teken van UTF-8 of Windows-1252."),
          Address(file: file, line: line))
      }
      text.append(scalar)
    }
    return .success(String(text))
  }

  /// The characters that Windows-1252 has at 80 to 9F, or `nil` for the five undefined bytes.
  private static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let high: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    let value = high[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static func controlCharacter(in text: String, file: String) -> Finding? {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      guard isControl, scalar != "\n", scalar != "\r", scalar != "\t" else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return Finding(
        "text.control_character", .error,
        Text(
          "The file holds the control character U+\(code), which no text has.",
          nl: "Het bestand bevat het stuurteken U+\(code), dat in geen tekst thuishoort."),
        help: saveAgain, at: Address(file: file, line: line))
    }
    return nil
  }

  private static func failure(
    _ code: String, _ message: Text, _ address: Address
  ) -> Result<String, TextDecodingFailure> {
    .failure(
      TextDecodingFailure(finding: Finding(code, .error, message, help: saveAgain, at: address)))
  }

  private static let saveAgain = Text(
    "Open the file in your spreadsheet and save it again as CSV in UTF-8.",
    nl: "Open het bestand in uw rekenblad en bewaar het opnieuw als CSV in UTF-8.")
}

/// Why a file is no text.
public struct TextDecodingFailure: Error, Sendable, Hashable {
  /// The finding for the project's lead.
  public let finding: Finding

  /// Makes a failure of a finding.
  public init(finding: Finding) { self.finding = finding }
}
