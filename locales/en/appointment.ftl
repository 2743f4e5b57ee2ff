# Booking an appointment at the kiosk.

stage-when = When

booking-service = What do you want an appointment for?
    .say = Touch the subject.
    .help = If you have booked already, touch “I have an appointment”.
action-have-booking = I have an appointment
booking-branch = Where do you want to go?
    .say = The nearest place comes first.
    .help = Each place says what is near it and where the bus stops.
booking-map = A map with numbers. The house is where you are.
booking-place-here = It is right here.
booking-place-metres = About { $count } metres from here.
booking-place-kilometres = { $count ->
        [one] About 1 kilometre from here.
       *[other] About { $count } kilometres from here.
    }
action-soonest = As soon as possible: { $when }
action-soonest-at = As soon as possible: { $when }, { $branch }

booking-day = Which day is good for you?
    .say = I show the days with free times.
    .help = The first button is the very first free time.
booking-looking = I am looking for what is free.
    .say = One moment, please.
booking-no-day = I found no free day there.
    .say = Another place may have a time. An attendant can help too.
booking-day-label = { $weekday }, { $day } { $month }
booking-day-full = No free time.
booking-day-closed = Closed.
booking-day-free = { $count ->
        [one] 1 free time.
       *[other] { $count } free times.
    }
booking-half = In the morning or in the afternoon?
    .say = Then you choose the hour.
half-morning = In the morning
half-afternoon = In the afternoon
booking-time = At what time?
    .say = These times are free.
booking-no-time = There is no free time on that day.
    .say = Choose another day, please.
booking-no-time-closed = The place is closed on that day.
    .say = Choose another day, please.
action-other-day = See another day
action-other-time = See another time
action-other-branch = See another place

booking-wait = One moment, please.
booking-wait-hold = I am keeping this time for you.
booking-wait-book = I am booking your appointment.
booking-wait-cancel = I am cancelling it.
booking-wait-show = I am looking for your appointment.
booking-name = What is your name?
    .say = The time is kept for some minutes. Just your first name is fine.
booking-name-call = What is your name?
    .say = So we know whom to ask for.
booking-phone = What is your phone number?
    .say = We call only if something changes. If you would rather not say, touch “Skip”.
booking-phone-call = What number should we call?
    .say = Write the whole number, please.
field-phone = Phone
booking-review = Is everything right?
    .say = Touch a line to change it. If it is right, touch “Book”.
booking-review-move = Shall I move your appointment?
    .say = You keep the old time until then. If it is right, touch “Book”.
booking-line-booking-what = What
booking-line-booking-branch = Where
booking-line-booking-time = When
booking-line-booking-name = Who
booking-line-booking-phone = Phone
booking-no-phone = No phone
booking-kept-phone = Your phone number is on the screen.
action-book = Book

booking-done = Done! Your appointment is booked.
booking-is-when = It is on { $when }.
booking-is-where = It is at { $branch }: { $address }.
booking-is-about = It is about: { $service }.
booking-bring = Bring: { $things }.
booking-how-to-change = You cannot come? Change it at a kiosk or call { $phone }.
booking-number-said = The number of your appointment is: { $digits }.
booking-number-and-code = The number of your appointment is: { $digits }. The access code is: { $code }.
booking-paper-none = No paper comes out now. Copy the number or take a photo. Your appointment counts all the same.
plate-booking = Number of your appointment
plate-booking-code = Access code
plate-booking-qr = Hold this code up to the reader

booking-number = What is the number of your appointment?
    .say = It is on your paper and has 9 digits. Or hold the paper up to the reader.
    .help = Without the paper, an attendant can look with you.
field-booking-number = Appointment number
complaint-booking-length = The appointment number has 9 digits. Please check it on the paper.
booking-code = What is the access code?
    .say = It is the 6 digits on your paper.
booking-mine = This is your appointment.
action-change-time = Change the time
action-cancel-booking = Cancel it
booking-cancel = Do you really want to cancel?
    .say = After that, somebody else can have it.
booking-cancelled = Your appointment is cancelled.
    .say = Thank you for telling us. You can book another one.

booking-trouble = It did not work.
booking-no-line = We have no internet right now.
    .say = I cannot promise a time. I can note your phone, and somebody calls you.
booking-no-line-counter = We have no internet right now.
    .say = I cannot promise a time. An attendant helps you.
booking-unsure = I do not know if it worked.
    .say = The internet went away halfway. Touch “Try again”. Nothing is booked twice.
booking-later = I cannot do it right now.
    .say = Please try again in a little while.
action-call-back = Ask to be called

slip-booking-title = Your appointment
slip-booking-code = Access code
slip-booking-when = When
slip-booking-where = Where
slip-booking-about = About
slip-booking-bring = Bring
slip-booking-change = You cannot come? Call { $phone } or come back to a kiosk with this paper.
slip-booking-early = Come a few minutes early. Bring this paper.
