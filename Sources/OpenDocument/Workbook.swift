/// A workbook to be written as an OpenDocument spreadsheet.
///
/// Sheets are described first and their rows asked for while writing, so that a sheet of a million
/// rows needs no more memory than one of ten.
public struct Workbook {
  /// The title of the document.
  public var title: String
  /// What the document is about.
  public var summary: String?
  /// Who made it.
  public var author: String?
  /// What it belongs to, in a few words.
  public var subject: String?
  /// Words by which it can be found.
  public var keywords: [String]
  /// The program that wrote it, name and version.
  public var generator: String
  /// The language of its texts and the form of its numbers.
  public var language: DocumentLanguage
  /// A warning at the top of each printed page.
  public var pageStamp: String?
  /// The sheets, in order.
  public var sheets: [Sheet]

  /// Describes a workbook.
  public init(
    title: String, summary: String? = nil, author: String? = nil, subject: String? = nil,
    keywords: [String] = [], generator: String, language: DocumentLanguage,
    pageStamp: String? = nil, sheets: [Sheet]
  ) {
    self.title = title
    self.summary = summary
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.generator = generator
    self.language = language
    self.pageStamp = pageStamp
    self.sheets = sheets
  }
}

/// A language and a country by their ISO codes: `nl` and `NL`.
public struct DocumentLanguage: Sendable, Hashable {
  /// The language: two or three small letters.
  public let language: String
  /// The country: two capital letters.
  public let country: String

  /// Names a language.
  public init(language: String, country: String) {
    self.language = language
    self.country = country
  }

  /// Dutch as in the Netherlands.
  public static let dutch = DocumentLanguage(language: "nl", country: "NL")
  /// English as in the United Kingdom.
  public static let english = DocumentLanguage(language: "en", country: "GB")

  /// The tag as BCP 47 writes it: `nl-NL`.
  public var tag: String { "\(language)-\(country)" }
}

/// One sheet: its columns, what stays in sight, and its rows.
public struct Sheet {
  /// The name on its tab: 1 to 31 characters, none of `[]*?:/\`.
  public var name: String
  /// The widths of its columns, in millimetres.
  public var columnWidths: [Double]
  /// The rows, from 1, that are repeated on each printed page.
  public var headingRows: ClosedRange<Int>?
  /// How many rows at the top stay in sight.
  public var frozenRows: Int
  /// How many columns at the left stay in sight.
  public var frozenColumns: Int
  /// Whether its tab is hidden; at least one sheet must be in sight.
  public var isHidden: Bool
  /// Whether only input cells can be changed, until somebody takes the protection off.
  public var isProtected: Bool
  /// How it stands on paper.
  public var page: PageForm
  /// The rows, from 1, with which a new page begins on paper.
  public var pageBreaks: Set<Int>
  /// What holds for ranges of its cells; no two may overlap.
  public var areas: [SheetArea]
  /// Its charts.
  public var charts: [Chart]
  /// Writes the rows, top to bottom.
  ///
  /// It is called twice where the sheet has highlights or the file is a single one, and must then
  /// write the same rows.
  public var rows: (inout SheetRows) throws -> Void

  /// Describes a sheet.
  public init(
    name: String, columnWidths: [Double], headingRows: ClosedRange<Int>? = nil,
    frozenRows: Int = 0, frozenColumns: Int = 0, isHidden: Bool = false,
    isProtected: Bool = false, page: PageForm = .landscape, pageBreaks: Set<Int> = [],
    areas: [SheetArea] = [], charts: [Chart] = [], rows: @escaping (inout SheetRows) throws -> Void
  ) {
    self.name = name
    self.columnWidths = columnWidths
    self.headingRows = headingRows
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.isHidden = isHidden
    self.isProtected = isProtected
    self.page = page
    self.pageBreaks = pageBreaks
    self.areas = areas
    self.charts = charts
    self.rows = rows
  }

  /// The longest name that spreadsheets take.
  public static let longestName = 31

  /// Whether a text can stand on a tab.
  public static func canBeNamed(_ name: String) -> Bool {
    let refused: Set<Character> = ["[", "]", "*", "?", ":", "/", "\\"]
    return (1...longestName).contains(name.count) && name.first != "'" && name.last != "'"
      && !name.contains { refused.contains($0) || $0.isNewline }
      && !name.unicodeScalars.contains {
        $0.value < 0x20 || $0.value >= 0xFFFE && $0.value <= 0xFFFF
      }
      && !name.allSatisfy(\.isWhitespace)
  }
}

/// How a sheet stands on A4 paper; all its columns fit the width of a page, or of three.
public enum PageForm: String, Sendable, Hashable, CaseIterable {
  /// On its side.
  case landscape = "Default"
  /// Upright.
  case portrait = "Portrait"
  /// On its side, over at most three pages beside each other; frozen columns repeat on each.
  case wide = "Wide"
  /// Upright, as small as it takes for all of it to stand on one page.
  case single = "Single"
}
