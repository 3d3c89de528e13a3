import IndicatorKit

/// The age groups of the neighbourhood statistics of Statistics Netherlands (CBS).
enum AgeGroup: String, Choice {
  case under15 = "age_0_14"
  case from15 = "age_15_24"
  case from25 = "age_25_44"
  case from45 = "age_45_64"
  case from65 = "age_65_plus"

  var label: Text {
    switch self {
    case .under15: Text("0 to 14", nl: "0 tot 15 jaar")
    case .from15: Text("15 to 24", nl: "15 tot 25 jaar")
    case .from25: Text("25 to 44", nl: "25 tot 45 jaar")
    case .from45: Text("45 to 64", nl: "45 tot 65 jaar")
    case .from65: Text("65 and over", nl: "65 jaar of ouder")
    }
  }

  var aliases: [String] {
    switch self {
    case .under15: ["0-14", "0–14", "0 tot 15"]
    case .from15: ["15-24", "15–24", "15 tot 25"]
    case .from25: ["25-44", "25–44", "25 tot 45"]
    case .from45: ["45-64", "45–64", "45 tot 65"]
    case .from65: ["65+", "65 en ouder", "65 of ouder"]
    }
  }
}

/// The gender that a person goes by.
enum Gender: String, Choice {
  case woman
  case man
  case other

  var label: Text {
    switch self {
    case .woman: Text("Woman", nl: "Vrouw")
    case .man: Text("Man", nl: "Man")
    case .other: Text("Other", nl: "Anders")
    }
  }

  var aliases: [String] {
    switch self {
    case .woman: ["v", "f", "female"]
    case .man: ["m", "male"]
    case .other: ["x", "non-binair", "non-binary"]
    }
  }
}
