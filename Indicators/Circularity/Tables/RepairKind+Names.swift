import IndicatorKit

/// What the kinds of things are called in files and in reports.
///
/// A hair dryer is none of them: the Open Repair Data Standard has it apart from other hair and
/// beauty items, and a footprint of its own is not known.
extension RepairKind {
  var label: Text {
    switch self {
    case .desktopSmall: Text("Small desktop computer", nl: "Kleine desktopcomputer")
    case .desktopMedium: Text("Medium desktop computer", nl: "Middelgrote desktopcomputer")
    case .desktopLarge: Text("Large desktop computer", nl: "Grote desktopcomputer")
    case .flatScreen: Text("Flat screen of 22 to 24 inch", nl: "Beeldscherm van 22 tot 24 inch")
    case .laptopLarge: Text("Large laptop", nl: "Grote laptop")
    case .laptopMedium: Text("Medium laptop", nl: "Middelgrote laptop")
    case .laptopSmall: Text("Small laptop", nl: "Kleine laptop")
    case .paperShredder: Text("Paper shredder", nl: "Papierversnipperaar")
    case .pcAccessory: Text("PC accessory", nl: "Computeraccessoire")
    case .printer: Text("Printer or scanner", nl: "Printer of scanner")
    case .batteryOrCharger: Text("Battery, charger or adapter", nl: "Accu, lader of adapter")
    case .compactCamera: Text("Digital compact camera", nl: "Compactcamera")
    case .videoCamera: Text("DSLR or video camera", nl: "Spiegelreflex- of videocamera")
    case .headphones: Text("Headphones", nl: "Koptelefoon")
    case .mobile: Text("Mobile phone", nl: "Mobiele telefoon")
    case .tablet: Text("Tablet", nl: "Tablet")
    case .gamesConsole: Text("Games console", nl: "Spelcomputer")
    case .hiFiIntegrated: Text("Hi-fi, integrated", nl: "Stereo-installatie")
    case .hiFiSeparates: Text("Hi-fi, separates", nl: "Losse hifi")
    case .radio: Text("Portable radio", nl: "Draagbare radio")
    case .projector: Text("Projector", nl: "Projector")
    case .airConditioner: Text("Air conditioner or dehumidifier", nl: "Airco of ontvochtiger")
    case .blender: Text("Blender", nl: "Blender")
    case .coffeeMaker: Text("Coffee maker", nl: "Koffiezetapparaat")
    case .fan: Text("Fan", nl: "Ventilator")
    case .hairAndBeauty: Text("Hair and beauty item", nl: "Haar- en verzorgingsapparaat")
    case .iron: Text("Iron", nl: "Strijkijzer")
    case .kettle: Text("Kettle", nl: "Waterkoker")
    case .lamp: Text("Lamp", nl: "Lamp")
    case .powerTool: Text("Power tool", nl: "Elektrisch gereedschap")
    case .sewingMachine: Text("Sewing machine", nl: "Naaimachine")
    case .smallKitchenItem: Text("Small kitchen item", nl: "Klein keukenapparaat")
    case .toaster: Text("Toaster", nl: "Broodrooster")
    case .toy: Text("Toy", nl: "Speelgoed")
    case .vacuum: Text("Vacuum cleaner", nl: "Stofzuiger")
    case .watchOrClock: Text("Watch or clock", nl: "Horloge of klok")
    case .bicycle: Text("Bicycle", nl: "Fiets")
    case .clothing: Text("Clothing or textile", nl: "Kleding of textiel")
    case .furniture: Text("Furniture", nl: "Meubel")
    case .handTool: Text("Hand tool", nl: "Handgereedschap")
    }
  }

  var aliases: [String] {
    switch self {
    case .desktopSmall: ["desktop small", "kleine pc"]
    case .desktopMedium: ["desktop medium", "middelgrote pc"]
    case .desktopLarge: ["desktop large", "grote pc"]
    case .flatScreen: ["flat screen 22-24", "beeldscherm 22-24"]
    case .laptopLarge: ["laptop large"]
    case .laptopMedium: ["laptop medium"]
    case .laptopSmall: ["laptop small"]
    case .pcAccessory: ["toetsenbord", "muis"]
    case .printer: ["printer/scanner", "printer", "scanner"]
    case .batteryOrCharger: ["battery/charger/adapter", "oplader", "lader", "adapter"]
    // The second is how the files of the standard’s first versions have it.
    case .videoCamera:
      ["dslr/video camera", "dlsr / video camera", "spiegelreflexcamera", "videocamera"]
    case .headphones: ["hoofdtelefoon"]
    case .mobile: ["mobile", "smartphone", "mobieltje"]
    case .hiFiIntegrated: ["hi-fi integrated", "stereotoren"]
    case .hiFiSeparates: ["hi-fi separates", "versterker", "platenspeler"]
    case .radio: ["radio"]
    case .projector: ["beamer"]
    case .airConditioner: ["aircon/dehumidifier", "airco", "ontvochtiger"]
    case .coffeeMaker: ["koffiezetter"]
    case .hairAndBeauty: ["hair & beauty item", "krultang"]
    case .iron: ["strijkbout"]
    case .lamp: ["schemerlamp", "bureaulamp"]
    case .powerTool: ["boormachine", "schuurmachine"]
    case .vacuum: ["vacuum"]
    case .watchOrClock: ["watch/clock", "klok", "clock", "horloge", "wekker"]
    case .bicycle: ["bike", "unpowered - bicycle"]
    case .clothing:
      [
        "clothing/textile", "unpowered - textile", "kleding", "textiel", "jas", "broek", "rok",
        "trui",
      ]
    case .furniture: ["unpowered - furniture", "stoel", "chair", "tafel", "kastje"]
    default: []
    }
  }
}
