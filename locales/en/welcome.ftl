# Start, emergency, opinion and goodbye.

welcome = What do you need today?
    .say = Touch what you want. I read everything aloud.
    .help = To ask or complain, touch the first button. To check a request, touch “See my request”.
welcome-quiet = Touch what you want.
welcome-no-paper = I am out of paper now. I show the number on the screen. You can copy it or take a photo.
welcome-no-voice = I cannot speak right now. Read the screen or call an attendant.
action-request = Ask, complain or report
    .hint = Lights, potholes, rubbish, benefits, noise…
action-follow-up = See my request
action-booking = Book an appointment
action-ticket = Take a ticket to talk to someone
action-lessons = Use a mobile phone and avoid scams
action-opinion = Give my opinion
action-emergency = It is an emergency

emergency = Who do you need to call?
    .say = Call now, from any phone. If you like, ask an attendant to help.
emergency-contact = { $name }: { $phone }.

booking = For now, appointments are made at the counter.
    .say = This kiosk does not book yet. An attendant books for you.
ticket = For now, tickets are given at the counter.
    .say = This kiosk does not give tickets yet. An attendant gives you one at the counter.
lessons = The lessons are not here yet.
    .say = Ask the attendant when there are lessons at this office.

opinion-face = How was it for you today?
    .say = Nobody will know that it was you. It does not change your request.
action-face-1 = Very bad
action-face-2 = Bad
action-face-3 = So-so
action-face-4 = Good
action-face-5 = Very good
opinion-reason = Would you like to say why?
    .say = Touch a reason, or skip this.
action-reason-easy = It was easy
action-reason-kind = I was treated well
action-reason-fast = It was quick
action-reason-difficult = It was hard
action-reason-slow = It took too long
action-reason-letters = I could not read it
action-reason-voice = I could not hear it
action-reason-other = Another reason

farewell = Thank you for coming!
    .say = I now clear from the screen what you wrote. Take the paper with you, if it came out. See you next time.
farewell-filed = Your request stays safe with the city.
