-- A printer that cannot acknowledge leaves a slip "sent". SQLite changes a CHECK only with the table.
CREATE TABLE print_now (
    job        TEXT PRIMARY KEY,
    number     TEXT NOT NULL,
    copy       INTEGER NOT NULL,
    state      TEXT NOT NULL
        CHECK (state IN ('started', 'printed', 'sent', 'not-printed', 'uncertain')),
    started_at TEXT NOT NULL,
    sealed     BLOB                -- null once the printer has told
) STRICT;
INSERT INTO print_now SELECT job, number, copy, state, started_at, sealed FROM print;
DROP TABLE print;
ALTER TABLE print_now RENAME TO print;
