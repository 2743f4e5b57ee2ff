-- Appointments. A slice is five minutes: seconds since 1970, divided by 300.

CREATE TABLE bookings (
    number       TEXT    COLLATE "C" PRIMARY KEY,
    state        TEXT    NOT NULL
        CHECK (state IN ('held', 'expired', 'confirmed', 'checked_in', 'cancelled', 'missed')),
    held_until   BIGINT,
    branch       TEXT    NOT NULL,
    wish         TEXT    NOT NULL,  -- JSON: services, people, interpreter
    starts_at    BIGINT  NOT NULL,
    ends_at      BIGINT  NOT NULL,
    day          BIGINT  NOT NULL,  -- the city's date, as 20261124
    side_by_side BOOLEAN NOT NULL,
    language     TEXT    NOT NULL,
    changes      BIGINT  NOT NULL,
    holder       BYTEA   NOT NULL,
    access_salt  BYTEA   NOT NULL,
    access_hash  BYTEA   NOT NULL,
    contact      BYTEA,             -- digest of what a person is known by
    person       TEXT,              -- JSON: everything that is personal
    CHECK ((state = 'held') = (held_until IS NOT NULL))
);
CREATE INDEX bookings_held ON bookings (holder) WHERE state = 'held';
CREATE INDEX bookings_by_hold ON bookings (held_until) WHERE state = 'held';
CREATE INDEX bookings_by_contact ON bookings (contact) WHERE contact IS NOT NULL;
CREATE INDEX bookings_by_day ON bookings (branch, day);
CREATE INDEX bookings_by_end ON bookings (ends_at);

-- One row for each lane that is taken in a slice. The key is what makes double booking impossible.
CREATE TABLE booking_cells (
    branch     TEXT   NOT NULL,
    slice      BIGINT NOT NULL,
    pool       TEXT   NOT NULL,
    lane       BIGINT NOT NULL,
    number     TEXT   COLLATE "C" NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    held_until BIGINT,              -- null once it is confirmed
    PRIMARY KEY (branch, slice, pool, lane)
);
CREATE INDEX booking_cells_by_number ON booking_cells (number);

-- Calls that changed something, with their first answer.
CREATE TABLE booking_calls (
    call   BYTEA PRIMARY KEY,
    asked  BYTEA NOT NULL,
    number TEXT  COLLATE "C" NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    answer TEXT  NOT NULL
);
CREATE INDEX booking_calls_by_number ON booking_calls (number);

-- The outbox of reminders, for whoever sends them.
CREATE TABLE booking_reminders (
    number  TEXT   COLLATE "C" NOT NULL REFERENCES bookings (number) ON DELETE CASCADE,
    due_at  BIGINT NOT NULL,
    sent_at BIGINT,
    PRIMARY KEY (number, due_at)
);
CREATE INDEX booking_reminders_due ON booking_reminders (due_at) WHERE sent_at IS NULL;

-- Who asked for times to be held, and when: network addresses, as digests, for an hour.
CREATE TABLE booking_tries (
    holder BYTEA  NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX booking_tries_by_holder ON booking_tries (holder);
