-- What people leave for later. Moments are milliseconds since 1970.

-- Under a code: sealed with a key that comes from its words, found by a locator that does too.
CREATE TABLE saved_draft (
    locator    BLOB PRIMARY KEY,
    sealed     BLOB,               -- null once the code was used
    expires_at INTEGER NOT NULL,
    errand     TEXT CHECK (errand IN ('keep', 'spend'))  -- what the hub is still to be told
) STRICT;
CREATE INDEX saved_draft_expiry ON saved_draft (expires_at);
CREATE INDEX saved_draft_errand ON saved_draft (expires_at) WHERE errand IS NOT NULL;

-- Without a word: sealed with the station's key, for staff.
CREATE TABLE left_draft (
    id         TEXT PRIMARY KEY,
    left_at    INTEGER NOT NULL,
    sealed     BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    note       TEXT                -- the note that waits with it
) STRICT;
CREATE INDEX left_draft_expiry ON left_draft (expires_at);

-- Wrong codes in a row.
CREATE TABLE wrong_code (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT;
