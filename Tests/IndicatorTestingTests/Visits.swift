import IndicatorKit

/// What the modules below share: one keeps all promises, each other one breaks some.
enum Visits {
  struct Visit: TableRow {
    static let table = TableCard(
      id: "visits", title: Text("Visits", nl: "Bezoeken"),
      summary: Text("Who came when.", nl: "Wie er wanneer kwam."), date: "date")

    @Column(
      "Date", nl: "Datum", help: Text("The day of the visit.", nl: "De dag van het bezoek."),
      example: "2025-03-08")
    var date: Day
    @Column(
      "Hours", nl: "Uren", unit: .hour, bounds: 0...24,
      help: Text("How long it took.", nl: "Hoe lang het duurde."), example: "1.5")
    var hours: Double
  }

  struct Secret: TableRow {
    static let table = TableCard(
      id: "secrets", title: Text("Secrets", nl: "Geheimen"),
      summary: Text("What nobody may read.", nl: "Wat niemand mag lezen."))

    @Column("Word", nl: "Woord", help: Text("A word.", nl: "Een woord."), example: "sesame")
    var word: String
  }

  static let hours = MeasureCard(
    "hours", Text("Hours", nl: "Uren"),
    help: Text("The hours of all visits.", nl: "De uren van alle bezoeken."), kind: .sum,
    unit: .hour, aggregation: .sum)
  static let norm = ParameterCard("visits.norm", Text("Norm", nl: "Norm"), unit: .hour)

  static func card(parameters: [ParameterCard] = []) -> IndicatorCard {
    IndicatorCard(
      id: "visits", title: Text("Visits", nl: "Bezoeken"),
      summary: Text("How long people visit.", nl: "Hoe lang mensen op bezoek zijn."),
      tables: [Visit.self], measures: [hours], parameters: parameters,
      references: [Reference("Nobody, Visits, 2025")])
  }

  static let noVisits = Text(
    "the table “visits” has no rows", nl: "de tabel ‘visits’ heeft geen rijen")

  /// Measures as all these modules do, the sum added in the way that the kit offers.
  static func measured(_ rows: Rows<Visit>) -> Measure {
    if rows.isEmpty { return hours.notMeasurable(noVisits) }
    return hours.sum(rows, columns: ["hours"], of: \.hours).broken(
      down: Breakdown(
        id: "weekday", label: Text("Weekday", nl: "Weekdag"), unit: .hour,
        entries: [
          .init(id: "all", label: Text("All days", nl: "Alle dagen"), value: rows.sum(\.hours))
        ]))
  }
}

/// Keeps all promises.
struct GoodIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    [Visits.measured(try project.rows(Visits.Visit.self))]
  }
}

/// Reads a table that its card does not declare.
struct UndeclaredIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    _ = try project.rows(Visits.Secret.self)
    return [Visits.measured(try project.rows(Visits.Visit.self))]
  }
}

/// Reads a table that its card does not declare, and hides that it was refused.
struct HidingIndicator: Indicator {
  static let card = Visits.card(parameters: [Visits.norm])

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    _ = try? project.rows(Visits.Secret.self)
    return [Visits.measured(try project.rows(Visits.Visit.self))]
  }
}

/// Gives 0 where there are no rows, and no origin.
struct InventingIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let rows = try project.rows(Visits.Visit.self)
    return [
      Measure(
        card: Visits.hours, result: .measured(.sum(rows.sum(\.hours), rows: rows.count)),
        origin: .combined([]))
    ]
  }
}

/// Gives the hours of whichever visit stands first.
struct FirstRowIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let rows = try project.rows(Visits.Visit.self)
    guard let first = rows.first else { return [Visits.hours.notMeasurable(Visits.noVisits)] }
    return [
      Measure(
        card: Visits.hours, result: .measured(.sum(first.hours, rows: 1)),
        origin: .selection(rows.selection(columns: ["hour"])))
    ]
  }
}

/// Gives a random number.
struct RestlessIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let rows = try project.rows(Visits.Visit.self)
    return [
      Visits.hours.computed(
        Double.random(in: 0...1), inputs: [], rule: Text("chance", nl: "toeval"),
        from: .selection(rows.selection()))
    ]
  }
}

/// Gives its measure twice, and one that is not declared.
struct DoublingIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let measure = Visits.measured(try project.rows(Visits.Visit.self))
    let other = MeasureCard(
      "visitors", Text("Visitors", nl: "Bezoekers"), help: Text("Who came.", nl: "Wie er kwam."),
      kind: .count, aggregation: .sum)
    return [measure, measure, other.notMeasurable(Text(verbatim: "of no reason at all"))]
  }
}

/// Compares each row with each other row.
struct QuadraticIndicator: Indicator {
  static let card = Visits.card()

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let rows = try project.rows(Visits.Visit.self)
    let hours = rows.map(\.hours)
    var longer = 0
    // Every sixth suffices to be slow, and keeps the test short.
    for index in stride(from: 0, to: hours.count, by: 6) {
      hours.withUnsafeBufferPointer { all in
        for other in all where other > hours[index] { longer &+= 1 }
      }
    }
    return [
      longer < 0
        ? Visits.hours.notMeasurable(Visits.noVisits) : Visits.measured(rows)
    ]
  }
}

/// Is declared carelessly.
struct CarelessIndicator: Indicator {
  struct Row: TableRow {
    static let table = TableCard(
      id: "lendings", title: Text("Lendings", nl: "Uitleningen"), date: "day")

    @Column("Date", nl: "Datum", example: "31 February") var date: Day
    @Column("Borrower", nl: "", help: Text("Who.", nl: "Wie."), example: "P-01")
    var borrower: PersonKey
    @Column(
      "Day", nl: "Date", references: "things",
      help: Text("Which thing it was.", nl: "Which thing it was."),
      example: "t1")
    var thing: RowID
  }

  static let card = IndicatorCard(
    id: "Lend-ings", title: Text("Lending", nl: "Uitlenen"),
    summary: Text("How many things are lent.", nl: "How many things are lent."),
    tables: [Row.self],
    measures: [
      MeasureCard(
        "lent", Text("Things lent", nl: "Uitgeleende spullen"), help: Text("", nl: ""),
        kind: .count, aggregation: .sum)
    ], references: [])

  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    Self.card.measures.map { $0.notMeasurable(Visits.noVisits) }
  }
}
