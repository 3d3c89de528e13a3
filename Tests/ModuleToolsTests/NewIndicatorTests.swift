import Foundation
import TestSupport
import Testing

/// `new-indicator`: a folder that works, a test and one line; or one sentence and nothing.
@Suite struct NewIndicatorTests {
  private func run(
    _ package: SmallPackage, _ typed: [String], taken: [String] = ["ImpactModel", "Yams"]
  ) throws -> Tool.Outcome {
    try BuildTool.run("NewIndicatorTool", [package.folder.path] + taken + ["--"] + typed)
  }

  @Test func `a new indicator is a folder, a test and one line`() throws {
    let package = try SmallPackage()
    let before = try package.snapshot()
    let outcome = try run(package, ["CarFreeTrips", "--nl", "Autovrije ritten"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let after = try package.snapshot()
    #expect(
      Set(after.keys).subtracting(before.keys) == [
        "Indicators", "Indicators/CarFreeTrips", "Indicators/CarFreeTrips/indicator.yaml",
        "Indicators/CarFreeTrips/CarFreeTripsIndicator.swift",
        "Indicators/CarFreeTrips/examples.yaml", "Tests", "Tests/CarFreeTripsTests",
        "Tests/CarFreeTripsTests/CarFreeTripsTests.swift",
      ])
    #expect(after["Indicators/CarFreeTrips/indicator.yaml"] == "type: CarFreeTripsIndicator\n")
    #expect(
      after["Package.swift"]
        == SmallPackage.manifest.replacing(
          "  \"Multiplier\",\n", with: "  \"Multiplier\",\n  \"CarFreeTrips\",\n"))
    let source = try package.text("Indicators/CarFreeTrips/CarFreeTripsIndicator.swift")
    #expect(source.contains("public struct CarFreeTripsIndicator: Indicator {"))
    #expect(source.contains("id: \"car_free_trips\""))
    #expect(source.contains("\"Car free trips\""))
    #expect(source.contains("nl: \"Autovrije ritten\""))
    #expect(outcome.output.contains("swift run wijkwaarde indicators car_free_trips\n"))
    #expect(outcome.output.contains("swift test --filter \"CarFreeTripsTests|"))
  }

  @Test func `in a package of one's own it is a folder and a line, also behind a bare last name`()
    throws
  {
    let manifest = try String(
      contentsOf: Places.repository.appending(path: "Examples/own-indicator-package/Package.swift"),
      encoding: .utf8)
    for ending in [",", ""] {
      let package = try SmallPackage()
      let text = manifest.replacing("\"GardenHours\"\n]", with: "\"GardenHours\"\(ending)\n]")
      try Data(text.utf8).write(to: package.folder.appending(path: "Package.swift"))
      let before = try package.snapshot()
      let outcome = try run(package, ["CarFreeTrips"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let after = try package.snapshot()
      #expect(
        Set(after.keys).subtracting(before.keys) == [
          "Indicators", "Indicators/CarFreeTrips", "Indicators/CarFreeTrips/indicator.yaml",
          "Indicators/CarFreeTrips/CarFreeTripsIndicator.swift",
          "Indicators/CarFreeTrips/examples.yaml",
        ])
      #expect(
        after["Package.swift"]
          == manifest.replacing(
            "  \"GardenHours\"\n", with: "  \"GardenHours\",\n  \"CarFreeTrips\",\n"))
      #expect(outcome.output.contains("swift run our-wijkwaarde indicators car_free_trips\n"))
    }
  }

  @Test(
    .enabled(if: Tool.isHere("swift")),
    arguments: ["Repairs", "A", "TheLongestNameThatCanBeAModuleOfOurOwn12"])
  func `what is made is formatted and parses`(name: String) throws {
    let package = try SmallPackage()
    #expect(try run(package, [name, "--nl", String(repeating: "naam ", count: 12)]).exitCode == 0)
    let lint = try #require(Tool("swift")).run([
      "format", "lint", "--strict", "--configuration",
      Places.repository.appending(path: ".swift-format").path, "--recursive",
      package.folder.appending(path: "Indicators").path,
      package.folder.appending(path: "Tests").path,
    ])
    #expect(lint.exitCode == 0, "\(lint.errors)")
  }

  @Test(arguments: [
    (["multiplier"], "‘multiplier’ cannot be the name of a module"),
    (["Car-Free"], "‘Car-Free’ cannot be the name of a module"),
    (["Naïef"], "‘Naïef’ cannot be the name of a module"),
    ([""], "‘’ cannot be the name of a module"),
    (["../Escape"], "‘../Escape’ cannot be the name of a module"),
    (["Self"], "‘Self’ is a word of Swift itself"),
    (["Foundation"], "‘Foundation’ is a word of Swift itself"),
    (["Multiplier"], "there is already a module ‘Multiplier’"),
    (["MULTIPLIER"], "there is already a module ‘Multiplier’"),
    (["Yams"], "there is already a module ‘Yams’"),
    (["Impactmodel"], "there is already a module ‘ImpactModel’"),
    (["Forgotten"], "there is already a module ‘Forgotten’"),
    (["Visits"], "there is already a module ‘VisitsTests’"),
    (["Parties"], "the identifier ‘parties’ is taken in Sources/Kit/Party.swift"),
    (["Sroi"], "the program itself has figures under ‘sroi’"),
    (["NameOfMoreThanFortyLettersWhichIsTooLongHere"], "is too long for a module"),
    (["Repairs", "--nl", "a\"b"], "the Dutch title must be one line"),
  ])
  func `a name that cannot be is refused in one sentence, and nothing is left behind`(
    typed: [String], sentence: String
  ) throws {
    let package = try SmallPackage([
      "Indicators/Forgotten/Forgotten.swift": "", "Tests/VisitsTests/VisitsTests.swift": "",
      "Sources/Kit/Party.swift": "static let table = TableCard(\n    id: \"parties\", title: t)",
    ])
    let before = try package.snapshot()
    let outcome = try run(package, typed)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try package.snapshot() == before)
  }

  @Test(arguments: [[], ["--nl", "Naam"], ["Repairs", "Visits"], ["Repairs", "--nl"]])
  func `a command that was typed wrongly is answered with an example`(typed: [String]) throws {
    let package = try SmallPackage()
    let before = try package.snapshot()
    let outcome = try run(package, typed)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("new-indicator CarFreeTrips"))
    #expect(try package.snapshot() == before)
  }

  @Test(arguments: ["let package = 1\n", "let indicators = [\n  \"A\",\n"])
  func `a manifest without the list is refused`(manifest: String) throws {
    let package = try SmallPackage(manifest: manifest)
    let before = try package.snapshot()
    let outcome = try run(package, ["Repairs"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("‘let indicators = [’"), "\(outcome.errors)")
    #expect(try package.snapshot() == before)
  }

  @Test func `where a file cannot be written nothing is left behind`() throws {
    // The folder of tests is a file, so that the second folder cannot be made.
    let package = try SmallPackage(["Tests": "no folder"])
    let before = try package.snapshot()
    let outcome = try run(package, ["Repairs"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("could not be written"))
    let after = try package.snapshot()
    #expect(after.filter { $0.key != "Indicators" } == before)
    #expect(after["Indicators/Repairs"] == nil)
  }
}
