import ExportKit

/// Lays the joined money of organisations out in tables.
struct MoneyTables {
  private typealias Value = PictureTable.Value

  /// The most payments that the tables show; the XML holds them all.
  private static let mostRows = 100_000

  private let matrices: [MoneyMatrix]
  private let language: Language

  init(_ matrices: [MoneyMatrix], _ language: Language) {
    self.matrices = matrices
    self.language = language
  }

  /// The payments, the multipliers, and what was left out.
  var all: [PictureTable] { [payments, organisations, multipliers] }

  private func words(_ english: String, _ dutch: String) -> (text: Text, isNumber: Bool) {
    (Text(english, nl: dutch), false)
  }

  private func numbers(_ english: String, _ dutch: String) -> (text: Text, isNumber: Bool) {
    (Text(english, nl: dutch), true)
  }

  private func start(_ matrix: MoneyMatrix) -> [Value] {
    [
      .words(matrix.municipality), .words(String(matrix.year)),
      .words(PictureWords.perspective(matrix.perspective, language)),
    ]
  }

  private var startHeadings: [(text: Text, isNumber: Bool)] {
    [
      words("Municipality", "Gemeente"), words("Year", "Jaar"),
      words("Perspective", "Perspectief"),
    ]
  }

  private var payments: PictureTable {
    let all = matrices.lazy.flatMap { matrix in matrix.payments.lazy.map { (matrix, $0) } }
    let rows = all.prefix(MoneyTables.mostRows).map { matrix, payment -> [Value] in
      start(matrix) + [
        .words(matrix.parties[payment.payer].label[language]),
        .words(matrix.parties[payment.payee].label[language]),
        .money(payment.amount, currency: matrix.currency),
        .words(payment.witness.label[language]), .money(payment.payeeSays, matrix.currency),
      ]
    }
    return PictureTable(
      tab: Text("Payments", nl: "Betalingen"),
      title: Text("Who paid whom", nl: "Wie betaalde wie"),
      notes: [
        Text(
          "A payment between two organisations with a report counts once: as the payer names it, else as the payee does, taken out of what the payer paid to suppliers. Where the two say different amounts, the last column has that of the payee.",
          nl:
            "Een betaling tussen twee organisaties met een verslag telt één keer: zoals de betaler haar noemt, anders zoals de ontvanger dat doet, gehaald uit wat de betaler aan leveranciers betaalde. Noemen zij verschillende bedragen, dan staat dat van de ontvanger in de laatste kolom."
        ),
        Text(
          "Reports name few of those they pay; the rest goes to kinds of places, and nearby is the neighbourhood of each organisation itself. Income that no report ascribes to a payer is shown as such. Payers stand by name where two organisations or more name them.",
          nl:
            "Verslagen noemen weinig namen van wie zij betalen; de rest gaat naar soorten plaatsen, en nabij is de wijk van elke organisatie zelf. Inkomsten zonder genoemde betaler staan er zo bij. Betalers staan met naam als twee of meer organisaties hen noemen."
        ),
      ],
      headings: startHeadings + [
        words("Payer", "Betaler"), words("Payee", "Ontvanger"), numbers("Amount", "Bedrag"),
        words("Said by", "Volgens"), numbers("Payee says", "Ontvanger zegt"),
      ], rows: Array(rows))
  }

  private var organisations: PictureTable {
    let rows = matrices.flatMap { matrix in
      let known = matrix.parties.enumerated().filter { $0.element.kind == .organisation }
      return known.map { index, party -> [Value] in
        let inside = matrix.payments.filter {
          $0.payee == index && matrix.parties[$0.payer].kind == .organisation
        }
        let reason = matrix.leftOut.first { $0.organisation == party.label.english }?.reason
        let rest = party.received.flatMap { received in party.paid.map { received - $0 } }
        return start(matrix) + [
          .words(party.label[language]), .money(party.received, matrix.currency),
          .money(inside.reduce(0) { $0 + $1.amount }, currency: matrix.currency),
          .money(party.paid, matrix.currency), .money(rest, matrix.currency),
          .words(reason?[language] ?? ""),
        ]
      }
    }
    return PictureTable(
      tab: Text("Money in and out", nl: "Geld in en uit"),
      title: Text(
        "What organisations received and paid", nl: "Wat organisaties ontvingen en betaalden"),
      notes: [
        Text(
          "A dash is an amount that the report does not state. What was received and not paid is reserves; below zero it was paid out of them.",
          nl:
            "Een streepje is een bedrag dat het verslag niet vermeldt. Wat is ontvangen en niet betaald is reserve; onder nul is het daaruit betaald."
        )
      ],
      headings: startHeadings + [
        words("Organisation", "Organisatie"), numbers("Received", "Ontvangen"),
        numbers("from organisations here", "van organisaties hier"), numbers("Paid", "Betaald"),
        numbers("Not paid", "Niet betaald"), words("Left out because", "Weggelaten omdat"),
      ], rows: rows)
  }

  private var multipliers: PictureTable {
    let rows = matrices.flatMap { matrix in
      matrix.multipliers.map { multiplier -> [Value] in
        let rounds = (0..<3).map { index -> Value in
          multiplier.rounds.indices.contains(index)
            ? .money(multiplier.rounds[index], currency: matrix.currency) : .nothing
        }
        return start(matrix) + [
          .words(multiplier.neighbourhood), .number(multiplier.value),
          .whole(multiplier.joined), .whole(multiplier.organisations),
        ] + rounds + [.words(multiplier.reason?[language] ?? "")]
      }
    }
    return PictureTable(
      tab: Text("Multiplier", nl: "Vermenigvuldiger"),
      title: Text(
        "What a euro becomes in three rounds, by neighbourhood",
        nl: "Wat een euro in drie ronden wordt, per wijk"),
      notes: [
        Text(
          "Organisations of one neighbourhood together: what they pay each other is no income from outside but their second round, and the third is what the payee’s own report says. It stands where two organisations or more, and at least half of those with a report, state all three rounds. It is no sum and no average of the multipliers of reports, and no part of the social value.",
          nl:
            "Organisaties van één wijk samen: wat zij elkaar betalen zijn geen inkomsten van buiten maar hun tweede ronde, en de derde is wat het verslag van de ontvanger zegt. Hij staat er als twee of meer organisaties, en minstens de helft van die met een verslag, alle drie de ronden vermelden. Het is geen som en geen gemiddelde van de vermenigvuldigers van verslagen, en geen deel van de maatschappelijke waarde."
        )
      ],
      headings: startHeadings + [
        words("Neighbourhood", "Wijk"), numbers("LM3", "LM3"),
        numbers("Organisations", "Organisaties"), numbers("of", "van"),
        numbers("Round 1", "Ronde 1"), numbers("Round 2", "Ronde 2"),
        numbers("Round 3", "Ronde 3"), words("None because", "Geen omdat"),
      ], rows: rows)
  }
}
