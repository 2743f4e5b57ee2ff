# Lessons away from the kiosk, in a course on the internet.

export-course = Lessons of { $city }
export-course-about = Short lessons on a practice phone. Nothing there is real. Nobody needs to be afraid of a mistake.
export-track-about = Do one lesson after the other. Each takes a few minutes.
export-outcome-device = Use the screen and the keys of a phone.
export-practice = Practice: nothing here is real
export-no-script = The lesson does not open in this browser. Try another one.
export-unrecorded = You did the whole lesson. But I could not tell the course. Please tell the person who looks after it.
export-close = All done. You may close this page.
