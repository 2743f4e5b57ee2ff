-- What is asked at every turn costs the same, however much was filed; and a filing changes few
-- pages, for each of them is written before anybody sees the number.

-- Everything that is counted, side by side: the last moment that was committed (microseconds since
-- 1970), the last number of a station in a year, rows of the outbox by where they stand.
CREATE TABLE counter (
    name  TEXT NOT NULL,
    part  INTEGER NOT NULL,        -- the year; 0 where there are no parts
    value INTEGER NOT NULL,
    PRIMARY KEY (name, part)
) STRICT, WITHOUT ROWID;
INSERT INTO counter SELECT 'sequence ' || station, year, last FROM sequence;
DROP TABLE sequence;
-- The end of the second: time never goes back.
INSERT INTO counter
    SELECT 'moment', 0, (unixepoch(value) + 1) * 1000000 - 1 FROM meta WHERE name = 'last-moment';
DELETE FROM meta WHERE name = 'last-moment';
INSERT INTO counter SELECT 'rows ' || state, 0, count(*) FROM outbox GROUP BY state;
INSERT OR IGNORE INTO counter
    SELECT 'rows ' || column1, 0, 0
    FROM (VALUES ('waiting'), ('delivered'), ('uncertain'), ('refused'));

-- Rows are found by their number, which grows; by random ids they would lie all over the file.
CREATE TABLE outbox_now (
    number     TEXT NOT NULL UNIQUE,
    request_id TEXT NOT NULL,
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
INSERT INTO outbox_now
    SELECT number, request_id, state, filed_at, answer_by, done_by, settled_at, next_try,
           under_way, progress, sealed
    FROM outbox ORDER BY filed_at, number;
DROP TABLE outbox;
ALTER TABLE outbox_now RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (next_try) WHERE next_try IS NOT NULL;
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE state = 'delivered';
CREATE TRIGGER outbox_filed AFTER INSERT ON outbox BEGIN
    UPDATE counter SET value = value + 1 WHERE name = 'rows ' || new.state;
END;
CREATE TRIGGER outbox_moved AFTER UPDATE OF state ON outbox WHEN old.state <> new.state BEGIN
    UPDATE counter SET value = value - 1 WHERE name = 'rows ' || old.state;
    UPDATE counter SET value = value + 1 WHERE name = 'rows ' || new.state;
END;
CREATE TRIGGER outbox_forgotten AFTER DELETE ON outbox BEGIN
    UPDATE counter SET value = value - 1 WHERE name = 'rows ' || old.state;
END;

-- A slip's words are nowhere but on paper, and only slips under way are looked for.
CREATE TABLE print_now (
    job        TEXT NOT NULL,
    number     TEXT NOT NULL,
    copy       INTEGER NOT NULL,
    state      TEXT NOT NULL
        CHECK (state IN ('started', 'printed', 'sent', 'not-printed', 'uncertain')),
    started_at TEXT NOT NULL
) STRICT;
INSERT INTO print_now SELECT job, number, copy, state, started_at FROM print ORDER BY rowid;
DROP TABLE print;
ALTER TABLE print_now RENAME TO print;
CREATE UNIQUE INDEX print_under_way ON print (job) WHERE state = 'started';
