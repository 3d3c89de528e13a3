import IndicatorKit

/// A kind of thing of which the mean footprint and weight are known, by the Restart Project.
///
/// The raw value is the last segment of its two parameters, `repair.footprint.…` and
/// `repair.weight.…`. Laptops, desktop computers and screens are kinds by size alone, because the
/// footprints differ twofold.
enum RepairKind: String, Choice {
  case desktopSmall = "desktop_small"
  case desktopMedium = "desktop_medium"
  case desktopLarge = "desktop_large"
  case flatScreen = "flat_screen"
  case laptopLarge = "laptop_large"
  case laptopMedium = "laptop_medium"
  case laptopSmall = "laptop_small"
  case paperShredder = "paper_shredder"
  case pcAccessory = "pc_accessory"
  case printer
  case batteryOrCharger = "battery_or_charger"
  case compactCamera = "compact_camera"
  case videoCamera = "dslr_or_video_camera"
  case headphones
  case mobile
  case tablet
  case gamesConsole = "games_console"
  case hiFiIntegrated = "hi_fi_integrated"
  case hiFiSeparates = "hi_fi_separates"
  case radio
  case projector
  case airConditioner = "air_conditioner"
  case blender
  case coffeeMaker = "coffee_maker"
  case fan
  case hairAndBeauty = "hair_and_beauty"
  case iron
  case kettle
  case lamp
  case powerTool = "power_tool"
  case sewingMachine = "sewing_machine"
  case smallKitchenItem = "small_kitchen_item"
  case toaster
  case toy
  case vacuum
  case watchOrClock = "watch_or_clock"
  case bicycle
  case clothing = "clothing_or_textile"
  case furniture
  case handTool = "hand_tool"

  /// The kind of which a text is one of the names, whatever its capitals and signs.
  ///
  /// Nothing is guessed: a text that is no name of a kind has none.
  init?(named text: String) {
    guard let kind = Self.byName[Self.folded(text)] else { return nil }
    self = kind
  }

  private static let byName: [String: RepairKind] = {
    var kinds: [String: RepairKind] = [:]
    for kind in allCases {
      // Not the raw value: “flat_screen” would give every screen the footprint of one size.
      for name in [kind.label.english, kind.label.dutch] + kind.aliases {
        kinds[folded(name)] = kind
      }
    }
    return kinds
  }()

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
