// The attributes of a tag.
extension MarkupScanner {
  /// Reads attributes up to the end of the tag.
  ///
  /// - Parameters:
  ///   - next: the place behind the name of the tag; moved behind the tag where it is whole.
  ///   - isEmpty: set where the element ends with the tag.
  func attributeList(_ next: inout Int, _ isEmpty: inout Bool) -> Step {
    attributes.removeAll()
    while true {
      let start = next
      while bytes[window[next]].has(.blank) { next += 1 }
      switch window[next] {
      case UInt8(ascii: ">"):
        next += 1
        return .done
      case UInt8(ascii: "/"):
        guard window[next + 1] == UInt8(ascii: ">") else { return unlessCut(next + 1) }
        next += 2
        isEmpty = true
        return .done
      default:
        guard next > start else { return unlessCut(next) }
        let step = attribute(&next)
        guard step == .done else { return step }
      }
    }
  }

  private func attribute(_ next: inout Int) -> Step {
    let start = next
    while bytes[window[next]].has(.name) { next += 1 }
    let nameEnd = next
    guard window[next] == UInt8(ascii: "=") else { return unlessCut(next) }
    next += 1
    let quote = window[next]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return unlessCut(next) }
    next += 1
    let valueStart = next
    var met = ByteClass()
    while true {
      let byte = window[next]
      let kind = bytes[byte]
      if kind.has(.stopsValue) {
        if byte == quote { break }
        let isPlain = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        guard isPlain || byte == UInt8(ascii: "&") else { return unlessCut(next) }
      }
      met.add(kind)
      next += 1
    }
    let value = valueStart..<next
    next += 1
    guard let name = names.slot(window + start, count: nameEnd - start) else { return .unusual }
    if name.isDeclaration, hasRoot {
      let (attribute, text) = (all[start..<nameEnd], all[value])
      let isKnown = names.repeats(.init(rebasing: attribute), .init(rebasing: text))
      guard isKnown else { return .unusual }
    }
    return attributes.add(name, value, met, window) ? .done : .unusual
  }

  /// Learns the namespaces that the root declares, before its own name can be known.
  func declareNamespaces() -> Step {
    var next = place + 1
    while bytes[window[next]].has(.name) { next += 1 }
    while true {
      while bytes[window[next]].has(.blank) { next += 1 }
      let start = next
      while bytes[window[next]].has(.name) { next += 1 }
      guard window[next] == UInt8(ascii: "=") else { break }
      let nameEnd = next
      let quote = window[next + 1]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return unlessCut(next + 1)
      }
      next += 2
      let valueStart = next
      while window[next] != quote {
        guard window[next] >= 0x20, window[next] < 0x80 else { return unlessCut(next) }
        next += 1
      }
      let isUsual = names.declare(
        String(decoding: UnsafeBufferPointer(rebasing: all[start..<nameEnd]), as: UTF8.self),
        String(decoding: UnsafeBufferPointer(rebasing: all[valueStart..<next]), as: UTF8.self))
      guard isUsual else { return .unusual }
      next += 1
    }
    // What else may be wrong with the tag is found when it is read as any other.
    return window[next] == UInt8(ascii: ">") ? .done : unlessCut(next)
  }

  private var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: window, count: end) }

  private func unlessCut(_ place: Int) -> Step { place >= end ? .more : .unusual }
}

/// The attributes of one tag.
final class TagAttributes {
  private struct Entry {
    let name: MarkupNames.Slot
    let value: Range<Int>
    let met: ByteClass
  }

  /// More than any element of OpenDocument has.
  private static let most = 128

  private let entries = UnsafeMutablePointer<Entry>.allocate(capacity: most)
  private let values = UnsafeMutablePointer<ContentAttribute>.allocate(capacity: most)
  // Used for each element, by one thread and one call at a time: the check would take longer.
  @exclusivity(unchecked) private var count = 0
  @exclusivity(unchecked) private var knownCount = 0
  @exclusivity(unchecked) private var needsLook = false

  deinit {
    entries.deallocate()
    values.deallocate()
  }

  /// The attributes that the reader knows.
  var known: UnsafeBufferPointer<ContentAttribute> {
    UnsafeBufferPointer(start: values, count: knownCount)
  }

  /// Begins another tag.
  func removeAll() {
    count = 0
    knownCount = 0
    needsLook = false
  }

  /// Adds an attribute; gives false where it stands twice or there are too many.
  func add(
    _ name: MarkupNames.Slot, _ value: Range<Int>, _ met: ByteClass,
    _ window: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard count < TagAttributes.most else { return false }
    for index in 0..<count where entries[index].name.number == name.number { return false }
    (entries + count).initialize(to: Entry(name: name, value: value, met: met))
    count += 1
    if !met.isDisjoint(with: [.reference, .high]) { needsLook = true }
    if let content = name.content {
      let bytes = UnsafeBufferPointer(start: window + value.lowerBound, count: value.count)
      (values + knownCount).initialize(to: ContentAttribute(name: content, value: bytes))
      knownCount += 1
    }
    return true
  }

  /// Checks the values and resolves their references, once the tag is known to be whole.
  func decode(_ scanner: MarkupScanner) -> Bool {
    guard needsLook else { return true }
    var place = 0
    for index in 0..<count {
      let entry = entries[index]
      guard let last = scanner.checked(entry.value, entry.met, keepsAmpersands: true) else {
        return false
      }
      guard let content = entry.name.content else { continue }
      let bytes = UnsafeBufferPointer(
        start: scanner.window + entry.value.lowerBound, count: last - entry.value.lowerBound)
      values[place] = ContentAttribute(name: content, value: bytes)
      place += 1
    }
    return true
  }
}
