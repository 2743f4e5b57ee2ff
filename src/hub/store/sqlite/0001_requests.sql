-- Moments are seconds since 1970-01-01T00:00:00Z.

CREATE TABLE stations (
    -- AUTOINCREMENT: a number is never given again, not even after its row is gone.
    number   INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number BETWEEN 1 AND 9999),
    name     TEXT    NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

-- The hub itself, for requests that come without a number.
INSERT INTO stations (number, name, added_at) VALUES (1, 'hub', 0);

CREATE TABLE keys (
    digest   BLOB    PRIMARY KEY,
    name     TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('station', 'client', 'staff')),
    station  INTEGER REFERENCES stations (number),
    added_at INTEGER NOT NULL,
    CHECK ((kind = 'station') = (station IS NOT NULL))
) STRICT;

-- The last number of the hub's own station in each year.
CREATE TABLE own_numbers (
    year          INTEGER PRIMARY KEY,
    last_sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE requests (
    number       TEXT    PRIMARY KEY,
    request_id   TEXT    UNIQUE,
    key_digest   BLOB    NOT NULL REFERENCES keys (digest),
    service      TEXT    NOT NULL,
    private      INTEGER NOT NULL CHECK (private IN (0, 1)),
    requested_at INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    expected_at  INTEGER,
    answer_by    INTEGER,
    access_salt  BLOB,
    access_hash  BLOB,
    status       TEXT    NOT NULL CHECK (status IN ('open', 'closed')),
    updated_at   INTEGER NOT NULL,
    answer       TEXT,
    said         TEXT    NOT NULL  -- JSON: everything that may be personal
) STRICT;
CREATE INDEX requests_by_time ON requests (requested_at);

CREATE TABLE updates (
    row         INTEGER PRIMARY KEY,
    update_id   TEXT    NOT NULL UNIQUE,
    number      TEXT    NOT NULL REFERENCES requests (number),
    state       TEXT    NOT NULL,
    updated_at  INTEGER NOT NULL,
    description TEXT    NOT NULL
) STRICT;
CREATE INDEX updates_by_time ON updates (updated_at);
CREATE INDEX updates_by_request ON updates (number);

CREATE TABLE wrong_codes (
    number TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_codes_by_number ON wrong_codes (number);

CREATE TABLE alarms (
    raised_at  INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    number     TEXT    NOT NULL,
    request_id TEXT    NOT NULL,  -- empty where none was posted
    UNIQUE (kind, number, request_id)
) STRICT;
