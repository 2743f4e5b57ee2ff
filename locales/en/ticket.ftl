# The queue ticket.

booking-wait-ticket = I am getting your ticket.
ticket-service = What do you need today?
    .say = Touch the subject. It does not stand on the ticket.
    .help = If you have booked a time, touch “I have an appointment”.
ticket-class = Is any of these true for you?
    .say = We take your word. If none is, touch the last one.
    .help = By law, some people are called first. What you choose does not stand on the ticket.
action-check-in = I am here: take my ticket
ticket-done = Done! This is your ticket.
    .say = The panel shows and says your number. You may sit down and wait.
ticket-number = Your ticket is: { $number }.
ticket-no-line = We have no internet right now.
    .say = I cannot give tickets. Please talk to somebody at the desk.
ticket-paper-none = No paper comes out now. Copy the number or take a photo. It counts all the same.
plate-ticket = Your ticket
plate-ticket-wait = Wait
plate-ticket-minutes = { $from } to { $to } minutes
plate-ticket-qr = See the line on your phone
slip-ticket-title = Your ticket
slip-ticket-listen = The panel shows and says this number. Keep this paper until you are done.
slip-ticket-follow = Follow the queue on a telephone:
