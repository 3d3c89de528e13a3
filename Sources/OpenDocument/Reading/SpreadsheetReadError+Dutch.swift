import LibXML2

extension SpreadsheetReadError {
  /// The problem as a Dutch sentence, with its place; what libxml2 says of its XML stays English.
  public var dutch: String {
    let place = [sheet, cell?.text].compactMap { $0 }.joined(separator: " ")
    return place.isEmpty ? problem.dutch : "\(place): \(problem.dutch)"
  }
}

extension SpreadsheetReadError.Problem {
  fileprivate var dutch: String { dutchOfFile ?? dutchOfPackage ?? dutchOfContent }

  private var dutchOfFile: String? {
    switch self {
    case .unreadable(let code): "het bestand kan niet worden gelezen (fout \(code) van het systeem)"
    case .empty: "het bestand is leeg"
    case .notOpenDocument: "dit is geen OpenDocument-bestand"
    case .notSpreadsheet(let kind): "dit is geen rekenblad maar ‘\(kind)’"
    case .excel: "dit is een Excel-werkmap; sla hem op als OpenDocument-rekenblad (.ods)"
    case .encrypted: "het bestand is met een wachtwoord gesloten; sla het op zonder wachtwoord"
    case .truncated: "het bestand is niet compleet; kopieer of bewaar het opnieuw"
    case .damaged(let what): "het bestand is beschadigd: \(what)"
    default: nil
    }
  }

  private var dutchOfPackage: String? {
    switch self {
    case .missingPart(let part): "in het pakket ontbreekt het onderdeel ‘\(part)’"
    case .unsafeName(let name):
      "het pakket heeft een onderdeel met de naam ‘\(name)’, die naar buiten het pakket wijst"
    case .repeatedPart(let name): "het pakket heeft twee onderdelen met de naam ‘\(name)’"
    case .overlappingParts(let name): "het onderdeel ‘\(name)’ ligt over een ander onderdeel heen"
    case .compressionMethod(let name, let method):
      "het onderdeel ‘\(name)’ is gecomprimeerd op een manier die OpenDocument niet gebruikt "
        + "(\(method))"
    case .checksum(let name): "de controlesom van het onderdeel ‘\(name)’ klopt niet"
    case .parts(let limit): "het pakket heeft meer dan \(limit) onderdelen"
    case .partBytes(let name, let limit): "het onderdeel ‘\(name)’ heeft meer dan \(limit) bytes"
    case .ratio(let name, let limit):
      "het onderdeel ‘\(name)’ is uitgepakt meer dan \(limit) keer zo groot"
    case .xml(let part, let error): "‘\(part)’ is geen XML zoals het hoort: \(error.dutch)"
    default: nil
    }
  }

  private var dutchOfContent: String {
    switch self {
    case .sheets(let limit): "het document heeft meer dan \(limit) bladen"
    case .columns(let limit): "een cel ligt voorbij kolom \(CellAddress.letters(limit))"
    case .rows(let limit): "een cel ligt voorbij rij \(limit)"
    case .repeatedCells(let limit): "herhalingen maken meer dan \(limit) cellen"
    case .textBytes(let limit): "een cel heeft een tekst van meer dan \(limit) bytes"
    case .rowBytes(let limit): "een rij heeft teksten van meer dan \(limit) bytes"
    case .countedBlanks(let limit): "getelde spaties komen op meer dan \(limit)"
    case .count(let text): "‘\(text)’ is geen aantal"
    default: "\(self)"
    }
  }
}

extension XMLStreamError {
  fileprivate var dutch: String {
    let what =
      switch reason {
      case .empty: "het is leeg"
      case .truncated: "het is afgebroken"
      case .malformed(let message): message
      case .encoding(let message): message
      case .documentType: "het heeft een documenttypedeclaratie, en die wordt geweigerd"
      case .tooDeep(let limit): "elementen liggen dieper dan \(limit)"
      case .textTooLong(let limit): "een tekst heeft meer dan \(limit) bytes"
      case .tooManyAttributes(let limit): "een element heeft meer dan \(limit) attributen"
      case .tooManyNames(let limit): "het heeft meer dan \(limit) namen"
      case .unreadable(let code): "het kan niet worden gelezen (fout \(code))"
      }
    return "\(what) (regel \(position.line), byte \(position.byte))"
  }
}
