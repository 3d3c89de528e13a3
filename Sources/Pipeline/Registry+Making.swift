import ExportKit
import IndicatorKit

extension Registry {
  /// Takes a module's type as an indicator; the generated registry calls it once per module.
  ///
  /// The generated call carries the position of the type's declaration, so that a type that is no
  /// indicator is reported there and not in a file that nobody wrote.
  public static func indicator(_ module: some Indicator) -> any Indicator { module }

  /// Takes a module's type as an export; see `indicator(_:)`.
  public static func exporter(_ module: some Exporter) -> any Exporter { module }
}
