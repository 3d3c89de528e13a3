import Foundation
import ImpactModel

extension BankProfile {
  /// The profiles that come with the program, in the order of their files.
  public static let shipped: [BankProfile] = shippedReadings.compactMap(\.profile)

  /// The shipped profiles as they were read; a test holds that nothing is wrong in them.
  package static let shippedReadings: [(profile: BankProfile?, findings: [Finding])] =
    EmbeddedFiles.texts.keys.filter { $0.hasPrefix("Books/Profiles/") }.sorted().map { file in
      read(Data((EmbeddedFiles.texts[file] ?? "").utf8), file: file)
    }

  /// Reads a profile; one with an error is not used.
  ///
  /// - Parameters:
  ///   - bytes: the YAML.
  ///   - file: its path, for addresses.
  public static func read(
    _ bytes: Data, file: String
  ) -> (profile: BankProfile?, findings: [Finding]) {
    switch SettingsDocument.root(bytes, file: file) {
    case .failure(let failure): return (nil, [failure.finding])
    case .success(let mapping):
      let log = SettingsLog(file: file)
      let section = SettingsSection(
        mapping, path: "", keys: BankProfileReader.keys, line: 1, log: log)
      let profile = BankProfileReader(section: section).profile
      return log.findings.contains { $0.severity == .error }
        ? (nil, log.findings) : (profile, log.findings)
    }
  }
}

/// Reads the keys of a profile.
struct BankProfileReader {
  static let keys = [
    "name", "separator", "quote", "skip", "columns", "date", "date_form", "account", "amount",
    "decimal", "thousands", "direction", "in", "out", "currency", "currency_column",
    "counter_account",
    "counter_name", "address", "description", "reference", "wages", "balance_after",
    "balance_before",
  ]

  let section: SettingsSection

  /// The profile, `nil` where a key is missing or damaged; the log of the section says which.
  var profile: BankProfile? {
    let count = number("columns")
    func column(_ key: String, isRequired: Bool = false) -> BankProfile.Column? {
      self.column(key, count, isRequired: isRequired)
    }
    let name = section.value("name")?.text
    let date = column("date", isRequired: true)
    let form = section.read(
      "date_form", Text("is no form of a date", nl: "is geen vorm van een datum"),
      help: Text(
        "Write it as in yyyy-mm-dd.", nl: "Schrijf het zoals in yyyy-mm-dd."), { DateForm($0) })
    let account = column("account", isRequired: true)
    let amount = column("amount", isRequired: true)
    let decimal = character("decimal", among: [",": DecimalMark.comma, ".": .point])
    let thousands: Character? =
      section.value("thousands", isRequired: false) == nil
      ? nil : character("thousands", among: [",": ",", ".": ".", "'": "'"])
    let separator = character(
      "separator", among: [",": UInt8(44), ";": UInt8(59), "tab": UInt8(9), "|": UInt8(124)])
    let quote =
      section.value("quote", isRequired: false) == nil
      ? UInt8(34) : character("quote", among: ["\"": UInt8(34), "'": UInt8(39)])
    let currency = section.read(
      "currency", Text("is no code of a currency", nl: "is geen code van een munt"),
      help: Text("Write it as in EUR.", nl: "Schrijf het zoals in EUR."), { Currency($0) })
    guard let name, let date, let form, let account, let amount, let decimal, let separator,
      let quote, let currency
    else { return nil }
    return BankProfile(
      name: name, separator: separator, quote: quote, skipped: number("skip") ?? 0,
      columnCount: count, date: date, dateForm: form, account: account, amount: amount,
      decimal: decimal, thousands: thousands, direction: column("direction"),
      wordsIn: section.list("in").map(\.text),
      wordsOut: section.list("out").map(\.text), currency: currency,
      currencyColumn: column("currency_column"), counterAccount: column("counter_account"),
      counterName: column("counter_name"), addresses: columns("address", count),
      descriptions: columns("description", count),
      wages: section.list("wages").map { $0.text.lowercased() },
      reference: column("reference"),
      balanceAfter: column("balance_after"), balanceBefore: column("balance_before"))
  }

  private func number(_ key: String) -> Int? {
    section.read(
      key, isRequired: false, Text("is no number up to 200", nl: "is geen getal tot 200"),
      help: Text("Write a whole number.", nl: "Schrijf een geheel getal."),
      { text in Int(text).flatMap { (0...200).contains($0) ? $0 : nil } })
  }

  private func character<Value>(_ key: String, among known: [String: Value]) -> Value? {
    let list = known.keys.sorted().joined(separator: "  ")
    return section.read(
      key, Text("is none of \(list)", nl: "is geen van \(list)"),
      help: Text(
        "Write one of these, in quotes.",
        nl: "Schrijf een hiervan, tussen aanhalings"
          + "tekens."), { known[$0] })
  }

  private func columns(_ key: String, _ count: Int?) -> [BankProfile.Column] {
    section.list(key).compactMap { self.column($0, count) }
  }

  private func column(
    _ key: String, _ count: Int?, isRequired: Bool
  ) -> BankProfile.Column? {
    section.value(key, isRequired: isRequired).flatMap { column($0, count) }
  }

  /// A heading; in a file without headings the number of a column.
  private func column(_ value: SettingsValue, _ count: Int?) -> BankProfile.Column? {
    guard let count else { return .heading(value.text) }
    return section.read(
      value, Text("is no column from 1 to \(count)", nl: "is geen kolom van 1 tot \(count)"),
      help: Text(
        "A file without headings has its columns by number.",
        nl: "Een bestand zonder koppen heeft zijn kolommen op nummer."),
      { text in
        Int(text).flatMap { (1...max(1, count)).contains($0) ? .number($0) : nil }
      })
  }
}
