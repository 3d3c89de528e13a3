import IndicatorKit

/// A rung of the R-ladder, from R0 at the top to R9.
///
/// Potting et al., Circular Economy: Measuring innovation in the product chain, PBL 2017. Files
/// name a rung by its word, because R3 to R6 mean other things in the ladder of RVO.
enum Rung: String, Choice {
  case refuse, rethink, reduce, reuse, repair, refurbish, remanufacture, repurpose, recycle
  case recover

  var label: Text {
    switch self {
    case .refuse: Text("Refuse", nl: "Weigeren")
    case .rethink: Text("Rethink", nl: "Heroverwegen")
    case .reduce: Text("Reduce", nl: "Verminderen")
    case .reuse: Text("Re-use", nl: "Hergebruiken")
    case .repair: Text("Repair", nl: "Repareren")
    case .refurbish: Text("Refurbish", nl: "Opknappen")
    case .remanufacture: Text("Remanufacture", nl: "Reviseren")
    case .repurpose: Text("Repurpose", nl: "Herbestemmen")
    case .recycle: Text("Recycle", nl: "Recyclen")
    case .recover: Text("Recover energy", nl: "Energie terugwinnen")
    }
  }

  var aliases: [String] {
    switch self {
    case .refuse: ["afzien van", "voorkomen"]
    case .rethink: ["rethink use", "delen", "share"]
    case .reduce: ["minder gebruiken"]
    case .reuse: ["hergebruik", "tweedehands"]
    case .repair: ["reparatie"]
    case .refurbish: ["refurbishen", "renoveren"]
    case .remanufacture: ["reviseer", "remanufacturen"]
    case .repurpose: ["andere functie", "upcyclen", "upcycling"]
    case .recycle: ["recycling"]
    case .recover: ["energieterugwinning", "recover energy", "terugwinnen"]
    }
  }

  /// Its number in the ladder of ten rungs.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Its number in the ladder of six rungs (RVO, after PBL’s monitoring of 2021 and 2023).
  var numberOfSix: Int {
    switch self {
    case .refuse, .rethink: 1
    case .reduce: 2
    case .reuse: 3
    case .repair, .refurbish, .remanufacture, .repurpose: 4
    case .recycle: 5
    case .recover: 6
    }
  }

  /// Whether a thing, or the need for it, stays what it was; below it only material is left.
  var isAboveRecycling: Bool { number < Self.recycle.number }

  /// What the rungs of the ladder of six are called.
  static let six: [(number: Int, label: Text)] = [
    (1, Text("R1 Refuse and rethink", nl: "R1 Weigeren en heroverwegen")),
    (2, Text("R2 Reduce", nl: "R2 Verminderen")),
    (3, Text("R3 Re-use", nl: "R3 Hergebruiken")),
    (4, Text("R4 Repair and the like", nl: "R4 Repareren en dergelijke")),
    (5, Text("R5 Recycle", nl: "R5 Recyclen")),
    (6, Text("R6 Recover energy", nl: "R6 Energie terugwinnen")),
  ]
}
