import ImpactModel
import OpenDocument

/// The first sheet: what to fill in where, in ten lines, and a list of the other sheets.
struct GuideSheet {
  let groups: [TableGroup]
  let names: [String: String]
  let language: Language

  var draft: SheetDraft {
    var sheet = SheetDraft(name: SheetWords.guide[language], widths: [8, 62, 125])
    sheet.isUpright = true
    sheet[1, 1] = .text(
      Text("The workbook of a neighbourhood project", nl: "De werkmap van een wijkproject")[
        language], .title)
    for (index, line) in GuideSheet.lines.enumerated() {
      sheet[index + 3, 1] = .text("\(index + 1)", .note)
      sheet[index + 3, 2] = .text(line.what[language], .section)
      sheet[index + 3, 3] = .text(line.how[language], .wrapped)
    }
    var row = GuideSheet.lines.count + 4
    let headings = [
      Text("Sheet", nl: "Blad"), Text("What it is for", nl: "Waar het voor is"),
    ]
    sheet.put(headings.map { .text($0[language], .heading) }, row: row, from: 2)
    row += 1
    let settings = SheetWords.settings[language]
    sheet[row, 2] = .link(settings, to: LinkTarget(sheet: settings, cell: GuideSheet.home))
    sheet[row, 3] = .text(
      Text(
        "Who, where, when, and how is reckoned.",
        nl: "Wie, waar, wanneer, en hoe er gerekend wordt.")[
          language], .wrapped)
    for group in groups {
      row += 1
      sheet[row, 2] = .text(group.title[language], .total)
      sheet[row, 3] = .text("", .total)
      for table in group.tables {
        guard let name = names[table.id] else { continue }
        row += 1
        sheet[row, 2] = .link(name, to: LinkTarget(sheet: name, cell: GuideSheet.home))
        sheet[row, 3] = .text(table.card.summary?[language] ?? "", .wrapped)
      }
    }
    return sheet
  }

  private static let home = CellAddress(column: 1, row: 1)

  private static let lines: [(what: Text, how: Text)] = [
    (
      Text("Where to begin", nl: "Waar te beginnen"),
      Text(
        "Fill in the settings, then stakeholders, inputs, outcomes and proxies; the other sheets "
          + "only where they fit your project.",
        nl: "Vul de instellingen in, dan belanghebbenden, inbreng, effecten en proxy’s; de andere "
          + "bladen alleen waar ze bij uw project passen.")
    ),
    (
      Text("Headings", nl: "Kolomkoppen"),
      Text(
        "Point at a heading: a comment says what to fill in, in which unit and within which bounds.",
        nl: "Wijs een kop aan: een opmerking zegt wat u invult, in welke eenheid en tussen welke "
          + "grenzen.")
    ),
    (
      Text("Examples", nl: "Voorbeelden"),
      Text(
        "A row with “example” in its first column is not read. Take out that word when you make "
          + "the row your own, or delete the row.",
        nl: "Een rij met ‘voorbeeld’ in de eerste kolom wordt niet gelezen. Haal dat woord weg als "
          + "u de rij tot uw eigen rij maakt, of verwijder de rij.")
    ),
    (
      Text("Not known", nl: "Niet bekend"),
      Text(
        "Leave a cell empty if you do not know its value; empty never counts as zero.",
        nl: "Laat een cel leeg als u de waarde niet weet; leeg telt nooit als nul.")
    ),
    (
      Text("Not certain", nl: "Niet zeker"),
      Text(
        "Give an uncertain number a range: 20 % (10–30) is most likely 20, from 10 to 30.",
        nl: "Geef een onzeker getal een marge: 20 % (10–30) is waarschijnlijk 20, van 10 tot 30.")
    ),
    (
      Text("Your own layout", nl: "Uw eigen indeling"),
      Text(
        "Columns may be moved, hidden, coloured and added; sheets may change places.",
        nl: "Kolommen mogen verplaatst, verborgen, gekleurd en toegevoegd worden; bladen mogen van "
          + "plaats wisselen.")
    ),
    (
      Text("People", nl: "Mensen"),
      Text(
        "Names are replaced by codes on reading, and no row about a person leaves in a report.",
        nl:
          "Namen worden bij het lezen vervangen door codes, en geen rij over een mens komt in een "
          + "verslag.")
    ),
    (
      Text("Books", nl: "Boekhouding"),
      Text(
        "Put audit files and bank files as they are into the folder books, beside this workbook.",
        nl: "Zet auditfiles en bankbestanden zoals ze zijn in de map books, naast deze werkmap.")
    ),
    (
      Text("Check", nl: "Nakijken"),
      Text(
        "wijkwaarde check project.ods – with --annotate each finding becomes a comment at its cell, "
          + "in a copy.",
        nl: "wijkwaarde check project.ods – met --annotate komt elke bevinding als opmerking bij "
          + "haar cel, in een kopie.")
    ),
    (
      Text("Report", nl: "Verslag"),
      Text(
        "wijkwaarde report project.ods – the report comes into the folder reports.",
        nl: "wijkwaarde report project.ods – het verslag komt in de map reports.")
    ),
  ]
}
