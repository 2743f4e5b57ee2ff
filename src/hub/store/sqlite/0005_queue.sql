-- Queues. A day is the city's date, as 20261124.

CREATE TABLE tickets (
    branch    TEXT    NOT NULL,
    day       INTEGER NOT NULL,
    sequence  INTEGER NOT NULL,   -- the order of arrival, from 0
    number    TEXT    NOT NULL,   -- as it is called: A07
    token     TEXT    NOT NULL UNIQUE,
    is_open   INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    served_at INTEGER,            -- null unless it was served
    ticket    TEXT    NOT NULL,   -- JSON
    PRIMARY KEY (branch, day, sequence),
    UNIQUE (branch, day, number)
) STRICT;
CREATE INDEX tickets_open ON tickets (branch, day) WHERE is_open = 1;
CREATE INDEX tickets_served ON tickets (branch, served_at) WHERE served_at IS NOT NULL;
CREATE INDEX tickets_by_day ON tickets (day);

-- Every call, with its reason.
CREATE TABLE ticket_calls (
    branch    TEXT    NOT NULL,
    day       INTEGER NOT NULL,
    id        INTEGER NOT NULL,   -- the order of calls, from 1
    sequence  INTEGER NOT NULL,
    desk      INTEGER NOT NULL,
    called_at INTEGER NOT NULL,
    is_turn   INTEGER NOT NULL CHECK (is_turn IN (0, 1)),  -- not chosen, and not called again
    call      TEXT    NOT NULL,   -- JSON
    PRIMARY KEY (branch, day, id),
    FOREIGN KEY (branch, day, sequence) REFERENCES tickets (branch, day, sequence)
        ON DELETE CASCADE
) STRICT;
CREATE INDEX ticket_calls_by_ticket ON ticket_calls (branch, day, sequence);

-- Calls of the API that changed something, with their first answer.
CREATE TABLE ticket_answers (
    call     BLOB    PRIMARY KEY,
    asked    BLOB    NOT NULL,
    branch   TEXT    NOT NULL,
    day      INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    answer   TEXT    NOT NULL,    -- JSON
    FOREIGN KEY (branch, day, sequence) REFERENCES tickets (branch, day, sequence)
        ON DELETE CASCADE
) STRICT;
CREATE INDEX ticket_answers_by_ticket ON ticket_answers (branch, day, sequence);
