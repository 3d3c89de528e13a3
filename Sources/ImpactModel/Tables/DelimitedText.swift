/// Splits delimited text (CSV) into records that know their lines.
///
/// Quoting is that of RFC 4180: a field may stand in double quotes, which are doubled inside; a
/// quoted field may hold separators and line ends. Line ends are CR, LF or CR LF. A quote in the
/// middle of an unquoted field is a plain character.
public struct DelimitedText: Sendable {
  /// One record.
  public struct Record: Sendable, Hashable {
    /// The line on which it starts, from 1.
    public let line: Int
    /// Its fields, quotes removed.
    public let fields: [String]

    /// Makes a record.
    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }

    /// Whether all fields are empty.
    public var isBlank: Bool {
      fields.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
  }

  /// The records, blank ones included.
  public let records: [Record]
  /// The line on which a quote starts that is never closed.
  public let unclosedQuote: Int?

  /// Splits a text.
  public init(_ text: String, separator: Character) {
    var reader = Reader(separator: separator.asciiValue ?? 44)
    var text = text
    text.withUTF8 { reader.read($0) }
    records = reader.records
    unclosedQuote = reader.unclosedQuote
  }

  private struct Reader {
    let separator: UInt8
    var records: [Record] = []
    var unclosedQuote: Int?
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var line = 1
    private var recordLine = 1

    init(separator: UInt8) { self.separator = separator }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
      let quote: UInt8 = 34
      var index = 0
      var quotedSince: Int?
      var isQuotedField = false
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if quotedSince != nil {
          if byte == quote {
            if index < bytes.count, bytes[index] == quote {
              field.append(quote)
              index += 1
            } else {
              quotedSince = nil
            }
          } else {
            let isLoneReturn = byte == 13 && !(index < bytes.count && bytes[index] == 10)
            if byte == 10 || isLoneReturn { line += 1 }
            field.append(byte)
          }
        } else if byte == quote, field.isEmpty, !isQuotedField {
          quotedSince = line
          isQuotedField = true
        } else if byte == separator {
          endField()
          isQuotedField = false
        } else if byte == 10 || byte == 13 {
          if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
          endField()
          isQuotedField = false
          endRecord()
        } else {
          field.append(byte)
        }
      }
      unclosedQuote = quotedSince
      if !field.isEmpty || !fields.isEmpty || isQuotedField {
        endField()
        endRecord()
      }
    }

    private mutating func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }

    private mutating func endRecord() {
      records.append(Record(line: recordLine, fields: fields))
      fields.removeAll(keepingCapacity: true)
      line += 1
      recordLine = line
    }
  }
}
