-- Everything a station keeps. What a person said is sealed: `sealed` columns hold
-- a nonce and an AEAD ciphertext whose associated data is the table and the row's id.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE visit (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE sequence (
    station INTEGER NOT NULL,
    year    INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    PRIMARY KEY (station, year)
) STRICT;

CREATE TABLE outbox (
    request_id TEXT PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'uncertain', 'refused')),
    filed_at   TEXT NOT NULL,
    answer_by  TEXT,
    done_by    TEXT,
    settled_at TEXT,
    next_try   INTEGER,            -- milliseconds since 1970; null once nothing happens by itself
    under_way  INTEGER NOT NULL DEFAULT 0,  -- 1 while an attempt may be posting
    progress   TEXT NOT NULL,
    sealed     BLOB                -- null after delivery
) STRICT;
CREATE INDEX outbox_due ON outbox (next_try) WHERE next_try IS NOT NULL;

CREATE TABLE print (
    job        TEXT PRIMARY KEY,
    number     TEXT NOT NULL,
    copy       INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('started', 'printed', 'not-printed', 'uncertain')),
    started_at TEXT NOT NULL,
    sealed     BLOB                -- null once the printer has told
) STRICT;

CREATE TABLE opinion (
    day    TEXT NOT NULL,
    face   INTEGER NOT NULL,
    reason TEXT
) STRICT;

CREATE TABLE command (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    verb       TEXT NOT NULL,
    number     TEXT NOT NULL
) STRICT;
