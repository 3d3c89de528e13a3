import Foundation
import IndicatorKit
import ProjectReaders
import TestSupport
import Testing

/// Staff tables as payroll programs write them, with the headings of the programs themselves.
@Suite struct PayrollExportTests {
  private func read(
    _ bytes: Data, country: Country = .netherlands
  ) throws -> (rows: Rows<StaffMember>, findings: [Finding]) {
    let options = ReadingOptions(
      decimalMark: nil, country: country, currency: country == .unitedKingdom ? .pound : .euro,
      personSecret: Array(repeating: 7, count: 32))
    let reading = TableReader(declaration: TableDeclaration(StaffMember.self), options: options)
      .read(bytes, file: "tables/staff.csv")
    return (try Rows<StaffMember>(try #require(reading.content), in: nil), reading.findings)
  }

  /// AFAS Profit: a mark for UTF-8, a time after each date, amounts with a sign, a total below.
  @Test func `an export of AFAS is read, and its total is one row that does not belong`() throws {
    let text = """
      Medewerker;Volledige naam;Geboortedatum;Datum in dienst;Datum uit dienst;Type contract;Functie;Aantal uren per week;Deeltijdpercentage;Bruto uurloon;Postcode privé;IBAN\r
      1001;Aalbrechtsen, W.;12-03-1971;01-04-2019 00:00;;Onbepaalde tijd;Coördinator;36,00;100,00;€ 22,35;9999 AB;NL00WIJK0000000001\r
      1002;Bovenkamp, Q.;01-01-1990;01-01-2024 00:00;31-12-2025 00:00;Bepaalde tijd;Kok;20,50;56,94;€ 16,05;9998 ZZ;NL00WIJK0000000002\r
      1002;Bovenkamp, Q.;01-01-1990;01-01-2026 00:00;;Oproepkracht;Kok;0,00;0,00;€ 16,05;9998 ZZ;NL00WIJK0000000002\r
      Totaal;;;;;;;56,50;;;;\r

      """
    let (rows, findings) = try read(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8))
    #expect(findings.map(\.address?.row) == [5])
    #expect(rows.map(\.start.description) == ["2019-04-01", "2024-01-01", "2026-01-01"])
    #expect(rows.map { $0.end?.description } == [nil, "2025-12-31", nil])
    #expect(rows.map(\.contract) == [.permanent, .temporary, .onCall])
    #expect(rows.map(\.hoursPerWeek) == [36, 20.5, 0])
    #expect(rows.map(\.hourlyWage) == [22.35, 16.05, 16.05])
    #expect(rows.map { $0.postcode?.description } == ["9999AB", "9998ZZ", "9998ZZ"])
    #expect(Set(rows.map(\.person)).count == 2)
  }

  /// Nmbrs: headings without spaces, commas between, a citizen service number that nobody reads.
  @Test func `an export of Nmbrs is read`() throws {
    let text = """
      Debiteurnr,Bedrijfnr,Persnr,Naam,BSN,Geboortedatum,Postcode,DatumInDienst,DatumUitDienst,SoortContract,UrenPerWeek,Uurloon,Doelgroep
      1234,1,00001,Een,123456781,01-01-1981,9999AB,01-04-2019,,Vast,36,21.50,Geen
      1234,1,00002,Twee,123456782,01-01-1982,9998ZZ,15-09-2021,31-12-2025,Tijdelijk,20,16.05,P-wet
      1234,1,00003,Drie,123456783,01-01-1983,,01-02-2025,,0-urencontract,0,14.75,WW-uitkering
      """
    let (rows, findings) = try read(Data(text.utf8))
    #expect(findings == [])
    #expect(rows.map(\.contract) == [.permanent, .temporary, .onCall])
    #expect(rows.map(\.targetGroup) == [TargetGroup.none, .participationAct, .unemployment])
    #expect(rows.map(\.hourlyWage) == [21.5, 16.05, 14.75])
  }

  /// Loket: a title and a blank line above the headings, days without leading zeros.
  @Test func `an export of Loket is read below its title`() throws {
    let text = """
      Overzicht werknemers per 31-12-2025;;;;;;
      Werkgever: Stichting Voorbeeld;;;;;;
      ;;;;;;
      Personeelsnummer;Naam;In dienst per;Uit dienst per;Contractvorm;Gemiddeld aantal uren per week;Uurloon bruto
      1;Één;1-4-2023;;Onbepaald;36,00;19,1
      2;Twee;15-9-2024;30-6-2025;Uitzendkracht;12,00;15,1

      """
    let bytes = try #require(text.data(using: .windowsCP1252))
    let (rows, findings) = try read(bytes)
    #expect(findings == [])
    #expect(rows.selection().rows == [5...6], "the rows keep their lines")
    #expect(rows.map(\.start.description) == ["2023-04-01", "2024-09-15"])
    #expect(rows.map(\.contract) == [.permanent, .agency])
    #expect(rows.map(\.hoursPerWeek) == [36, 12])
  }

  /// SD Worx: Flemish words, an end in the year 9999, a country before the postcode.
  @Test func `an export of SD Worx is read`() throws {
    let text = """
      Werkgever;Stamnummer;Naam werknemer: Achternaam;INSZ-nummer;Datum in dienst;Datum uit dienst;Contracttype (Oms);Uren/week;Uren/week voltijds;Basisuurloon;Postnummer
      00123;0000101;Peeters;85.01.01-123.45;03/01/2022;31/12/9999;Onbepaalde duur;38,00;38,00;16,4321;9000
      00123;0000102;Maes;85.01.02-123.45;01/03/2024;28/02/2026;Bepaalde duur;30,40;38,00;15,9;B-9050
      00123;0000103;Claes;85.01.03-123.45;01/09/2025;31/12/9999;Duidelijk omschreven werk;19,00;38,00;15,9;9040
      00123;0000104;Wouters;85.01.04-123.45;01/09/2025;31/12/9999;Interim;38,00;38,00;15,1;9000
      """
    let (rows, findings) = try read(Data(text.utf8), country: .belgium)
    #expect(findings == [])
    #expect(rows.map(\.contract) == [.permanent, .temporary, .temporary, .agency])
    #expect(rows.map(\.hoursPerWeek) == [38, 30.4, 19, 38])
    #expect(rows.map { $0.postcode?.description } == ["9000", "9050", "9040", "9000"])
    #expect(rows.map { $0.end?.year } == [9999, 2026, 9999, 9999])
  }

  /// Sage: English headings, an address with a comma, pounds, postcodes in small letters.
  @Test func `an export of Sage is read, and an apprentice is no kind of contract`() throws {
    let text = """
      Employee Reference,Forename,Surname,Address 1,Post Code,NI Number,Work Start Date,Leave Date,Contracted Hours,Hourly Rate,Employment Type
      1,Ann,One,"1 High Street, Flat 2",M14 5AB,QQ123451C,01/04/2019,,37.5,£15.20,Permanent - Full Time
      2,Bob,Two,"2 High Street",m145ac,QQ123452C,15/09/2021,31/12/2025,22.5,£12.60,Fixed Term Contract
      3,Cid,Three,"3 High Street",,QQ123453C,13/05/2025,,16,£12.21,Zero Hours
      4,Dee,Four,"4 High Street",M15 6XY,QQ123454C,01/09/2025,,30,£7.55,Apprentice
      """
    let (rows, findings) = try read(Data(text.utf8), country: .unitedKingdom)
    #expect(findings.map(\.code) == ["table.unknown_choice"])
    #expect(findings.first?.address?.row == 5)
    #expect(rows.map(\.contract) == [.permanent, .temporary, .onCall, nil])
    #expect(rows.map(\.hoursPerWeek) == [37.5, 22.5, 16, 30])
    #expect(rows.map(\.start.description).prefix(2) == ["2019-04-01", "2021-09-15"])
    #expect(rows.map { $0.postcode?.description } == ["M145AB", "M145AC", nil, "M156XY"])
  }

  /// The groups of procurement by the state, in the words of its list.
  @Test(arguments: [
    ("WWB", TargetGroup.participationAct), ("Wsw", .participationAct),
    ("Wajong", .participationAct), ("Participatiewet", .participationAct), ("WW", .unemployment),
    ("WIA", .disability), ("WGA", .disability), ("WAZ", .disability), ("IOAW", .olderUnemployed),
    ("IOAZ", .olderUnemployed), ("BOL", .learning), ("BBL", .learning), ("VSO", .learning),
    ("PrO", .learning), ("nug", .withoutBenefit), ("doelgroepregister", .jobsAgreement),
  ])
  func `a word of the list of target groups means its group`(
    word: String, group: TargetGroup
  ) throws {
    let text = "Persoon;Begin;Uren per week;Doelgroep\np;1-1-2025;8;\(word)\n"
    let (rows, findings) = try read(Data(text.utf8))
    #expect(findings == [])
    #expect(rows.map(\.targetGroup) == [group])
  }
}
