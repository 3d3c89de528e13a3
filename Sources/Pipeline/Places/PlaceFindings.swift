import IndicatorKit
import ProjectStore

/// What is to be said of a project's tables of places.
enum PlaceFindings {
  private static let settings = "project.yaml"

  /// Where there are no codes that can be used, or no table that knows them.
  static func without(_ neighbourhood: Neighbourhood, _ files: [String]) -> [Finding] {
    if neighbourhood.codes.isEmpty {
      return files.map { file in
        Finding(
          "places.no_codes", .note,
          Text(
            "This table was not read: the settings name no codes of neighbourhoods.",
            nl: "Deze tabel is niet gelezen: de instellingen noemen geen buurtcodes."),
          help: Text(
            "List under where: codes: the neighbourhoods, districts or municipalities that count as "
              + "nearby.",
            nl: "Noem onder where: codes: de buurten, wijken of gemeenten die als nabij tellen."),
          at: Address(file: file))
      }
    }
    guard files.isEmpty, neighbourhood.area.isEmpty else { return [] }
    return [
      Finding(
        "places.no_table", .warning,
        Text(
          "The settings name codes of neighbourhoods, and no table says which postcodes lie there.",
          nl: "De instellingen noemen buurtcodes, en geen tabel zegt welke postcodes daar liggen."),
        help: help(neighbourhood.country), at: Address(file: settings, heading: "where.codes"))
    ]
  }

  private static func help(_ country: Country) -> Text {
    switch country {
    case .netherlands:
      Text(
        "Put the table “Buurt, wijk en gemeente voor postcode huisnummer” of Statistics Netherlands "
          + "(cbs.nl), unpacked, in the folder “places”; or a list postcode;neighbourhood; or name "
          + "postcodes under where: postcodes:.",
        nl: "Zet de tabel ‘Buurt, wijk en gemeente voor postcode huisnummer’ van het CBS (cbs.nl), "
          + "uitgepakt, in de map ‘places’; of een lijst postcode;buurt; of noem postcodes onder "
          + "where: postcodes:.")
    case .belgium:
      Text(
        "Put a table postcode;nis, or postcode;sector;nis, in the folder “places”; or name postcodes "
          + "under where: postcodes:.",
        nl: "Zet een tabel postcode;nis, of postcode;sector;nis, in de map ‘places’; of noem "
          + "postcodes onder where: postcodes:.")
    case .unitedKingdom:
      Text(
        "Put a table such as the postcode directory of the ONS in the folder “places”; or name "
          + "postcodes under where: postcodes:.",
        nl: "Zet een tabel zoals de postcodegids van het ONS in de map ‘places’; of noem postcodes "
          + "onder where: postcodes:.")
    }
  }

  /// A code that no neighbourhood of the country can have.
  static func impossible(_ code: String, _ country: Country) -> Finding {
    Finding(
      "places.impossible_code", .warning,
      Text(
        "“\(code)” cannot be the code of a neighbourhood, district or municipality.",
        nl: "‘\(code)’ kan geen code van een buurt, wijk of gemeente zijn."),
      help: Text(
        "Write BU and eight characters, WK and six, or GM and four; the letters may be left out.",
        nl: "Schrijf BU en acht tekens, WK en zes, of GM en vier; de letters mogen weg."),
      at: Address(file: settings, heading: "where.codes"))
  }

  /// Codes that no table has, and tables of another year.
  static func of(
    _ neighbourhood: Neighbourhood, unknown: [PlaceCode], sources: [PlaceStore.Source]
  ) -> [Finding] {
    // A table that could not be read has its own finding, and no codes.
    let isSound = !sources.contains { source in
      source.findings.contains { $0.severity == .error }
    }
    let missing =
      isSound
      ? unknown.map { code in
        Finding(
          "places.unknown_code", .warning,
          Text(
            "No table in the folder “places” has the code “\(code.text)”.",
            nl: "Geen tabel in de map ‘places’ heeft de code ‘\(code.text)’."),
          help: Text(
            "Codes change from year to year: take them from the same year as the table.",
            nl: "Codes veranderen van jaar tot jaar: neem ze uit hetzelfde jaar als de tabel."),
          at: Address(file: settings, heading: "where.codes"))
      } : []
    return missing + otherYears(neighbourhood.codesYear, sources)
  }

  private static func otherYears(_ year: Int?, _ sources: [PlaceStore.Source]) -> [Finding] {
    sources.compactMap { source in
      guard let year, let other = source.year, other != year else { return nil }
      return Finding(
        "places.other_year", .warning,
        Text(
          "The table has the codes of \(other), the settings name those of \(year).",
          nl: "De tabel heeft de codes van \(other), de instellingen noemen die van \(year)."),
        help: Text(
          "Boundaries change from year to year: use a table and codes of one year.",
          nl: "Grenzen veranderen van jaar tot jaar: gebruik een tabel en codes van één jaar."),
        at: Address(file: source.file))
    }
  }
}
