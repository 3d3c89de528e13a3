import Foundation
import ImpactModel

/// A folder of profiles that a user brought for the CSV exports of banks.
public struct BankProfileFolder: Sendable {
  /// The profiles that can be used, in the order of their files.
  public let profiles: [BankProfile]
  /// What is wrong in the files.
  public let findings: [Finding]
  /// What the readings of CSV exports depend on; another text means to read them again.
  public let fingerprint: String

  /// Reads the `.yaml` files of a folder; without a folder there are none.
  ///
  /// - Parameters:
  ///   - folder: the folder, which need not be there.
  ///   - place: what addresses call it.
  /// - Throws: where the folder or a file cannot be read.
  public init(_ folder: URL?, place: String = "profiles/") throws {
    var profiles: [BankProfile] = []
    var findings: [Finding] = []
    var fingerprint = ""
    for file in try BankProfileFolder.files(in: folder) {
      let bytes = try Data(contentsOf: file)
      let reading = BankProfile.read(bytes, file: place + file.lastPathComponent)
      if let profile = reading.profile { profiles.append(profile) }
      findings += reading.findings
      fingerprint += "|" + Fingerprint.of(bytes)
    }
    self.profiles = profiles
    self.findings = findings
    self.fingerprint = fingerprint
  }

  private static func files(in folder: URL?) throws -> [URL] {
    guard let folder, FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
    )
    .filter { $0.pathExtension == "yaml" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
