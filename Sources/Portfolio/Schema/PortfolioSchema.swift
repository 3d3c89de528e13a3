import GRDB

/// The tables of a portfolio and how older files come to them.
///
/// A migration that was published is never changed: a new one is added below it.
enum PortfolioSchema {
  /// Marks the file as a portfolio: the letters “WjkP”.
  static let applicationID = 0x576A_6B50

  /// Brings a file to the present schema, step by step, each step whole or not at all.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 tables") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      for statement in tables { try database.execute(sql: statement) }
    }
    migrator.registerMigration("1 views") { database in
      for view in PortfolioView.all where view.migration == 1 {
        try database.execute(sql: view.statement)
      }
    }
    migrator.registerMigration("2 parts of measures") { database in
      try database.execute(sql: parts)
      for view in PortfolioView.all where view.migration == 2 {
        try database.execute(sql: view.statement)
      }
    }
    return migrator
  }

  /// The numbers that computed measures with flows were made of.
  private static let parts = """
    CREATE TABLE part (report INTEGER NOT NULL REFERENCES report, figure TEXT NOT NULL, \
    name TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (report, figure, name)) \
    STRICT, WITHOUT ROWID
    """

  private static let tables = [
    """
    CREATE TABLE report (id INTEGER PRIMARY KEY, project TEXT NOT NULL, \
    perspective TEXT NOT NULL, period_first TEXT NOT NULL, period_last TEXT NOT NULL, \
    revision TEXT NOT NULL, is_current INTEGER NOT NULL, name TEXT NOT NULL, \
    organisation TEXT NOT NULL, organisation_key TEXT NOT NULL, name_key TEXT NOT NULL, \
    country TEXT, municipality TEXT, neighbourhood TEXT NOT NULL, codes_year INTEGER, \
    report_date TEXT, language TEXT, program TEXT NOT NULL, form TEXT NOT NULL, \
    version TEXT NOT NULL, discount_rate REAL, benefit_timing TEXT, input_timing TEXT, \
    valuation_date TEXT, price_year INTEGER, currency TEXT, present_value REAL, \
    inputs_present_value REAL, ratio REAL, ratio_low REAL, ratio_high REAL, \
    recomputed INTEGER NOT NULL, given INTEGER NOT NULL, unchanged INTEGER NOT NULL, \
    questions INTEGER NOT NULL, answers INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX report_identity ON report (project, perspective, period_first, period_last)",
    "CREATE INDEX report_organisation ON report (organisation_key)",
    "CREATE INDEX report_name ON report (name_key)",
    """
    CREATE TABLE document (report INTEGER PRIMARY KEY REFERENCES report, \
    file TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, \
    deflated BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE identifier (report INTEGER NOT NULL REFERENCES report, number TEXT NOT NULL, \
    PRIMARY KEY (report, number)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE area (report INTEGER NOT NULL REFERENCES report, code TEXT NOT NULL, \
    PRIMARY KEY (report, code)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE theme (report INTEGER NOT NULL REFERENCES report, theme TEXT NOT NULL, \
    PRIMARY KEY (report, theme)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE award (report INTEGER NOT NULL REFERENCES report, number TEXT NOT NULL, \
    matching TEXT, amount REAL, PRIMARY KEY (report, number)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX award_matching ON award (matching) WHERE matching IS NOT NULL",
    """
    CREATE TABLE stakeholder (report INTEGER NOT NULL REFERENCES report, row TEXT NOT NULL, \
    name TEXT NOT NULL, domain TEXT, PRIMARY KEY (report, row)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE input (report INTEGER NOT NULL REFERENCES report, row TEXT NOT NULL, \
    stakeholder TEXT NOT NULL, stakeholder_key TEXT NOT NULL, description TEXT NOT NULL, \
    kind TEXT NOT NULL, period INTEGER, award TEXT, value REAL, present_value REAL, \
    PRIMARY KEY (report, row)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX input_payer ON input (stakeholder_key) WHERE kind = 'cash'",
    """
    CREATE TABLE outcome (report INTEGER NOT NULL REFERENCES report, row TEXT NOT NULL, \
    stakeholder TEXT NOT NULL, matching TEXT NOT NULL, description TEXT NOT NULL, theme TEXT, \
    is_priced INTEGER NOT NULL, present_value REAL, PRIMARY KEY (report, row)) \
    STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX outcome_matching ON outcome (matching)",
    """
    CREATE TABLE card (id INTEGER PRIMARY KEY, figure TEXT NOT NULL, label_en TEXT NOT NULL, \
    label_nl TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL, currency TEXT NOT NULL, \
    aggregation TEXT NOT NULL, UNIQUE (figure, label_en, label_nl, kind, unit, currency, \
    aggregation)) STRICT
    """,
    """
    CREATE TABLE measurement (card INTEGER NOT NULL REFERENCES card, \
    report INTEGER NOT NULL REFERENCES report, value REAL, numerator REAL, denominator REAL, \
    low REAL, high REAL, is_incomplete INTEGER NOT NULL, PRIMARY KEY (card, report)) \
    STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE flow (report INTEGER NOT NULL REFERENCES report, number INTEGER NOT NULL, \
    figure TEXT NOT NULL, source TEXT NOT NULL, source_en TEXT NOT NULL, source_nl TEXT NOT NULL, \
    target TEXT NOT NULL, target_en TEXT NOT NULL, target_nl TEXT NOT NULL, unit TEXT NOT NULL, \
    currency TEXT NOT NULL, amount REAL, PRIMARY KEY (report, number)) STRICT, WITHOUT ROWID
    """,
  ]
}
