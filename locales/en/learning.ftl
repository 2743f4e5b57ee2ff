# Lessons at the kiosk.

learn-passport = It is good to see you again!
    .say = Choose what we will do today. If the paper is yours, it has these pictures:
    .help = At the top is what is good to repeat. Below is what comes next.
learn-repeat = Repeat: { $title }
learn-unread = I could not read that paper.
    .say = It does not matter. Choose the lesson on the screen.
learn-track = What would you like to learn?
    .say = Touch a path. Nothing breaks here, and nobody is watching.
    .help = Each path has short lessons. You can stop whenever you like. Do you have a paper of your lessons? Show its square to the reader.
learn-lesson = Which lesson?
    .say = Each one takes a few minutes.
    .help = Touch a lesson. If this is your first time, begin with the first one.
learn-help = How much help would you like?
    .say = You can change it later.
    .help = If you are not sure, touch “With the little hand”. It shows you where to touch.
learn-watch = I just want to look
learn-guided = With the little hand
learn-hinted = With hints
learn-alone = Without help
learn-step = Let us practise.
    .help = This is a practice phone. Nothing here is real. If you do not know what to do, ask for a hint.
learn-write = Write.
    .say = It is only practice. Then touch “Continue”.
    .help = Use the keys on the screen. It is only practice. Do not write anything that is really yours.
learn-end = Well done! The lesson is over.
    .say = Come back whenever you like. Doing it again teaches too.
learn-give-way = Let somebody else go first?
    .say = How kind! Your lesson waits for you for 15 minutes. When you come back, touch “Use a mobile phone and avoid scams”. Then touch “Go on with my lesson”.
    .help = The lesson goes on at the same step. What you wrote for practice is wiped.
learn-other = Another lesson
learn-all = See all the lessons
learn-again = Again: { $help }

learn-phone = Practice: { $title }
learn-look = Show me
learn-not-now = Not now
learn-real-request = Make a real request
learn-real-follow-up = See a real request
learn-real-booking = Book a real appointment

learn-shown = The little hand did it. See how it looks now.
learn-wrong = Not yet. Try once more, there is no hurry.
learn-not-here = For now, touch only what the little hand shows.
learn-real-data = That looks like your own. I have wiped it. Use what the lesson says.
learn-scam-told = Yes! It is a scam.
learn-scam-missed = That one was a scam. It fools many people.
learn-genuine-told = Yes! It is genuine.
learn-genuine-feared = That one was genuine. Being careful does no harm.

verdict-scam = It is a scam
verdict-genuine = It is genuine
verdict-ask = I would ask somebody

action-give-way = Let somebody else go first
action-go-on-learning = Go on with my lesson
action-hint = I would like a hint
action-show-me = Show me
# Buttons for those who cannot make the gesture.
learn-hold = Do it for me: keep the finger on “{ $part }”
learn-drag = Do it for me: take “{ $part }” along
learn-scroll = Do it for me: push up to “{ $part }”
learn-enlarge = Do it for me: make “{ $part }” larger

learn-paper-coming = The paper will come out below.
learn-paper-failed = The paper did not come out. Never mind: the lesson stays here, just come back.

# On the paper to take home.
slip-lesson-first = Do it again on
slip-lesson-second = And once more on
slip-lesson-how = Doing it again makes it stay. At the kiosk, touch “Use a mobile phone and avoid scams”.
slip-lesson-fades = This paper fades with time. Keep it out of the sun.
slip-passport = Bring this paper when you come back. Show the square to the reader. The kiosk will know what you have learned. Your name is not on it.

# The pictures of the paper, by which people know it again.
passport-picture-apple = apple
passport-picture-bell = bell
passport-picture-bird = bird
passport-picture-bus = bus
passport-picture-cat = cat
passport-picture-fish = fish
passport-picture-flower = flower
passport-picture-house = house
passport-picture-key = key
passport-picture-star = star
passport-picture-sun = sun
passport-picture-umbrella = umbrella
