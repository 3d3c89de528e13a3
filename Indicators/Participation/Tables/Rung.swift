import IndicatorKit

/// A ladder on which the say of residents is placed.
enum Ladder: String, CaseIterable {
  case dutch
  case iap2
  case arnstein
  /// The ladder of a municipality or project, whose rungs the table “own_ladder” names.
  case own

  var label: Text {
    switch self {
    case .dutch:
      Text(
        "Rung of the participation ladder (Edelenbos and Monnikhof, 2001, with self-management)",
        nl: "Trede van de participatieladder (Edelenbos en Monnikhof, 2001, met zelfbeheer)")
    case .iap2: Text("Level of the IAP2 spectrum", nl: "Niveau van het IAP2-spectrum")
    case .arnstein:
      Text("Rung of Arnstein’s ladder (1969)", nl: "Trede van de ladder van Arnstein (1969)")
    case .own: Text("Rung of the own ladder", nl: "Trede van de eigen ladder")
    }
  }
}

/// A rung of one of four ladders, from lowest to highest within each.
///
/// The Dutch participation ladder (Edelenbos and Monnikhof, 2001, as municipalities use it, with
/// self-management on top), the levels of the IAP2 spectrum, Arnstein (1969), and a ladder of the
/// project’s or municipality’s own. Rungs have an order and no distance, so that they are counted
/// and never averaged; rungs of two ladders are not compared.
enum Rung: String, Choice {
  case inform
  case consult
  case advise
  case coProduce = "co_produce"
  case coDecide = "co_decide"
  case selfManage = "self_manage"
  case iap2Inform = "iap2_inform"
  case iap2Consult = "iap2_consult"
  case iap2Involve = "iap2_involve"
  case iap2Collaborate = "iap2_collaborate"
  case iap2Empower = "iap2_empower"
  case manipulation = "arnstein_manipulation"
  case therapy = "arnstein_therapy"
  case informing = "arnstein_informing"
  case consultation = "arnstein_consultation"
  case placation = "arnstein_placation"
  case partnership = "arnstein_partnership"
  case delegatedPower = "arnstein_delegated_power"
  case citizenControl = "arnstein_citizen_control"
  case own1 = "own_1"
  case own2 = "own_2"
  case own3 = "own_3"
  case own4 = "own_4"
  case own5 = "own_5"
  case own6 = "own_6"
  case own7 = "own_7"
  case own8 = "own_8"
  case own9 = "own_9"
  case own10 = "own_10"

  var label: Text {
    switch self {
    case .inform: Text("Informing", nl: "Informeren")
    case .consult: Text("Consulting", nl: "Raadplegen")
    case .advise: Text("Advising", nl: "Adviseren")
    case .coProduce: Text("Co-producing", nl: "Coproduceren")
    case .coDecide: Text("Co-deciding", nl: "Meebeslissen")
    case .selfManage: Text("Self-management", nl: "Zelfbeheer")
    case .iap2Inform: Text("IAP2 1: inform", nl: "IAP2 1: informeren")
    case .iap2Consult: Text("IAP2 2: consult", nl: "IAP2 2: raadplegen")
    case .iap2Involve: Text("IAP2 3: involve", nl: "IAP2 3: betrekken")
    case .iap2Collaborate: Text("IAP2 4: collaborate", nl: "IAP2 4: samenwerken")
    case .iap2Empower: Text("IAP2 5: empower", nl: "IAP2 5: beslissen")
    case .manipulation: Text("Arnstein 1: manipulation", nl: "Arnstein 1: manipulatie")
    case .therapy: Text("Arnstein 2: therapy", nl: "Arnstein 2: therapie")
    case .informing: Text("Arnstein 3: informing", nl: "Arnstein 3: informeren")
    case .consultation: Text("Arnstein 4: consultation", nl: "Arnstein 4: raadplegen")
    case .placation: Text("Arnstein 5: placation", nl: "Arnstein 5: sussen")
    case .partnership: Text("Arnstein 6: partnership", nl: "Arnstein 6: partnerschap")
    case .delegatedPower: Text("Arnstein 7: delegated power", nl: "Arnstein 7: gedelegeerde macht")
    case .citizenControl: Text("Arnstein 8: citizen control", nl: "Arnstein 8: burgermacht")
    case .own1, .own2, .own3, .own4, .own5, .own6, .own7, .own8, .own9, .own10:
      Text("Own ladder \(height)", nl: "Eigen ladder \(height)")
    }
  }

  var aliases: [String] {
    switch self {
    case .coDecide: ["meebepalen"]
    case .selfManage: ["zelf beslissen", "zelfbeheren"]
    default: ladder == .own ? ["eigen \(height)", "own \(height)", "eigen trede \(height)"] : []
    }
  }

  /// The ladder that it is of.
  var ladder: Ladder {
    switch self {
    case .inform, .consult, .advise, .coProduce, .coDecide, .selfManage: .dutch
    case .iap2Inform, .iap2Consult, .iap2Involve, .iap2Collaborate, .iap2Empower: .iap2
    case .manipulation, .therapy, .informing, .consultation, .placation, .partnership,
      .delegatedPower, .citizenControl:
      .arnstein
    case .own1, .own2, .own3, .own4, .own5, .own6, .own7, .own8, .own9, .own10: .own
    }
  }

  /// How high it is on its own ladder, from 1.
  var height: Int {
    switch self {
    case .inform, .iap2Inform, .manipulation, .own1: 1
    case .consult, .iap2Consult, .therapy, .own2: 2
    case .advise, .iap2Involve, .informing, .own3: 3
    case .coProduce, .iap2Collaborate, .consultation, .own4: 4
    case .coDecide, .iap2Empower, .placation, .own5: 5
    case .selfManage, .partnership, .own6: 6
    case .delegatedPower, .own7: 7
    case .citizenControl, .own8: 8
    case .own9: 9
    case .own10: 10
    }
  }

  /// Whether residents decide with others or alone on this rung; `nil` on the own ladder, where
  /// the table “own_ladder” says so.
  ///
  /// Co-deciding, IAP2’s highest level and Arnstein’s delegated power are taken as the lowest that
  /// do: a correspondence of this program’s own.
  var residentsDecide: Bool? {
    switch ladder {
    case .dutch: height >= Rung.coDecide.height
    case .iap2: self == .iap2Empower
    case .arnstein: height >= Rung.delegatedPower.height
    case .own: nil
    }
  }

  /// How much higher it is than another rung, as rungs; `nil` on another ladder.
  func rise(from other: Rung) -> Int? {
    ladder == other.ladder ? height - other.height : nil
  }
}
