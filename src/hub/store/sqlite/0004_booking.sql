-- Appointments. A slice is five minutes: seconds since 1970, divided by 300.

CREATE TABLE bookings (
    number       TEXT    PRIMARY KEY,
    state        TEXT    NOT NULL
        CHECK (state IN ('held', 'expired', 'confirmed', 'checked_in', 'cancelled', 'missed')),
    held_until   INTEGER,
    branch       TEXT    NOT NULL,
    wish         TEXT    NOT NULL,  -- JSON: services, people, interpreter
    starts_at    INTEGER NOT NULL,
    ends_at      INTEGER NOT NULL,
    day          INTEGER NOT NULL,  -- the city's date, as 20261124
    side_by_side INTEGER NOT NULL CHECK (side_by_side IN (0, 1)),
    language     TEXT    NOT NULL,
    changes      INTEGER NOT NULL,
    holder       BLOB    NOT NULL,
    access_salt  BLOB    NOT NULL,
    access_hash  BLOB    NOT NULL,
    contact      BLOB,              -- digest of what a person is known by
    person       TEXT,              -- JSON: everything that is personal
    CHECK ((state = 'held') = (held_until IS NOT NULL))
) STRICT;
CREATE INDEX bookings_held ON bookings (holder) WHERE state = 'held';
CREATE INDEX bookings_by_hold ON bookings (held_until) WHERE state = 'held';
CREATE INDEX bookings_by_contact ON bookings (contact) WHERE contact IS NOT NULL;
CREATE INDEX bookings_by_day ON bookings (branch, day);
CREATE INDEX bookings_by_end ON bookings (ends_at);

-- One row for each lane that is taken in a slice. The key is what makes double booking impossible.
CREATE TABLE booking_cells (
    branch     TEXT    NOT NULL,
    slice      INTEGER NOT NULL,
    pool       TEXT    NOT NULL,
    lane       INTEGER NOT NULL,
    number     TEXT    NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    held_until INTEGER,             -- null once it is confirmed
    PRIMARY KEY (branch, slice, pool, lane)
) STRICT;
CREATE INDEX booking_cells_by_number ON booking_cells (number);

-- Calls that changed something, with their first answer.
CREATE TABLE booking_calls (
    call   BLOB    PRIMARY KEY,
    asked  BLOB    NOT NULL,
    number TEXT    NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    answer TEXT    NOT NULL
) STRICT;
CREATE INDEX booking_calls_by_number ON booking_calls (number);

-- The outbox of reminders, for whoever sends them.
CREATE TABLE booking_reminders (
    number  TEXT    NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    due_at  INTEGER NOT NULL,
    sent_at INTEGER,
    PRIMARY KEY (number, due_at)
) STRICT;
CREATE INDEX booking_reminders_due ON booking_reminders (due_at) WHERE sent_at IS NULL;

-- Who asked for times to be held, and when: network addresses, as digests, for an hour.
CREATE TABLE booking_tries (
    holder BLOB    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_tries_by_holder ON booking_tries (holder);
