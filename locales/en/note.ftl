# What is spoken, for those who would rather talk.

action-record = Record my voice
action-record-kept = My recording
action-stop-recording = Stop
action-hear-recording = Hear my recording
action-record-again = Record again
action-throw-away = Delete my recording
action-none-of-these-spoken = I don't know which. Whoever listens will choose.

filing-recording = You can speak now.
    .say = Touch “Stop” when you have finished.
    .help = Take your time. Say what happened and where. Then you can listen and decide whether to keep it.
filing-recorded = Your voice is recorded.
    .say = Somebody at the city will listen and write down what you said. Nobody hears it now. If there is danger, touch “It is an emergency”.
    .help = Touch “Hear my recording” to check it. To change it, record again. To go on, touch “Continue”.
filing-not-recorded = I could not record.
    .say = You can try again, go back and write, or call an attendant.
    .help = You can try again. An attendant can also write for you.
note-no-microphone = I have no microphone right now.
note-busy = The microphone is busy right now.
note-silence = I did not hear anything.
note-lost = The recording stopped before the end.
note-cut = The microphone stopped halfway. What you said until then is kept.
note-seconds =
    { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
note-unit =
    { $seconds ->
        [one] second
       *[other] seconds
    }
note-length =
    { $seconds ->
        [one] It is { $seconds } second long.
       *[other] It is { $seconds } seconds long.
    }
note-value =
    { $seconds ->
        [one] Your recording, { $seconds } second
       *[other] Your recording, { $seconds } seconds
    }
receipt-spoken =
    { $seconds ->
        [one] Spoken request, { $seconds } second
       *[other] Spoken request, { $seconds } seconds
    }
follow-spoken = You spoke your request. Somebody at the city will still listen and write it down.
follow-written-down = Somebody listened to your recording and wrote: { $text }
