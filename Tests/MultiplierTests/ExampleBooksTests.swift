import Foundation
import IndicatorKit
import Multiplier
import TestSupport
import Testing

struct ExampleBooksTests {
  private static let schema = "schemas/xaf-3.2/XmlAuditfileFinancieel3.2.xsd"
  private static let files = ["groenhof-2025-1.xaf", "groenhof-2025-2.xaf"]

  @Test(.enabled(if: Tool.isHere("python3")))
  func `the script writes the committed books again, byte for byte`() throws {
    let python = try #require(Tool("python3"))
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = ExampleBooks.folder.appending(path: "generate-books.py")
    let outcome = try python.run([script.path, folder.path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for name in Self.files {
      let written = try Data(contentsOf: folder.appending(path: name))
      let committed = try Data(contentsOf: ExampleBooks.folder.appending(path: "books/\(name)"))
      #expect(written == committed, "\(name) differs from what the script writes")
    }
  }

  @Test(.enabled(if: Tool.isHere("xmllint") && Places.shared(schema) != nil), arguments: files)
  func `the books follow the official schema`(file: String) throws {
    let schema = try #require(Places.shared(Self.schema))
    let path = ExampleBooks.folder.appending(path: "books/\(file)").path
    let outcome = try #require(Tool("xmllint"))
      .run(["--noout", "--nonet", "--schema", schema.path, path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func `debits and credits of each file are equal`() throws {
    let ledger = try ExampleBooks().ledger
    for book in ledger.books {
      let totals = ledger.totals.filter { $0.book == book.file }
      #expect(totals.count > 300)
      #expect(totals.reduce(0) { $0 + $1.debit } == totals.reduce(0) { $0 + $1.credit })
    }
  }

  // The sums of the suppliers were taken from the files with Python's own XML reader.
  // R1: 146,400 + 28,000 + 18,500 + 3,600 = 196,500.
  // R2: net pay of c1, c2, c4, c5, c7 = 60,800; suppliers in 9999: 14,400.00 (S001) + 8,011.87 (S003)
  //   + 8,662.04 (S004) + 2,497.89 (S005) + 3,337.26 (S007) + 2,094.04 (S008, the branch) + 1,855.78
  //   (S009) + 2,655.21 (S010) + 1,974.92 (S011, from the table) = 45,489.01.
  // R3: 60,800 × 38 % + S001 × 55 % + S003 × 30 % + S004 × 18 % + S005 × 25 % (its category) +
  //   S008 × 9 % + S009 × 42 % + S011 × 60 % = 37,764.0439; of S007 and S010 nothing is known.
  // LM3: 340,553.0539 ÷ 196,500 = 1.7331.
  @Test func `the example comes to what a calculation by hand gives`() throws {
    let measures = try ExampleBooks().measures()
    let multiplier = try #require(measures["lm3"])
    #expect(multiplier.input("r1") == 196_500)
    #expect(multiplier.input("local_staff") == 60_800)
    #expect(multiplier.input("local_suppliers") == 45_489.01)
    #expect(abs((multiplier.input("r3") ?? 0) - 37_764.0439) < 1e-6)
    #expect(abs((multiplier.value ?? 0) - 340_553.0539 / 196_500) < 1e-9)
    // Kraamverhuur (1,390.10), card payments and bank costs (571.74) have no place.
    #expect(measures["known_place_share"]?.shareParts?.last == 0)
    let known = try #require(measures["known_place_share"]?.shareParts)
    #expect(abs(known[1] - known[0] - 1_961.84) < 1e-6)
    // Suppliers elsewhere 75,825.30 − 45,489.01 − 1,961.84; wages 128,000 − 60,800.
    #expect(abs((measures["leak"]?.value ?? 0) - 95_574.45) < 1e-6)
  }

  @Test func `every row of the example's tables answers to somebody`() throws {
    let notes = try #require(try ExampleBooks().measures()["lm3"]).notes
    #expect(!notes.contains { $0.english.contains("Rows of the table") })
  }
}
