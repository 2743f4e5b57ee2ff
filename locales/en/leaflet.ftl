# What is taken home on paper: lessons, services, a guide, and what those need who hold meetings.

leaflet-learn = What you will learn
leaflet-steps = Step by step
leaflet-hand = The little hand shows where to touch.
leaflet-right = Right: { $answer }.
leaflet-wrong = Not this: { $answer }.
leaflet-remember = Always remember
leaflet-help = Do you need help?
leaflet-help-kiosk = Practise for free at the city's kiosk. Nothing breaks there.
leaflet-help-call = Do you have a question? Call { $phone }.
leaflet-web = Point the camera of a phone at this square. It opens the city's page.

# A service.
leaflet-danger = Is there danger now? Call first
leaflet-needed = Have this at hand
leaflet-place = The street and number of the place, if you know them.
leaflet-how = How to ask
leaflet-at-kiosk = At the kiosk: touch “{ $group }”. Then touch “{ $service }”.
leaflet-at-counter = At the counter: somebody writes it for you.
leaflet-by-phone = By telephone: call { $phone }.
leaflet-on-page = On the internet: { $page }
leaflet-when = When the answer comes
leaflet-answer = The city answers within { $term }.
leaflet-done = The work is done within { $term }.
leaflet-after = And then?
leaflet-after-number = You get a paper with a number. Keep it safe. With it you can see how your request goes.

# The guide.
leaflet-guide = Guide to the services of { $city }
leaflet-guide-how = See what you can do, and where.
leaflet-where-kiosk = At the kiosk, at the counter or by telephone.
leaflet-where-booking = By appointment.
leaflet-where-counter = At the counter.
leaflet-where-elsewhere = Somewhere else. The kiosk tells you where.
leaflet-places = Internet, computers, courses and help
leaflet-places-how = Everything here is free. Find the number on the map. Letters show where the city helps you.
leaflet-branches = The city's offices
leaflet-has-internet = internet
leaflet-has-computers = computers
leaflet-has-courses = courses
leaflet-has-help = somebody who helps
leaflet-phone = Telephone: { $phone }
leaflet-north = North
leaflet-metres = { $count } m
leaflet-km = { $count } km

# For those who hold meetings.
leaflet-poster = Learn here, for free
leaflet-poster-what = Use a mobile phone and avoid scams
leaflet-poster-calm = Come as you are. No hurry, no test.
leaflet-day = Day
leaflet-hour = Hour
leaflet-where = Place
leaflet-who = Who welcomes you
leaflet-list = The lessons
leaflet-list-how = Tick what you have done together.
leaflet-lesson = Lesson
leaflet-marks = One line for each person
leaflet-attendance = How many came
leaflet-attendance-how = Draw one line for each person. Write no names.
leaflet-lead = For the person who leads
leaflet-certificate = Certificate
leaflet-certificate-what = This person came to the meetings and learned with us.
leaflet-alone = Does it without help
leaflet-alone-how = Tick what the person does without help.
leaflet-name = Name, written by hand
leaflet-signature = Signature of the person who led
