import ImpactModel

/// A part of a reference page, before it is written for a terminal or as Markdown.
enum PageBlock {
  /// The title of the page or of a part of it, from 1.
  case heading(Text, level: Int)
  /// A paragraph.
  case paragraph(Text)
  /// A table; the first cell of a row names it.
  case table(head: [Text], rows: [[PageCell]])
  /// Lines that are copied as they are.
  case listing(String)
  /// Points one below the other.
  case list([Text])
}

/// A cell of a table of a reference page.
enum PageCell {
  /// Something that is typed: an identifier, a number, an example.
  case code(String)
  /// Words.
  case words(Text)
  /// Nothing.
  case empty
}
