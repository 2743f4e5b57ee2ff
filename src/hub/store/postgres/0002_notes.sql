-- What was spoken, to be written down by staff. The sound comes before its request, and goes again
-- some days after it was written down.

ALTER TABLE requests ADD COLUMN note TEXT CHECK (note IN ('waiting', 'written'));
CREATE INDEX requests_to_write_down ON requests (requested_at) WHERE note = 'waiting';

CREATE TABLE notes (
    request_id  TEXT   COLLATE "C" PRIMARY KEY,
    key_digest  BYTEA  NOT NULL REFERENCES keys (digest),
    received_at BIGINT NOT NULL,
    written_at  BIGINT,
    sound       BYTEA             -- null once it is forgotten
);
