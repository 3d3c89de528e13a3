import IndicatorKit

/// Circularity: what products are made of, where waste goes, what repair keeps in use and avoids.
public struct CircularityIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "circularity",
    title: Text("Circularity", nl: "Circulariteit"),
    summary: Text(
      "How circular products are, how much stays out of the bin, what repair keeps in use and avoids in CO2e, and on which rungs of the R-ladder this is.",
      nl:
        "Hoe circulair producten zijn, hoeveel er uit het restafval blijft, wat repareren in gebruik houdt en aan CO2e vermijdt, en op welke treden van de R-ladder dat is."
    ),
    tables: [
      Product.self, WasteStream.self, Repair.self, CircularActivity.self, GoodsEntry.self,
      FoodSaved.self, EnergyReading.self,
    ],
    measures: ProductMeasures.cards + WasteMeasures.cards + RepairMeasures.cards
      + LadderMeasures.cards + MassBalance.cards + FoodMeasures.cards + EnergyMeasures.cards,
    parameters: RepairFactors.cards + ShadowPrice.parameters,
    references: [
      Reference(
        "Ellen MacArthur Foundation and Granta Design, Circularity Indicators: methodology, 2019"),
      Reference(
        "Potting et al., Circular Economy: Measuring innovation in the product chain, PBL 2017"),
      Reference(
        "RVO, R-ladder, after PBL, Integrale Circulaire Economie Rapportage 2021 and 2023: six rungs"
      ),
      Reference("Open Repair Alliance, Open Repair Data Standard", version: "0.3"),
      Reference("The Restart Project, environmental-impact-data: methodology.md", version: "2021"),
      Reference("CE Delft, Handboek Milieuprijzen 2023, tables 1 and 2"),
    ], importers: [OpenRepairImporter.self], details: [ProductMeasures.products])

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures products, waste, repairs, rungs, the mass balance, food and energy.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let products = ProductMeasures(
      products: try project.rows(Product.self), isMissing: !project.has(Product.self))
    let waste = WasteMeasures(
      streams: try project.rows(WasteStream.self), isMissing: !project.has(WasteStream.self))
    let repairs = RepairMeasures(
      rows: try project.rows(Repair.self), isMissing: !project.has(Repair.self),
      factors: try RepairFactors(project), price: try ShadowPrice(project))
    let ladder = LadderMeasures(
      rows: try project.rows(CircularActivity.self), isMissing: !project.has(CircularActivity.self))
    let balance = MassBalance(
      goods: try project.rows(GoodsEntry.self), streams: waste.streams,
      isMissing: !project.has(GoodsEntry.self), lacksStreams: waste.isMissing)
    let food = FoodMeasures(
      rows: try project.rows(FoodSaved.self), isMissing: !project.has(FoodSaved.self))
    let energy = EnergyMeasures(
      rows: try project.rows(EnergyReading.self), isMissing: !project.has(EnergyReading.self))
    return products.all + waste.all + repairs.all + ladder.all + balance.all + food.all
      + energy.all
  }
}
