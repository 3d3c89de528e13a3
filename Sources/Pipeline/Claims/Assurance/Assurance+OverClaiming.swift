import ExportKit

extension Assurance {
  /// Principle 5: do not over-claim.
  static let overClaiming = [
    AssuranceQuestion(
      "claim_deductions", .notOverClaim,
      Text(
        "Has each deduction of each outcome a reason?",
        nl: "Heeft elke aftrek van elk effect een reden?"),
      place: Text("table outcomes", nl: "tabel outcomes"),
      look: { report in
        let wanting = report.pricedOutcomes.filter { row in
          let lasting = row.benefitPeriods > 1 ? [row.dropOff] : []
          return (row.firstDeductions + lasting).contains { $0.share == nil || $0.reason == nil }
        }
        return .complete(
          wanting.map(\.id.description), of: report.pricedOutcomes.count,
          Text("outcomes with every reason", nl: "effecten met elke reden"))
      }),
    AssuranceQuestion(
      "claim_double", .notOverClaim,
      Text(
        "Is nothing counted twice, between chains, groups or proxies?",
        nl: "Is niets dubbel geteld, tussen ketens, groepen of proxy’s?"),
      .both, place: Text("the value map as a whole", nl: "de waardenkaart als geheel"),
      look: { report in
        let found = report.unanswered([
          OverlappingOutcomes.self, DoubledOutcome.self, EqualValue.self, WellbeingAndMoney.self,
        ])
        return found.isEmpty
          ? .toJudge(
            Text(
              "The checks for double counting found nothing without an answer.",
              nl: "De controles op dubbeltellen vonden niets zonder antwoord."))
          : .missing(
            Text(
              "Double counting found and not answered: \(found.count).",
              nl: "Dubbeltellingen gevonden en niet beantwoord: \(found.count)."))
      }),
    AssuranceQuestion(
      "claim_rate", .notOverClaim,
      Text(
        "Is the discount rate stated, with where it is from?",
        nl: "Staat de discontovoet erin, met waar die vandaan komt?"),
      place: Text("project.yaml, value_map", nl: "project.yaml, value_map"),
      look: { report in
        let rate = DecimalText.rounded(report.project.discountRate * 100, decimals: 2, in: .english)
        let dutch = DecimalText.rounded(report.project.discountRate * 100, decimals: 2, in: .dutch)
        let remark = Text("The rate is \(rate) %.", nl: "De voet is \(dutch) %.")
        if case .combined(let parts) = report.project.discountRateOrigin, parts.isEmpty {
          return .missing(remark)
        }
        return .established(remark)
      }),
    AssuranceQuestion(
      "claim_duration", .notOverClaim,
      Text(
        "Does no benefit last longer than the evidence reaches?",
        nl: "Duurt geen effect langer dan de onderbouwing reikt?"),
      .both, place: Text("follow-up talks and records", nl: "vervolggesprekken en registraties"),
      look: { report in
        let found = report.unanswered([
          LongDuration.self, LastingWithoutDropOff.self, ValueToCome.self,
        ])
        let longest = report.pricedOutcomes.map(\.benefitPeriods).max() ?? 0
        return found.isEmpty
          ? .toJudge(
            Text(
              "The longest benefit lasts \(longest) periods.",
              nl: "Het langste effect duurt \(longest) perioden."))
          : .missing(
            Text(
              "Durations questioned and not answered: \(found.count).",
              nl: "Duur in twijfel getrokken en niet beantwoord: \(found.count)."))
      }),
    AssuranceQuestion(
      "claim_answered", .notOverClaim,
      Text(
        "Has everything that the over-claiming checks found an answer?",
        nl: "Heeft alles wat de controles op te veel claimen vonden een antwoord?"),
      place: Text("table answers", nl: "tabel answers"),
      look: { report in
        if report.claims.isEmpty {
          return .established(Text("They found nothing.", nl: "Zij vonden niets."))
        }
        let open = report.claims.filter { $0.answer == nil }
        let names = open.map { claim in
          claim.code + (claim.subject.map { " (\($0))" } ?? "")
        }
        return .complete(
          names, of: report.claims.count, Text("findings with an answer", nl: "beantwoord"))
      }),
  ]
}
