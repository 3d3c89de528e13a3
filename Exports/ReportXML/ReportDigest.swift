import Crypto
import ExportKit
import LibXML2

/// The digest of a report: whether it is still as the program wrote it.
///
/// It is the SHA-256, in lower-case hexadecimal digits, of the document in Canonical XML 1.0 with
/// comments, in which the element `digest` is empty. Another program computes it likewise:
///
///     sed 's|\(<digest[^>]*>\)[0-9a-f]*<|\1<|' report.xml | xmllint --c14n - | sha256sum
///
/// It finds an edit; it is no signature, because whoever edits can compute it anew.
public enum ReportDigest {
  static let element = "digest"

  /// Compares the digest that a document states with the one that it has.
  ///
  /// - Throws: `XMLCanonicalForm.Failure` where the document is no XML, too large, or has a
  ///   document type declaration.
  public static func verdict(
    on document: [UInt8]
  ) throws(XMLCanonicalForm.Failure) -> VerifiableReport.Digest {
    let canonical = try XMLCanonicalForm.bytes(of: document, emptying: element)
    guard let stated = canonical.text else { return .absent }
    return stated == hexadecimal(canonical.form) ? .holds : .broken
  }

  /// Gives the digest of a document whose element `digest` may hold anything.
  static func digest(of document: [UInt8]) throws(XMLCanonicalForm.Failure) -> String {
    hexadecimal(try XMLCanonicalForm.bytes(of: document, emptying: element).form)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return SHA256.hash(data: bytes).reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
