import Foundation
import TestSupport
import Testing

@testable import Verification

/// Value maps in a spreadsheet, as LibreOffice saves them.
@Suite struct SpreadsheetMapTests {
  @Test(.enabled(if: Tool.isHere("soffice")), arguments: ["timebank", "zero-waste"])
  func `a map in a spreadsheet gives what its CSV gives`(name: String) throws {
    let folder = try Places.temporaryFolder()
    let csv = Places.repository.appending(path: "Tests/Maps/\(name).csv")
    // LibreOffice is told the separator and the language of the numbers.
    let isDutch = name == "zero-waste"
    let plain = try Maps.verified(file: "\(name).csv")
    let office = try #require(Tool("soffice"))
    let outcome = try office.run([
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
      "--infilter=CSV:\(isDutch ? 59 : 44),34,76,1,,\(isDutch ? 1043 : 1033),false,true",
      "--convert-to", "ods", "--outdir", folder.path, csv.path,
    ])
    #expect(outcome.exitCode == 0)
    let grids = try SpreadsheetGrids(folder.appending(path: "\(name).ods"))
    let maps = grids.sheets.compactMap { MapVerifier.verify($0) }
    #expect(maps.count == 1)
    #expect(maps.first?.deviations.map(\.address.cell) == plain.deviations.map(\.address.cell))
    #expect(maps.first?.deviations.map(\.diagnoses) == plain.deviations.map(\.diagnoses))
  }
}
