@_exported import ImpactModel
