-- Queues. A day is the city's date, as 20261124.

CREATE TABLE tickets (
    branch    TEXT    NOT NULL,
    day       BIGINT  NOT NULL,
    sequence  BIGINT  NOT NULL,   -- the order of arrival, from 0
    number    TEXT    NOT NULL,   -- as it is called: A07
    token     TEXT    NOT NULL UNIQUE,
    is_open   BOOLEAN NOT NULL,
    served_at BIGINT,             -- null unless it was served
    ticket    TEXT    NOT NULL,   -- JSON
    PRIMARY KEY (branch, day, sequence),
    UNIQUE (branch, day, number)
);
CREATE INDEX tickets_open ON tickets (branch, day) WHERE is_open;
CREATE INDEX tickets_served ON tickets (branch, served_at) WHERE served_at IS NOT NULL;
CREATE INDEX tickets_by_day ON tickets (day);

-- Every call, with its reason.
CREATE TABLE ticket_calls (
    branch    TEXT    NOT NULL,
    day       BIGINT  NOT NULL,
    id        BIGINT  NOT NULL,   -- the order of calls, from 1
    sequence  BIGINT  NOT NULL,
    desk      BIGINT  NOT NULL,
    called_at BIGINT  NOT NULL,
    is_turn   BOOLEAN NOT NULL,  -- not chosen, and not called again
    call      TEXT    NOT NULL,   -- JSON
    PRIMARY KEY (branch, day, id),
    FOREIGN KEY (branch, day, sequence) REFERENCES tickets (branch, day, sequence)
        ON DELETE CASCADE
);
CREATE INDEX ticket_calls_by_ticket ON ticket_calls (branch, day, sequence);

-- Calls of the API that changed something, with their first answer.
CREATE TABLE ticket_answers (
    call     BYTEA   PRIMARY KEY,
    asked    BYTEA   NOT NULL,
    branch   TEXT    NOT NULL,
    day      BIGINT  NOT NULL,
    sequence BIGINT  NOT NULL,
    answer   TEXT    NOT NULL,    -- JSON
    FOREIGN KEY (branch, day, sequence) REFERENCES tickets (branch, day, sequence)
        ON DELETE CASCADE
);
CREATE INDEX ticket_answers_by_ticket ON ticket_answers (branch, day, sequence);
