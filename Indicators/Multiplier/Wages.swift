import IndicatorKit
import MoneyFlow

/// Where the wage costs of the books go, by the net pay and the homes of the staff table.
struct Wages {
  /// The wage costs of the books.
  let cost: Double
  /// Net pay of staff who live in the neighbourhood.
  let local: Double
  /// Net pay of staff who live elsewhere.
  let elsewhere: Double
  /// Net pay of staff whose home is not known.
  let unplaced: Double
  /// Wage costs less net pay: taxes, premiums, pension; absent where somebody's net pay is missing.
  let stateAndPension: Double?
  /// Wage costs that cannot be divided because somebody's net pay is missing.
  let undivided: Double
  /// Net pay beyond the wage costs of the books, 0 where the books hold as much.
  let beyondBooks: Double
  /// How many people with net pay live in the neighbourhood.
  let localPeople: Int
  /// How many people with net pay live elsewhere.
  let elsewherePeople: Int
  /// How many people with net pay live nobody knows where.
  let unplacedPeople: Int
  /// How many people have net pay.
  let people: Int

  /// Divides the wage costs.
  init(cost: Double, staff: Rows<StaffMember>, area: PostcodeArea) {
    let paid = staff.filter { $0.netPay != nil }
    func group(_ place: Locality) -> Rows<StaffMember> {
      paid.filter { Locality(of: $0.postcode, in: area) == place }
    }
    func people(_ rows: Rows<StaffMember>) -> Int { Set(rows.map(\.person)).count }
    func pay(_ rows: Rows<StaffMember>) -> Double { rows.sum { $0.netPay ?? 0 } }
    self.cost = cost
    local = pay(group(.local))
    elsewhere = pay(group(.elsewhere))
    unplaced = pay(group(.unknown))
    localPeople = people(group(.local))
    elsewherePeople = people(group(.elsewhere))
    unplacedPeople = people(group(.unknown))
    self.people = people(paid)
    let rest = cost - (local + elsewhere + unplaced)
    beyondBooks = max(0, -rest)
    let isComplete = !staff.isEmpty && paid.count == staff.count && staff.rejectedRows == 0
    stateAndPension = isComplete ? max(0, rest) : nil
    undivided = isComplete ? 0 : max(0, rest)
  }

  /// All that is spent on wages: the cost of the books, or the net pay where that is more.
  var total: Double { cost + beyondBooks }
  /// What leaves the neighbourhood at once.
  var leaving: Double { (stateAndPension ?? 0) + elsewhere }
  /// What goes nobody knows where.
  var unknown: Double { unplaced + undivided }

  /// Whether so few people have net pay that no sum of wages may be shown.
  var hidesAll: Bool { Self.areFew(people) }
  /// Whether the pay of those who live here may be shown beside that of others.
  var showsLocal: Bool { !hidesAll && !Self.areFew(localPeople) }
  /// Whether what leaves may be shown by itself: taxes and pension cover the pay of a few.
  ///
  /// The wage costs of the books stand in other figures (`employment.cost_per_fte`): less what leaves
  /// they tell the pay of those who stay, and less that too the pay of those whose home is unknown.
  var showsLeaving: Bool {
    showsLocal && (undivided > 0 || !Self.areFew(unplacedPeople))
      && ((stateAndPension ?? 0) > 0 || !Self.areFew(elsewherePeople))
  }
  /// Whether the pay of those who live elsewhere may be shown by itself.
  var showsElsewhere: Bool { showsLeaving && elsewherePeople >= Self.least }

  /// Whether the shares of the wage costs may be shown.
  var showsShares: Bool { showsLocal && showsLeaving && !Self.areFew(unplacedPeople) }

  /// Whether the pay of those who live here is that of a few.
  var hidesLocal: Bool { local != 0 && !showsLocal }
  /// Whether what leaves holds the pay of a few, or tells it when taken from the wage costs.
  var hidesLeaving: Bool { leaving != 0 && !showsLeaving }
  /// Whether what goes nobody knows where is the pay of a few and nothing else.
  var hidesUnknown: Bool { unplaced != 0 && undivided == 0 && Self.areFew(unplacedPeople) }

  private static let least = 5
  private static func areFew(_ people: Int) -> Bool { (1..<least).contains(people) }
}
