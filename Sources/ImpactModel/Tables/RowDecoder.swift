/// Decodes a typed row from checked cells, for the synthesised `init(from:)` of a `TableRow`.
struct RowDecoder: Decoder {
  let positions: [String: Int]
  let cells: [CellValue]

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Cells<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw misuse() }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw misuse() }

  fileprivate func misuse() -> DecodingError {
    .dataCorrupted(
      .init(codingPath: [], debugDescription: "a table row holds declared columns only"))
  }

  /// The cells of the row by property.
  private struct Cells<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: RowDecoder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { decoder.positions.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { decoder.positions[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      guard let position = decoder.positions[key.stringValue],
        decoder.cells.indices.contains(position)
      else { throw decoder.misuse() }
      return try Value(from: CellDecoder(cell: decoder.cells[position]))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw decoder.misuse() }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw decoder.misuse()
    }

    func superDecoder() throws -> any Decoder { throw decoder.misuse() }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw decoder.misuse() }
  }
}

/// Hands one checked cell to a column.
struct CellDecoder: Decoder {
  let cell: CellValue

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw misuse()
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw misuse() }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw misuse() }

  private func misuse() -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "a cell is read by its column only"))
  }
}
