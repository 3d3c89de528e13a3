import IndicatorKit

/// A financial proxy has its value either as a number or from a parameter that can be a price.
enum ProxyValueCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let proxies = project.rows(Proxy.self)
    return proxies.indices.compactMap { position in
      finding(about: proxies[position], in: project) {
        project.address(proxies, at: position, column: $0)
      }
    }
  }

  private static func finding(
    about row: Proxy, in project: LoadedProject, _ address: (String) -> Address?
  ) -> Finding? {
    switch (row.value, row.valueFrom) {
    case (nil, nil): return missing(at: address("value"))
    case (.some, .some): return twice(at: address("value_from"))
    case (.some, nil): return nil
    case (nil, .some(let id)):
      do {
        _ = try ProxyParameter(id, of: row, in: project)
        return nil
      } catch {
        return error.finding(at: address("value_from"))
      }
    }
  }

  private static func missing(at address: Address?) -> Finding {
    Finding(
      "value_map.proxy_value_missing", .error,
      Text("This financial proxy has no value.", nl: "Deze financiële proxy heeft geen waarde."),
      help: Text(
        "Fill in a number, or name a parameter in the column “Value from parameter”.",
        nl: "Vul een getal in, of noem een parameter in de kolom ‘Waarde uit parameter’."),
      at: address)
  }

  private static func twice(at address: Address?) -> Finding {
    Finding(
      "value_map.proxy_value_twice", .error,
      Text(
        "This financial proxy has a number and a parameter as its value.",
        nl: "Deze financiële proxy heeft zowel een getal als een parameter als waarde."),
      help: Text("Leave one of the two empty.", nl: "Laat een van beide leeg."), at: address)
  }
}
