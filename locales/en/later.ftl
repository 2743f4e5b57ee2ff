# Keeping it for later, going on with it, and the question to somebody who stands still.

action-save-for-later = Save it and go on later
action-continue-saved = Go on with what I saved

saved = I have saved it for you.
    .say = Keep these four words safe. Whoever has the words can open it. To come back, touch “Go on with what I saved”.
    .help = With the four words you go on where you stopped. They work only once. Touch them to hear them.
saved-words = Your words: { $one }, { $two }, { $three }, { $four }
    .hint = Touch to hear them.
saved-until = I keep it until { $date }.
saved-days =
    { $count ->
        [one] I keep it for { $count } day.
       *[other] I keep it for { $count } days.
    }
saved-paper-coming = The paper with the words will come out below. If it does not, copy the words or take a photo.
saved-paper-printed = The paper with the words came out below. Take it with you.
saved-paper-counter = I sent the paper to the counter. Ask an attendant for it.
saved-paper-uncertain = I do not know if the paper came out. Copy the words or take a photo.
saved-paper-none = No paper will come out now. Copy the words or take a photo.
saved-offline = We have no internet right now. For now, come back to this same kiosk.

saved-word =
    { $place ->
        [1] What is the first word?
        [2] What is the second word?
        [3] What is the third word?
       *[other] What is the fourth word?
    }
    .say = Type how the word begins. Then touch the right word.
    .help = They are the four words I gave you when you saved. Capital letters do not matter.
field-word =
    { $place ->
        [1] First word
        [2] Second word
        [3] Third word
       *[other] Fourth word
    }
complaint-word-unknown = I do not know that word. Have another look, there is no rush.
complaint-word-unclear = More than one word begins like that. Touch the right one.
saved-looking = I am looking for what you saved.
    .say = One moment, please.
saved-not-there = I found nothing with these words.
    .say = Check the words, there is no rush. What was opened once does not open again. After the last day I erase it.
saved-not-here = I did not find it at this kiosk.
    .say = We have no internet right now. If you saved it at another kiosk, try again later.
saved-wait = Let us wait a little.
    .say =
        { $count ->
            [one] The words did not work a few times. Try again in { $count } minute. Or call somebody here.
           *[other] The words did not work a few times. Try again in { $count } minutes. Or call somebody here.
        }

left = This was left half done.
    .say = Only open it with the person here beside you.
left-nothing = Nothing was left half done.
left-draft = { $when }: { $group }
staff-left = See what was left half done

idle-left =
    { $count ->
        [one] { $count } second left.
       *[other] { $count } seconds left.
    }
idle-seconds = seconds
idle-kept = If not, I clear the screen. What you said stays locked. An attendant can open it with you.
idle-wiped = If not, I erase everything. Then nobody can see it.

slip-saved-title = Saved to go on later
slip-saved-how = At the kiosk, touch “Go on with what I saved”. Then type the four words. Whoever has this paper can open it: keep it safe.
