# Headphones, what others may hear, a dark screen, a quiet call, danger.

headphones-in = Now only you can hear me. Touch the screen or use the keys. The arrows move from button to button. The middle key chooses.
headphones-ask = Would you like headphones? Then only you hear me. Without them, touch “Voice”. Then I say all of it aloud.
headphones-ask-matter = Would you like headphones? Then only you can hear.
action-aloud-yes = Say everything aloud
    .hint = People near you can hear it too.
action-aloud-no = Do not say everything aloud
kept-who = Your name is on the screen.
kept-document = Your { $document } number is on the screen.
kept-reply = How to reach you is on the screen.
kept-code = The code is on the screen.
urgent-quiet = This is urgent.
kept-calls = The numbers to call are on the screen.

action-screen-off = Turn the screen dark and just listen
action-screen-on = Turn the screen on

action-call-quietly = Call somebody quietly
called-quietly = Staff have been told. Nobody else heard it.
staff-called = Last call: { $time }

action-hear-receipt = Hear everything on the paper

filing-safe-to-call = Is it safe to reach you?
    .say = If somebody else could see or hear it, choose “No”.
    .help = If you say “No”, nobody calls or writes. Your request counts all the same.
safe-whatsapp-ask = Is it safe to send a message to this number?
safe-phone-ask = Is it safe to call this number?
safe-sms-ask = Is it safe to send a message to this number?
safe-email-ask = Is it safe to write to this email?
safe-letter-ask = Is it safe to send a letter to this address?
safe-branch-ask = Is it safe to reach you?
action-safe-yes = Yes, it is safe
action-safe-only-at = Only at certain times
action-safe-no = No, it is dangerous
filing-safe-when = At what time is it safe?
    .say = Write it your way, like “in the morning”.
field-safe-when = Safe time
safe-no-value = Nobody calls or writes.
safe-only-at-value = Only at this time: { $when }
