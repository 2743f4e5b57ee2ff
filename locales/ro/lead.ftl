# Pentru cine conduce o grupă: pagina de pe calculator, cea de pe perete și hârtiile.

lead-start = Deschideți o întâlnire de grupă
lead-seats = Câte locuri?
lead-language = Limba
lead-choose = Ce învățăm?
lead-nothing-chosen = Alegeți cel puțin o lecție.
lead-minutes = { $minutes } min
lead-open = Deschid întâlnirea
lead-title = Întâlnire de grupă
lead-code = Numărul grupei:
lead-taken = Locuri ocupate: { $taken } din { $seats }
lead-to-wall = Pagina pentru perete
lead-silent = Pagina nu primește răspuns. Programul mai este deschis?
lead-pause = Toată lumea așteaptă
lead-go-on = Toată lumea continuă
lead-say = Citește pasul cu voce tare
lead-faces = Întreb cum a fost
lead-end = Închei întâlnirea
lead-ended = Întâlnirea s-a încheiat. Locurile sunt libere din nou.
lead-reopen = Continuăm totuși
lead-another = Deschid altă întâlnire
lead-seats-head = Locuri
lead-at-step = pasul { $step }
lead-helped = Am ajutat
lead-free = Eliberez locul
lead-present = A venit
lead-own-phone = Pe telefonul propriu
lead-steps-head = Lecția
lead-no-lesson = Începeți o lecție din plan.
lead-here = { $count } aici
lead-everyone = Toată lumea la acest pas
lead-plan-head = Planul
lead-begin = Încep
lead-again = Încep din nou
lead-how = Cum învățăm?
lead-how-from = Contează de la lecția următoare.
lead-error-free = Fără greșeli făcute dinadins
lead-pairs = Doi oameni la fiecare loc
lead-papers = Hârtiile întâlnirii
lead-report = Raport
lead-table = Tabel
lead-certificate-present = Diplomă: a fost cu noi
lead-certificate-alone = Diplomă: a făcut fără ajutor

lamp-hand = mâna sus
lamp-stuck = stă pe loc
lamp-away = nu răspunde
lamp-working = lucrează
lamp-done = a terminat
lamp-free = liber

wall-title = Întâlnire de grupă: peretele
wall-welcome = Bine ați venit!
wall-touch = Atingeți „{ $label }”
wall-write = Scrieți numărul acesta:
wall-seats = Locuri deja ocupate: { $taken }
wall-code = Numărul grupei:
wall-paused = Uitați-vă în față, vă rog.
wall-faces = Cum a fost astăzi? Atingeți o față pe ecran.
wall-over = Vă mulțumim că ați venit! Pe curând!

meeting-report = Raportul întâlnirii
meeting-day = Ziua
meeting-people = Locuri la care a fost cineva
meeting-own-phone = Pe telefonul propriu
meeting-present =
    { $present ->
        [one] { $present } a venit, { $ended } până la sfârșit
        [few] { $present } au venit, { $ended } până la sfârșit
       *[other] { $present } au venit, { $ended } până la sfârșit
    }
meeting-few-faces = Mai puțin de cinci oameni au ales o față. Nu le arătăm, ca să nu se știe cine.
certificate-present = Diplomă: a fost cu noi
certificate-name = Numele
certificate-was-there = a fost în grupa noastră. Împreună am învățat:
certificate-alone = Diplomă: a făcut fără ajutor
certificate-did-alone = a făcut, fără niciun ajutor, ce este bifat aici:
certificate-leader = Cine a condus grupa
