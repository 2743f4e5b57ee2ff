# The queue: why a number was called, and how long one waits. Everybody in the room may hear it.

why-came-first = This number came before the others.
why-law = By law, some people are called first.
why-usage = Here, some people are called first.
why-booked = This person had booked a time.
why-booked-at = This person had booked a time: { $time }.
why-turn = We call { $first } with priority, then { $other } without.
why-waited = This number had waited longest.
why-waited-ahead = With priority counted in, this number had waited longest.
why-chosen = Somebody at the desk called this number by hand.

queue-ahead =
    { $count ->
        [0] There is no one before you.
        [one] There is { $count } person before you.
       *[other] There are { $count } people before you.
    }
queue-wait-short = You will probably wait { $to } minutes at most.
queue-wait = You will probably wait { $from } to { $to } minutes.
queue-wait-long = You will probably wait more than { $hours } hours.
queue-unsure = We may not get to you today.
queue-probably-not = Today we will probably not get to you. You may wait all the same, or come on another day.
