print(registry.indicators.map { type(of: $0).card.id })
