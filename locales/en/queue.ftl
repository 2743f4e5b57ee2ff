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

# What somebody with a ticket is told, as it stands.

queue-nobody-knows = Nobody can say now how long it takes.
queue-called = It is your turn. Go to desk { $desk }.
queue-serving = You are at desk { $desk }.
queue-parked = Desk { $desk } waits for you to come back.
queue-out = You went out. When you are back, tell us.
queue-missed = We called your number and you did not come. Tell the desk that you are here.
queue-served = You are done at the desk.
queue-void = This number does not count any more. If you still need one, take another.
queue-closed = The day is over and this number does not count any more. Come another day and take a new one.
queue-from = Today we give tickets from { $time }.

# Why something was not done with a ticket. Who reads it sits at a desk, or is the person.

queue-no-no-queue-here = Nobody is called by ticket here. Talk to somebody at the desk.
queue-no-no-such-desk = There is no such desk. Check the number.
queue-no-no-such-class = This choice is not there any more. Choose again.
queue-no-not-served-at-branch = This is not done here. Ask at the desk where it is.
queue-no-queue-too-early = It is early. We do not give tickets yet today.
queue-no-queue-closed = We are closed for today. Please come another day.
queue-no-called-elsewhere = Another desk has called this number.
queue-no-called-already = This desk has called this number already.
queue-no-in-service = This person is at a desk already.
queue-no-not-called = Nobody has called this number yet.
queue-no-not-started = The person has not come to the desk yet.
queue-no-away = The person is not here now. When they are back, they should tell us.
queue-no-not-away = This number is in the queue already.
queue-no-ticket-over = This number does not count any more. Take another.
queue-no-called-enough = This number was called too often. Say that nobody came.
queue-no-missed-too-soon = Wait a little longer. The person may be on the way.
queue-no-returned-enough = This number was missed too often. Take another.
queue-no-desk-busy = This desk still has somebody. Finish first.
queue-no-not-served-here = This desk does not do that. Another one does.
queue-no-no-such-ticket = I found no such number today. Please check it.
