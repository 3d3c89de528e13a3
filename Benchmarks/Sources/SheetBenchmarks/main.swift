import Foundation
import OpenDocument

let usage = """
  sheet-benchmarks write CSV ODS   writes the sheet of the yardsticks; whole process is the measure
  sheet-benchmarks cells CSV ODS   the same, each row an array of cells
  sheet-benchmarks read ODS        reads a workbook and adds up what it holds

  """

let arguments = CommandLine.arguments
switch arguments.count > 1 ? arguments[1] : "" {
case "write" where arguments.count == 4, "cells" where arguments.count == 4:
  guard let sheet = SheetFile(arguments[2]) else { exit(74) }
  try sheet.write(to: arguments[3], asCells: arguments[1] == "cells")
case "read" where arguments.count == 3:
  var (rows, cells, letters, sum) = (0, 0, 0, 0.0)
  try SpreadsheetReader(file: URL(filePath: arguments[2])).read { event in
    guard case .row(let row) = event else { return }
    rows += 1
    cells += row.cells.count
    for cell in row.cells {
      guard case .number(let value) = cell.value else {
        letters += cell.text.utf8.count
        continue
      }
      sum += value
    }
  }
  print(rows, "rows,", cells, "cells, sum", sum, "and", letters, "bytes of text")
default:
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
