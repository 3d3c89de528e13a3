import ImpactModel

/// The findings of tables of who pays whom, in words.
enum FlowTableFindings {
  static func noTable(_ file: String) -> Finding {
    Finding(
      "flows.no_table", .error,
      Text(
        "This is no table of who pays whom.", nl: "Dit is geen tabel van wie aan wie betaalt."),
      help: Text(
        "Put the names of those who pay on the first line, from the second column on; start each "
          + "other line with the name of who is paid.",
        nl: "Zet de namen van wie betaalt op de eerste regel, vanaf de tweede kolom; begin elke "
          + "andere regel met de naam van wie betaald wordt."), at: Address(file: file))
  }

  static func tooLarge(_ file: String) -> Finding {
    Finding(
      "flows.too_large", .error,
      Text(
        "The table is larger than \(FlowTableReader.mostAccounts) columns, as many rows and 50 MB.",
        nl: "De tabel is groter dan \(FlowTableReader.mostAccounts) kolommen, even veel rijen en "
          + "50 MB."),
      help: Text("Add accounts together.", nl: "Voeg rekeningen samen."), at: Address(file: file))
  }

  static func name(_ name: String, at place: Address) -> Finding {
    let name = quoted(name)
    return Finding(
      "flows.name", .error,
      Text(
        "The name \(name.english) is empty or stands twice.",
        nl: "De naam \(name.dutch) is leeg of staat er twee keer."),
      help: Text(
        "Give every column and every row a name of its own.",
        nl: "Geef elke kolom en elke rij een eigen naam."), at: place)
  }

  static func number(_ text: String, isAmbiguous: Bool, at place: Address) -> Finding {
    let text = quoted(text)
    return Finding(
      "flows.number", .error,
      isAmbiguous
        ? Text(
          "\(text.english) can be read with decimals or with thousands.",
          nl: "\(text.dutch) kan met decimalen of met duizendtallen worden gelezen.")
        : Text("\(text.english) is no amount.", nl: "\(text.dutch) is geen bedrag."),
      help: Text(
        "Write amounts without marks between thousands, and leave a cell empty where nothing is paid.",
        nl:
          "Schrijf bedragen zonder tekens tussen duizendtallen, en laat een cel leeg als er niets "
          + "wordt betaald."), at: place)
  }
}
