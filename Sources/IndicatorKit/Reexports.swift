@_exported import ImpactModel
@_exported import Parameters
