import IndicatorKit

/// The highest level of education, in the three classes of Statistics Netherlands (CBS).
enum Education: String, Choice {
  case lower = "education_low"
  case middle = "education_middle"
  case higher = "education_high"

  var label: Text {
    switch self {
    case .lower:
      Text("Primary, lower secondary or entry level", nl: "Basisonderwijs, vmbo of mbo 1")
    case .middle: Text("Upper secondary or vocational", nl: "Havo, vwo of mbo 2 tot en met 4")
    case .higher: Text("Higher vocational or university", nl: "Hbo of wo")
    }
  }

  var aliases: [String] {
    switch self {
    case .lower: ["laag", "low", "laagopgeleid", "praktisch opgeleid", "vmbo"]
    case .middle: ["middelbaar", "middle", "mbo", "middelbaar opgeleid"]
    case .higher: ["hoog", "high", "hoogopgeleid", "theoretisch opgeleid", "hbo", "wo"]
    }
  }
}
