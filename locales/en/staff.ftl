# The door for people who work here.

staff-title = Staff only
staff-type = Type the staff PIN.
staff-wrong = The PIN is not right.
staff-wait = Too many tries. Wait a little.
staff-none = This kiosk has no staff PIN. See [screen] pin_hash in the configuration.
staff-checking = Checking…
staff-leave = Leave the kiosk
staff-cancel = Back
staff-erase = Erase
staff-printer = Printer: { staff-printer-state }
staff-counter-printer = Printer at the counter: { staff-printer-state }
staff-printer-state = { $state ->
    [ready] ready
    [near-end] paper nearly used up
    [no-paper] no paper
    [cover-open] cover open
    [fault] stuck or broken
   *[silent] does not answer
 }
staff-hub = The city's server: { $state ->
    [up] answers
   *[down] does not answer
 }
staff-voice = Voice: { $state ->
    [ready] speaks
    [broken] should speak and does not
   *[silent] turned off in the configuration
 }
staff-outbox = Requests waiting: { $waiting }. To be settled: { $trouble }.
