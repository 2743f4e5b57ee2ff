-- How lessons went: sums only, so that nothing stands here that was one person's.
CREATE TABLE lesson_sum (
    month   TEXT NOT NULL,              -- 2026-11
    lesson  TEXT NOT NULL,
    rung    TEXT NOT NULL,
    begun   INTEGER NOT NULL DEFAULT 0,
    ended   INTEGER NOT NULL DEFAULT 0,
    misses  INTEGER NOT NULL DEFAULT 0,
    hints   INTEGER NOT NULL DEFAULT 0,
    rescued INTEGER NOT NULL DEFAULT 0,
    scams   INTEGER NOT NULL DEFAULT 0,
    caught  INTEGER NOT NULL DEFAULT 0,
    genuine INTEGER NOT NULL DEFAULT 0,
    feared  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (month, lesson, rung)
) STRICT;
