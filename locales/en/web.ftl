# The city's pages, for people at home.

web-skip = Go to the main part
web-languages = Languages
web-stages = Where you are
web-stage-past = Done:
web-stage-when = When
web-way = Go back
web-help = Need help? Call
web-look-again = Look again:
web-home = What do you need today?
web-to-book = Book a time
web-to-mine = My booked time
web-to-mine-hint = See it, change it or give it back
web-to-request = How my request is going
web-nothing-here = This page is not here
    .say = A letter of the address may be missing. Start again here, there is no hurry.
web-wrong-way = Only a button leads to this page
    .say = Nothing is lost. Please start again.
web-from-elsewhere = This came from another page
    .say = To keep you safe, please start from here.
web-refused = That did not work yet

web-book-what = What is it for?
web-book-private = Some things are just for you. For those, call { $phone } or go to one of the city’s kiosks.
web-book-where = Where do you want to go?
web-choose-place = Choose { $branch }
web-soonest = Soonest:
web-none-free = There is no free time right now. Try again tomorrow or call { $phone }.
web-more = More people, one more thing or an interpreter
web-more-people = How many people come?
web-more-people-hint = Count yourself too.
web-more-second = Is there one more thing you want to do?
web-more-nothing = Nothing more
web-more-interpreter = I need somebody for sign language or another language
web-day = { $weekday }, { $date }
web-which-day = Which day is good for you?
web-earliest = As early as possible
web-other-days = Other days
web-later-days = See later days
web-free-times =
    { $count ->
        [one] 1 free time.
       *[other] { $count } free times.
    }
web-day-is-full = That day is full. Choose another one.
web-which-time = What time? { $day }
web-morning = In the morning
web-afternoon = After noon
web-other-time = Choose another time
web-other-place = Choose another place
web-keep-again = Try to keep this time again

web-who = Who comes?
web-kept-until = I keep this time for you until { $time }. If that passes, just ask again.
web-name = Your name
web-name-missing = Write your name.
web-phone = Phone
web-phone-hint = With the area code. Phone or e-mail: one of the two is fine.
web-email = E-mail
web-email-hint = Only if you like, or if you have no phone.
web-who-sees = Only those who meet you see this.
web-confirm = Book this time
web-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
web-interpreter = You asked for an interpreter.

web-booked = Done, it is booked
web-changed = Done, the time is changed
web-given-back = You gave the time back
web-your-time = Your booked time
web-your-number = Your number
web-write-down = Write down the number and the code. With them you can change the time or give it back here.
web-bring = Bring
web-to-calendar = Put it in my phone’s calendar
web-to-change = Change the time
web-to-cancel = I cannot come
web-print = You can print this page or take a photo of it.

web-mine = What is the number of your time?
web-booking-number = Number of your time
web-booking-number-hint = It has 9 digits, like 482 091 316.
web-booking-number-wrong = One digit is not right. The number has 9, like 482 091 316.
web-booking-code-hint = It is the 6 digits that came with the number.
web-change-ask = Do you want to change it?
web-new-time = It will be like this
web-old-time = Now it is like this
web-change-yes = Yes, change it
web-change-no = No, leave it
web-cancel-ask = Do you want to give this time back?
web-cancel-about = Somebody else can have it then. We forget your name and how to reach you.
web-cancel-yes = Yes, give it back
web-cancel-no = No, I will come

web-request = How is my request going?
web-request-number-hint = It is on your paper and has 15 digits, like 2026.0014.00371-13.
web-request-code-hint = It is the 6 digits on your paper. Without it, I show only the progress and the dates.
web-look = Look
web-not-found = I could not find that number.
    .say = Take your time and check it. Some requests open only with the code too.
web-too-many-codes = There have been too many tries with this number.
    .say = Wait an hour and try again.
web-complain = To complain about the delay, call

web-ticket = Your place in the line
web-ticket-as-of = This is how it was at { $time }. Touch to look again.
web-ticket-look = Look again
web-ticket-leave = I am going out and will be back
web-ticket-return = I am back
web-ticket-give-up = I will not wait any more
web-ticket-give-up-ask = Leave the line for good?
web-ticket-give-up-about = Your ticket will not count any more. If you change your mind, take another.
web-ticket-give-up-yes = Yes, leave the line
web-ticket-give-up-no = No, I will wait
web-ticket-unknown = I did not find this ticket
    .say = A ticket counts for one day. Scan the code on the paper again, or ask at the counter.
