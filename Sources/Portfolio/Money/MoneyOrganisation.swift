import ExportKit

/// An organisation with all that its reports of a year say of its money, each thing once.
struct MoneyOrganisation {
  /// Its name, as its first report has it.
  let name: String
  /// The keys of the names by which others may call it: its own and those of its projects.
  private(set) var keys: Set<String> = []
  /// The neighbourhoods of its reports.
  private(set) var neighbourhoods: [String] = []
  /// What it paid, by the identifiers of kinds of places or of parties.
  var targets: [MoneyStatement.Target] = []
  /// What it received, by payer.
  private(set) var receipts: [MoneyStatement.Receipt] = []
  /// The three rounds, where all reports that tell its spending have them.
  private(set) var rounds: MoneyStatement.Rounds?
  /// Why its spending is not known as one.
  private(set) var contradiction: Text?

  /// Takes the statements of one organisation in the order of reports.
  init(_ statements: [MoneyStatement]) {
    name = statements.first?.line.organisation ?? ""
    for statement in statements {
      keys.insert(statement.line.organisationKey)
      keys.insert(MatchingKey.words(statement.line.name))
      if !neighbourhoods.contains(statement.line.neighbourhood) {
        neighbourhoods.append(statement.line.neighbourhood)
      }
    }
    keys.remove("")
    receipts = MoneyOrganisation.latest(statements).flatMap(\.receipts)
    addSpending(statements.filter(\.tellsSpending))
  }

  /// Of each project the reports whose periods share no day; of those that do the latest.
  private static func latest(_ statements: [MoneyStatement]) -> [MoneyStatement] {
    var kept: [MoneyStatement] = []
    for statement in statements.reversed() {
      let isCovered = kept.contains {
        $0.line.project == statement.line.project && $0.overlaps(statement)
      }
      if !isCovered { kept.append(statement) }
    }
    return kept.reversed()
  }

  /// Adds up what reports say of the spending: the same books twice count once, parts of a year add.
  private mutating func addSpending(_ statements: [MoneyStatement]) {
    var distinct: [MoneyStatement] = []
    for statement in statements where !distinct.contains(where: { $0.saysTheSame(as: statement) }) {
      if distinct.contains(where: { $0.overlaps(statement) }) {
        contradiction = MoneyOrganisation.differs
        return
      }
      distinct.append(statement)
    }
    for target in distinct.flatMap(\.targets) {
      if let known = targets.firstIndex(where: { $0.id == target.id }) {
        targets[known].amount += target.amount
      } else {
        targets.append(target)
      }
    }
    targets.sort { $0.id < $1.id }
    let rounds = distinct.compactMap(\.rounds)
    guard let first = rounds.first, rounds.count == distinct.count else { return }
    self.rounds = rounds.dropFirst().reduce(first, +)
  }

  private static let differs = Text(
    "its reports over the same days state different spending, and whether one is a part of the other they do not say",
    nl:
      "zijn verslagen over dezelfde dagen vermelden andere uitgaven, en of het ene deel is van het andere zeggen ze niet"
  )

  // MARK: Dividing

  /// The organisations of some statements, recognised by their numbers, else by their names.
  static func all(of statements: [MoneyStatement]) -> [MoneyOrganisation] {
    var members: [[MoneyStatement]] = []
    var byNumber: [String: Int] = [:]
    var byName: [String: Int] = [:]
    for statement in statements {
      let known = statement.numbers.lazy.compactMap { byNumber[$0] }.first
      let named = byName[statement.line.organisationKey].flatMap { index in
        // Of the same name under another number is somebody else.
        statement.numbers.isEmpty || members[index].allSatisfy(\.numbers.isEmpty) ? index : nil
      }
      let index = known ?? named ?? members.count
      if index == members.count { members.append([]) }
      members[index].append(statement)
      for number in statement.numbers where byNumber[number] == nil { byNumber[number] = index }
      let key = statement.line.organisationKey
      if !key.isEmpty, byName[key] == nil { byName[key] = index }
    }
    return members.map { MoneyOrganisation($0) }.sorted { ($0.name) < ($1.name) }
  }
}
