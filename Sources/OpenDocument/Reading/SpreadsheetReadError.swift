import LibXML2

/// Why a document cannot be read, and where.
public struct SpreadsheetReadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is the matter.
  public enum Problem: Sendable, Hashable {
    /// The file cannot be opened or read; the number is the system's.
    case unreadable(Int32)
    /// The file holds no byte.
    case empty
    /// Neither an OpenDocument package nor an OpenDocument XML file.
    case notOpenDocument
    /// An OpenDocument or ZIP file of another kind, by its media type or its name.
    case notSpreadsheet(String)
    /// A workbook in a format of Excel.
    case excel
    /// Closed with a password.
    case encrypted
    /// Cut off, or not complete yet.
    case truncated
    /// The package contradicts itself; the text says in what.
    case damaged(String)
    /// A part is missing.
    case missingPart(String)
    /// The name of a part leads out of the package.
    case unsafeName(String)
    /// Two parts have the same name.
    case repeatedPart(String)
    /// Two parts lie in the same bytes.
    case overlappingParts(String)
    /// A part is compressed in a way that OpenDocument does not use.
    case compressionMethod(String, Int)
    /// The checksum of a part is wrong.
    case checksum(String)
    /// More parts than the limit.
    case parts(limit: Int)
    /// A part is larger than the limit once inflated, in bytes.
    case partBytes(String, limit: Int)
    /// A part is more times larger than compressed than the limit.
    case ratio(String, limit: Int)
    /// A part is no XML that can be read.
    case xml(String, XMLStreamError)
    /// More sheets than the limit.
    case sheets(limit: Int)
    /// A cell that holds something lies beyond the last column.
    case columns(limit: Int)
    /// A cell that holds something lies beyond the last row.
    case rows(limit: Int)
    /// Repeats make more cells than the limit.
    case repeatedCells(limit: Int)
    /// The text of one cell is longer than the limit, in bytes.
    case textBytes(limit: Int)
    /// The texts of one row are longer than the limit, in bytes.
    case rowBytes(limit: Int)
    /// Counts of blanks come to more than the limit.
    case countedBlanks(limit: Int)
    /// A count in the file is no whole number above 0.
    case count(String)
  }

  /// What is the matter.
  public let problem: Problem
  /// The sheet, where it is known.
  public let sheet: String?
  /// The cell, where it is known.
  public let cell: CellAddress?

  /// Makes an error.
  public init(_ problem: Problem, sheet: String? = nil, cell: CellAddress? = nil) {
    self.problem = problem
    self.sheet = sheet
    self.cell = cell
  }

  /// The problem as an English sentence, with its place.
  public var description: String {
    let place = [sheet, cell?.text].compactMap { $0 }.joined(separator: " ")
    return place.isEmpty ? problem.sentence : "\(place): \(problem.sentence)"
  }
}

extension SpreadsheetReadError.Problem {
  fileprivate var sentence: String {
    fileSentence ?? packageSentence ?? contentSentence
  }

  private var fileSentence: String? {
    switch self {
    case .unreadable(let code): "the file cannot be read (error \(code) of the system)"
    case .empty: "the file is empty"
    case .notOpenDocument: "this is no OpenDocument file"
    case .notSpreadsheet(let kind): "this is no spreadsheet but “\(kind)”"
    case .excel: "this is an Excel workbook; save it as an OpenDocument spreadsheet (.ods)"
    case .encrypted: "the file is closed with a password; save it without one"
    case .truncated: "the file is not complete; copy or save it again"
    case .damaged(let what): "the file is damaged: \(what)"
    default: nil
    }
  }

  private var packageSentence: String? {
    switch self {
    case .missingPart(let part): "the package has no part “\(part)”"
    case .unsafeName(let name): "the package has a part with the name “\(name)”, which leads out"
    case .repeatedPart(let name): "the package has two parts with the name “\(name)”"
    case .overlappingParts(let name): "the part “\(name)” lies over another part"
    case .compressionMethod(let name, let method):
      "the part “\(name)” is compressed in a way that OpenDocument does not use (\(method))"
    case .checksum(let name): "the checksum of the part “\(name)” is wrong"
    case .parts(let limit): "the package has more than \(limit) parts"
    case .partBytes(let name, let limit): "the part “\(name)” has more than \(limit) bytes"
    case .ratio(let name, let limit):
      "the part “\(name)” inflates to more than \(limit) times its size"
    case .xml(let part, let error): "“\(part)” is not XML as it should be: \(error.sentence)"
    default: nil
    }
  }

  private var contentSentence: String {
    switch self {
    case .sheets(let limit): "the document has more than \(limit) sheets"
    case .columns(let limit): "a cell lies beyond column \(CellAddress.letters(limit))"
    case .rows(let limit): "a cell lies beyond row \(limit)"
    case .repeatedCells(let limit): "repeats make more than \(limit) cells"
    case .textBytes(let limit): "a cell has a text of more than \(limit) bytes"
    case .rowBytes(let limit): "a row has texts of more than \(limit) bytes"
    case .countedBlanks(let limit): "counts of blanks come to more than \(limit)"
    case .count(let text): "“\(text)” is no count"
    default: "\(self)"
    }
  }
}

extension XMLStreamError {
  fileprivate var sentence: String {
    let place = "line \(position.line), byte \(position.byte)"
    let what =
      switch reason {
      case .empty: "it is empty"
      case .truncated: "it is cut off"
      case .malformed(let message): message
      case .encoding(let message): message
      case .documentType: "it has a document type declaration, which is refused"
      case .tooDeep(let limit): "elements lie deeper than \(limit)"
      case .textTooLong(let limit): "a text has more than \(limit) bytes"
      case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
      case .tooManyNames(let limit): "it has more than \(limit) names"
      case .unreadable(let code): "it cannot be read (error \(code))"
      }
    return "\(what) (\(place))"
  }
}
