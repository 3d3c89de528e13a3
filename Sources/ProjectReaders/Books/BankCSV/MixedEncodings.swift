import ImpactModel

/// Tells whether the lines of one file are in two encodings, which no export is.
///
/// A byte of an accented letter that was damaged, or two files that were pasted together, leave
/// fields in UTF-8 beside fields that are not; each is read for itself.
struct MixedEncodings {
  private var inUTF8 = FirstPlace()
  private var inOther = FirstPlace()

  /// Looks at a line.
  mutating func add(_ fields: [[UInt8]], at address: Address) {
    for field in fields where field.contains(where: { $0 >= 0x80 }) {
      if String(validating: field, as: UTF8.self) != nil {
        inUTF8.add(at: address)
      } else {
        inOther.add(at: address)
      }
    }
  }

  /// The one finding, at the first field in the encoding that fewer fields have.
  var finding: Finding? {
    guard inUTF8.count > 0, inOther.count > 0 else { return nil }
    return (inUTF8.count < inOther.count ? inUTF8 : inOther).finding { count, place in
      Finding(
        "ledger.mixed_encodings", .warning,
        Text(
          "Texts in another encoding than the rest of the file: \(count). The file may be damaged.",
          nl:
            "Teksten in een andere codering dan de rest van het bestand: \(count). Het bestand kan "
            + "beschadigd zijn."),
        help: BookFindings.exportAgain, at: place)
    }
  }
}
