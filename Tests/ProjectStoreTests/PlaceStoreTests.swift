import Foundation
import ImpactModel
import ProjectStore
import TestSupport
import Testing

@Suite struct PlaceStoreTests {
  private func share(_ postcode: String, _ neighbourhood: String, _ addresses: Int) -> PlaceShare {
    PlaceShare(
      postcode: postcode, neighbourhood: neighbourhood, district: "", municipality: "",
      addresses: addresses)
  }

  private func source(_ file: String) -> PlaceStore.Source {
    PlaceStore.Source(file: file, findings: [], isWeighted: true, year: 2025, rows: 3)
  }

  private func load(_ store: PlaceStore, _ file: String, _ parts: [[PlaceShare]]) throws {
    try store.replace(file: file, fingerprint: "1") { take in
      for part in parts { try take(part) }
      return source(file)
    }
  }

  @Test func `addresses of one postcode and place add up over parts, in any order`() throws {
    let postcode = try #require(Postcode("5611AA", country: .netherlands))
    let parts = [
      [share("5611AA", "07721110", 2), share("5611AB", "07721110", 1)],
      [share("5611AA", "07721111", 1)], [share("5611AA", "07721110", 3)],
    ]
    for order in [parts, parts.reversed()] {
      let store = try PlaceStore.inMemory()
      try load(store, "places/a.csv", order)
      let found = try #require(try store.places(of: [postcode])[postcode])
      #expect(
        found.map(\.shares) == [[share("5611AA", "07721110", 5), share("5611AA", "07721111", 1)]])
      #expect(found.map(\.isWeighted) == [true])
    }
  }

  @Test func `half a postcode has the places of all that start with it`() throws {
    let store = try PlaceStore.inMemory()
    try load(
      store, "places/a.csv",
      [[share("5611AA", "07721110", 2), share("5611ZZ", "07721111", 1), share("5612AA", "x", 1)]])
    let half = try #require(Postcode("5611", country: .netherlands))
    let none = try #require(Postcode("5613", country: .netherlands))
    let found = try store.places(of: [half, none])
    #expect(found[half]?.first?.shares.map(\.neighbourhood) == ["07721110", "07721111"])
    #expect(found[none] == nil)
  }

  @Test func `a table is current under its fingerprint, and outlives the program`() throws {
    let folder = try Places.temporaryFolder()
    #expect(PlaceStore.existing(in: folder) == nil)
    do {
      let store = try PlaceStore(in: folder)
      try load(store, "places/a.csv", [[share("5611AA", "07721110", 2)]])
      try load(store, "places/b.csv", [[share("5611AA", "07721119", 2)]])
    }
    let store = try #require(PlaceStore.existing(in: folder))
    #expect(try store.isCurrent(file: "places/a.csv", fingerprint: "1"))
    #expect(try !store.isCurrent(file: "places/a.csv", fingerprint: "2"))
    try store.removeAll(except: ["places/a.csv"])
    #expect(try store.sources() == [source("places/a.csv")])
    let codes = try ["BU07721110", "BU07721119"].map {
      try #require(PlaceCode($0, country: .netherlands))
    }
    #expect(try store.unknown(codes) == [codes[1]])
  }

  @Test func `a load that fails leaves the store as it was`() throws {
    struct Broken: Error {}
    let store = try PlaceStore.inMemory()
    try load(store, "places/a.csv", [[share("5611AA", "07721110", 2)]])
    #expect(throws: Broken.self) {
      try store.replace(file: "places/a.csv", fingerprint: "2") { take in
        try take([share("5611AA", "07721111", 9)])
        throw Broken()
      }
    }
    #expect(try store.isCurrent(file: "places/a.csv", fingerprint: "1"))
    let postcode = try #require(Postcode("5611AA", country: .netherlands))
    #expect(try store.places(of: [postcode])[postcode]?.first?.shares.map(\.addresses) == [2])
  }

  @Test func `a damaged cache is made anew`() throws {
    let folder = try Places.temporaryFolder()
    do { _ = try PlaceStore(in: folder) }
    let file = folder.appending(path: ".wijkwaarde/places.sqlite")
    try Data("no database".utf8).write(to: file)
    #expect(PlaceStore.existing(in: folder) == nil)
    let store = try PlaceStore(in: folder)
    #expect(try store.sources().isEmpty)
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }
}
