import ImpactModel

/// A profile with the place of each of its columns in one file.
struct BankLayout {
  let profile: BankProfile
  /// How many fields a record has.
  let width: Int
  /// How many records stand before the first line of the bank.
  let linesBefore: Int
  /// Whether the first line of the bank is one that this profile can read.
  private(set) var isProven = false
  private let places: [BankProfile.Column: Int]

  /// Lays a profile on the first records of a file, or gives `nil` where it does not fit.
  init?(_ profile: BankProfile, first records: [[String]]) {
    let rest = records.dropFirst(profile.skipped)
    guard let first = rest.first else { return nil }
    self.profile = profile
    if let count = profile.columnCount {
      guard first.count == count else { return nil }
      width = count
      linesBefore = profile.skipped
      places = Dictionary(
        profile.columns.map { column in
          if case .number(let number) = column { (column, number - 1) } else { (column, -1) }
        }, uniquingKeysWith: { first, _ in first })
      guard places.values.allSatisfy({ (0..<count).contains($0) }), fits(first) else { return nil }
    } else {
      let headings = first.map { $0.trimmingSpaces().lowercased() }
      width = first.count
      linesBefore = profile.skipped + 1
      var found: [BankProfile.Column: Int] = [:]
      for column in profile.columns {
        guard case .heading(let heading) = column,
          let place = headings.firstIndex(of: heading.lowercased())
        else { return nil }
        found[column] = place
      }
      places = found
    }
    // Banks write under the same headings in other ways, as their customers set them.
    isProven = records.dropFirst(linesBefore).first.map(fits) ?? false
  }

  /// The text of a column in a record, empty where the record is too short.
  func text(_ column: BankProfile.Column?, in fields: [String]) -> String {
    guard let column, let place = places[column], fields.indices.contains(place) else { return "" }
    return fields[place].trimmingSpaces()
  }

  /// Whether a record has all columns that are read, and none too many.
  func holds(_ fields: [String]) -> Bool {
    let last = places.values.max() ?? 0
    return fields.count > last && fields.count <= width
  }

  /// Whether the first record of a file without headings can be of this bank.
  private func fits(_ fields: [String]) -> Bool {
    guard profile.dateForm.day(text(profile.date, in: fields)) != nil,
      BankParty.iban(text(profile.account, in: fields)) != nil,
      profile.cents(text(profile.amount, in: fields)) != nil
    else { return false }
    return profile.direction == nil || profile.isIn(text(profile.direction, in: fields)) != nil
  }
}
