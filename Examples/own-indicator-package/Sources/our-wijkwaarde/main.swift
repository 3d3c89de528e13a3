import WijkwaardeCommand

Program(registry: registry).run()
