# Words of every screen: buttons, dates, settings. Short sentences, as one speaks to one's grandmother.

action-next = Continue
action-next-urgent = Continue my request
action-next-elsewhere = Make the request anyway
action-skip = Skip
action-back = Back
action-back-settings = Done
action-help = Help
action-more = More
action-more-last = See the first
action-leave-fast = Leave quickly
action-home = Go to the start
action-finish = Finish
action-stay = I need more time
action-resume = Continue my request
action-other-language = I speak another language
action-call-attendant = Call an attendant
action-try-again = Try again
action-yes = Yes
action-no = No

choice-spoken = { $label } { $place } of { $count }.
left-out = You did not say
private-service = City Hall service
private-choice = Private matter. Read it on the screen or use headphones.
private-rest = This is private. Read it on the screen, or use headphones to hear it.

date = { $day } { $month } { $year }
time = { $hour }:{ $minute }
date-time = { $date }, { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
term-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
term-working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
term-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }

settings-letters = Which letter size is better?
    .say = Touch a size to see it.
settings-colours = Which colours are better?
    .say = Touch the colours to see them.
settings-language = Which language shall we speak?
    .say = Touch your language.
settings-other-languages = What language do you speak?
    .say = Touch it. Somebody comes to talk to you.
settings-voice = How would you like to hear me?
    .say = Touch to change my voice.
action-settings-letters = Letters
action-settings-colours = Colours
action-settings-language = Language: { $sign }
action-settings-voice = Voice
action-pause = Stop the voice or go on
action-repeat = Hear it again
action-read-more = Read on
action-change = Change
stage-what = What
stage-where = Where
stage-contact = Contact
stage-check = Check
letters-1 = Small letters
letters-2 = Normal letters
letters-3 = Large letters
letters-4 = Very large letters
palette-normal = Normal colours
palette-high-dark = White letters on black
palette-high-light = Black letters on white
palette-low = Soft colours
action-pictures-on = I want more pictures and fewer words
action-pictures-off = I want fewer pictures and more words
motion-less = Less movement on the screen
motion-usual = Usual movement on the screen
rate-faster = Speak faster
rate-slower = Speak more slowly
volume-louder = Louder sound
volume-softer = Quieter sound

help = Let us take our time.
    .say = There is no rush here.
help-general = Touch what you want. The “Back” button does not erase anything. If you prefer, call an attendant.
called = We have called an attendant.
    .say = Someone will come and talk to you. Your request stays as it is.
idle = Are you still there?
    .say = Touch “I need more time” to carry on.
out-of-service = This kiosk cannot save requests right now.
    .say = Please talk to an attendant at the counter. Requests that already have a number are safe.
clock-doubtful = The clock on this kiosk is wrong. So I will say how long things take, not the date.

field-spoken = { $label }: { $value }
field-empty = nothing written yet
field-filled = already filled in
complaint-empty = Nothing is written yet. Write something or touch another button.
complaint-number-length = The request number has 15 digits. Please check it on the paper. It starts with the year, like 2026.
complaint-number-digit = One of the digits does not match. Take your time and look at the paper again.
complaint-code-length = The code has 6 digits. It is on the paper, like 482 091.
complaint-telephone = Please check the phone number. Write the area code too, like 21 98765 4321.
complaint-email = Please check the email address. It has an @ in the middle, like maria@example.com.
complaint-not-a-number = Please write digits only, like 12.

key-space = space
key-erase = Erase
key-erased = erased
key-shift = Capital letters
key-digits = Numbers and signs
key-letters = Letters
key-accents = Accents
key-abc = Keys in alphabetical order
key-qwerty = Keys as on a computer
key-full-stop = full stop
key-comma = comma
key-hyphen = hyphen
key-slash = slash
key-at = at sign
key-underscore = underscore
key-question = question mark
key-exclamation = exclamation mark
key-colon = colon
key-apostrophe = apostrophe
