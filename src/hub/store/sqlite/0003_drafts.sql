-- Drafts that people left for later, sealed with keys that the hub does not have.

CREATE TABLE drafts (
    locator    BLOB    PRIMARY KEY,
    branch     TEXT    NOT NULL,
    sealed     BLOB,               -- null once it was opened
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_expiry ON drafts (expires_at);

CREATE TABLE wrong_locators (
    station INTEGER NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_locators_by_station ON wrong_locators (station);
