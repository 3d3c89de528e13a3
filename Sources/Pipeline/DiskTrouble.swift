import Foundation
import ImpactModel

/// Says in plain words why a file or a disk failed.
enum DiskTrouble {
  /// The reason, without a full stop.
  static func reason(_ error: any Error) -> Text {
    switch kind(error) {
    case .permission: Text("you may not write there", nl: "u mag daar niet schrijven")
    case .space: Text("the disk is full", nl: "de schijf is vol")
    case .absent: Text("it is not there", nl: "het is er niet")
    case .other:
      Text(verbatim: (error as? any LocalizedError)?.errorDescription ?? "\(error)")
    }
  }

  private enum Kind {
    case permission, space, absent, other
  }

  private static func kind(_ error: any Error) -> Kind {
    if let error = error as? CocoaError {
      switch error.code {
      case .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly:
        return .permission
      case .fileWriteOutOfSpace: return .space
      case .fileNoSuchFile, .fileReadNoSuchFile: return .absent
      default: return error.underlying.map(kind) ?? .other
      }
    }
    guard let error = error as? POSIXError else { return .other }
    switch error.code {
    case .EACCES, .EPERM, .EROFS: return .permission
    case .ENOSPC, .EDQUOT: return .space
    case .ENOENT: return .absent
    default: return .other
    }
  }
}
