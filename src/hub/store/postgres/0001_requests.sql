-- Moments are seconds since 1970-01-01T00:00:00Z. Numbers sort by their bytes: COLLATE "C".

CREATE TABLE stations (
    number   BIGINT PRIMARY KEY CHECK (number BETWEEN 1 AND 9999),
    name     TEXT   NOT NULL,
    added_at BIGINT NOT NULL
);

-- The hub itself, for requests that come without a number.
INSERT INTO stations (number, name, added_at) VALUES (1, 'hub', 0);

-- The last number of a station: none is given again, not even after its row is gone. No sequence,
-- which would lose a number with every attempt that is rolled back.
CREATE TABLE last_station (number BIGINT NOT NULL);
INSERT INTO last_station (number) VALUES (1);

CREATE TABLE keys (
    digest   BYTEA  PRIMARY KEY,
    name     TEXT   NOT NULL,
    kind     TEXT   NOT NULL CHECK (kind IN ('station', 'client', 'staff')),
    station  BIGINT REFERENCES stations (number),
    added_at BIGINT NOT NULL,
    CHECK ((kind = 'station') = (station IS NOT NULL))
);

-- The last number of the hub's own station in each year.
CREATE TABLE own_numbers (
    year          BIGINT PRIMARY KEY,
    last_sequence BIGINT NOT NULL
);

CREATE TABLE requests (
    number       TEXT    COLLATE "C" PRIMARY KEY,
    request_id   TEXT    COLLATE "C" UNIQUE,
    key_digest   BYTEA   NOT NULL REFERENCES keys (digest),
    service      TEXT    NOT NULL,
    private      BOOLEAN NOT NULL,
    requested_at BIGINT  NOT NULL,
    received_at  BIGINT  NOT NULL,
    expected_at  BIGINT,
    answer_by    BIGINT,
    access_salt  BYTEA,
    access_hash  BYTEA,
    status       TEXT    NOT NULL CHECK (status IN ('open', 'closed')),
    updated_at   BIGINT  NOT NULL,
    answer       TEXT,
    said         TEXT    NOT NULL  -- JSON: everything that may be personal
);
CREATE INDEX requests_by_time ON requests (requested_at);

CREATE TABLE updates (
    arrival     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    update_id   TEXT   COLLATE "C" NOT NULL UNIQUE,
    number      TEXT   COLLATE "C" NOT NULL REFERENCES requests (number),
    state       TEXT   NOT NULL,
    updated_at  BIGINT NOT NULL,
    description TEXT   NOT NULL
);
CREATE INDEX updates_by_time ON updates (updated_at);
CREATE INDEX updates_by_request ON updates (number);

CREATE TABLE wrong_codes (
    number TEXT   COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX wrong_codes_by_number ON wrong_codes (number);

CREATE TABLE alarms (
    raised_at  BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    number     TEXT   COLLATE "C" NOT NULL,
    request_id TEXT   COLLATE "C" NOT NULL,  -- empty where none was posted
    UNIQUE (kind, number, request_id)
);
