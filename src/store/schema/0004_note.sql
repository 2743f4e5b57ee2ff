-- Words that were spoken: sealed sound, by the draft's id, out of the visit.
CREATE TABLE note (
    request_id TEXT PRIMARY KEY,
    number     TEXT,               -- null until the draft is filed
    sealed     BLOB NOT NULL
) STRICT;
CREATE INDEX note_filed ON note (number) WHERE number IS NOT NULL;
