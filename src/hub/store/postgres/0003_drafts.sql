-- Drafts that people left for later, sealed with keys that the hub does not have.

CREATE TABLE drafts (
    locator    BYTEA  PRIMARY KEY,
    branch     TEXT   NOT NULL,
    sealed     BYTEA,              -- null once it was opened
    expires_at BIGINT NOT NULL
);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);

CREATE TABLE wrong_locators (
    station BIGINT NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX wrong_locators_by_station ON wrong_locators (station);
