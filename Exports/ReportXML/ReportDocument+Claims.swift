import ExportKit

extension ReportDocument {
  /// Writes what the over-claiming checks found, with the author's answers.
  mutating func claims(_ claims: [ReportClaim]) throws {
    guard !claims.isEmpty else { return }
    try block("claims") { document in
      for claim in claims {
        let attributes: KeyValuePairs<String, String?> = [
          "code": claim.code, "subject": claim.subject,
        ]
        try document.block("claim", attributes) { document in
          try document.text("title", claim.title)
          try document.text("message", claim.message)
          if let address = claim.address { try document.address("address", address) }
          if let answer = claim.answer {
            try document.element("answer", ["author": answer.author], text: answer.reason)
          }
        }
      }
    }
  }

  /// Writes the assurance list.
  mutating func assurance(_ entries: [ReportAssurance]) throws {
    guard !entries.isEmpty else { return }
    try block("assurance") { document in
      for entry in entries {
        let attributes: KeyValuePairs<String, String?> = [
          "name": entry.id, "principle": String(entry.principle), "verdict": entry.verdict.code,
          "judge": entry.verdict.judge,
        ]
        try document.block("question", attributes) { document in
          try document.text("text", entry.question)
          try document.text("remark", entry.remark)
          try document.optional("evidence", entry.evidence)
        }
      }
    }
  }
}

extension ReportAssurance.Verdict {
  fileprivate var code: String {
    switch self {
    case .established: "established"
    case .missing: "missing"
    case .toJudge: "to_judge"
    case .judged(let judged, _): judged.rawValue
    }
  }

  fileprivate var judge: String? {
    if case .judged(_, let judge) = self { return judge }
    return nil
  }
}
