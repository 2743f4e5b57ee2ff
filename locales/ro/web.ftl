# Paginile orașului, pentru cine este acasă.

web-skip = Treceți direct la conținut
web-languages = Limbi
web-stages = Unde sunteți
web-stage-past = Gata:
web-stage-when = Când
web-way = Înapoi
web-help = Aveți nevoie de ajutor? Sunați la
web-look-again = Mai uitați-vă o dată:
web-home = De ce aveți nevoie astăzi?
web-to-book = Rezerv o oră
web-to-mine = Ora mea rezervată
web-to-mine-hint = O văd, o schimb sau renunț la ea
web-to-request = Cum merge cererea mea
web-nothing-here = Această pagină nu există
    .say = Poate lipsește o literă din adresă. Luați-o de la început, fără grabă.
web-wrong-way = Aici se ajunge numai printr-un buton
    .say = Nu s-a pierdut nimic. Luați-o de la început, vă rog.
web-from-elsewhere = Aceasta a venit de pe altă pagină
    .say = Ca să fiți în siguranță, începeți de aici, vă rog.
web-refused = Încă nu a mers

web-book-what = Pentru ce vă trebuie ora?
web-book-private = Unele lucruri vă privesc doar pe dumneavoastră. Pentru ele, sunați la { $phone } sau mergeți la un chioșc al orașului.
web-book-where = Unde doriți să mergeți?
web-choose-place = Aleg { $branch }
web-soonest = Cel mai devreme:
web-none-free = Acum nu este nicio oră liberă. Încercați mâine sau sunați la { $phone }.
web-more = Mai multe persoane, încă un lucru sau un interpret
web-more-people = Câte persoane vin?
web-more-people-hint = Numărați-vă și pe dumneavoastră.
web-more-second = Mai aveți ceva de rezolvat?
web-more-nothing = Nimic altceva
web-more-interpreter = Am nevoie de cineva pentru limbajul semnelor sau altă limbă
web-day = { $weekday }, { $date }
web-which-day = Ce zi este bună pentru dumneavoastră?
web-earliest = Cât mai devreme
web-other-days = Alte zile
web-later-days = Arată zile mai târzii
web-free-times =
    { $count ->
        [one] O oră liberă.
        [few] { $count } ore libere.
       *[other] { $count } de ore libere.
    }
web-day-is-full = Ziua aceea este plină. Alegeți alta.
web-which-time = La ce oră? { $day }
web-morning = Dimineața
web-afternoon = După prânz
web-other-time = Aleg altă oră
web-other-place = Aleg alt loc
web-keep-again = Încerc să păstrez din nou ora

web-who = Cine vine?
web-kept-until = Vă păstrez ora până la { $time }. Dacă trece, o puteți cere din nou.
web-name = Numele dumneavoastră
web-name-missing = Scrieți numele.
web-phone = Telefon
web-phone-hint = Telefon sau e-mail: ajunge unul din ele.
web-email = E-mail
web-email-hint = Numai dacă doriți sau dacă nu aveți telefon.
web-who-sees = Aceste date le vede numai cine vă primește.
web-confirm = Rezerv această oră
web-people =
    { $count ->
        [one] O persoană
        [few] { $count } persoane
       *[other] { $count } de persoane
    }
web-interpreter = Ați cerut un interpret.

web-booked = Gata, ora este rezervată
web-changed = Gata, ora este schimbată
web-given-back = Ați renunțat la oră
web-your-time = Ora dumneavoastră
web-your-number = Numărul dumneavoastră
web-write-down = Notați numărul și codul. Cu ele puteți schimba ora sau renunța la ea, chiar aici.
web-bring = Aduceți
web-to-calendar = O pun în calendarul telefonului
web-to-change = Schimb ora
web-to-cancel = Nu pot veni
web-print = Puteți tipări pagina sau îi puteți face o poză.

web-mine = Care este numărul orei rezervate?
web-booking-number = Numărul orei
web-booking-number-hint = Are 9 cifre, ca 482 091 316.
web-booking-number-wrong = O cifră nu se potrivește. Numărul are 9 cifre, ca 482 091 316.
web-booking-code-hint = Sunt cele 6 cifre care au venit cu numărul.
web-change-ask = Doriți să schimbați ora?
web-new-time = Va fi așa
web-old-time = Acum este așa
web-change-yes = Da, o schimb
web-change-no = Nu, rămâne așa
web-cancel-ask = Doriți să renunțați la această oră?
web-cancel-about = O poate lua altcineva. Vă ștergem numele și datele de contact.
web-cancel-yes = Da, renunț
web-cancel-no = Nu, vin

web-request = Cum merge cererea mea?
web-request-number-hint = Este pe hârtie și are 15 cifre, ca 2026.0014.00371-13.
web-request-code-hint = Sunt cele 6 cifre de pe hârtie. Fără el, arăt doar cum stă cererea și termenele.
web-look = Caut
web-not-found = Nu am găsit acest număr.
    .say = Verificați fără grabă. Unele cereri se deschid numai împreună cu codul.
web-too-many-codes = S-a încercat de prea multe ori cu acest număr.
    .say = Așteptați o oră și încercați din nou.
web-complain = Ca să vă plângeți de întârziere, sunați la

web-ticket = Rândul dumneavoastră
web-ticket-as-of = Așa era la ora { $time }. Atingeți ca să priviți din nou.
web-ticket-look = Privesc din nou
web-ticket-leave = Ies puțin și mă întorc
web-ticket-return = M-am întors
web-ticket-give-up = Nu mai aștept
web-ticket-give-up-ask = Vreți să ieșiți de tot de la rând?
web-ticket-give-up-about = Bonul dumneavoastră nu va mai fi bun. Dacă vă răzgândiți, luați altul.
web-ticket-give-up-yes = Da, ies de la rând
web-ticket-give-up-no = Nu, mai aștept
web-ticket-unknown = Nu am găsit acest bon
    .say = Un bon e bun o singură zi. Citiți din nou codul de pe hârtie sau întrebați la ghișeu.
