# O programare la aparat.

stage-when = Când

booking-service = Pentru ce doriți o programare?
    .say = Atingeți subiectul.
    .help = Dacă aveți deja una, atingeți „Am deja o programare”.
action-have-booking = Am deja o programare
booking-branch = Unde doriți să mergeți?
    .say = Locul cel mai apropiat este primul.
    .help = La fiecare loc scrie ce este lângă el și unde oprește autobuzul.
booking-map = O hartă cu numere. Casa este locul unde sunteți.
booking-place-here = Este chiar aici.
booking-place-metres = { $count ->
        [few] Cam la { $count } metri de aici.
       *[other] Cam la { $count } de metri de aici.
    }
booking-place-kilometres = { $count ->
        [one] Cam la 1 kilometru de aici.
        [few] Cam la { $count } kilometri de aici.
       *[other] Cam la { $count } de kilometri de aici.
    }
action-soonest = Cât mai curând: { $when }
action-soonest-at = Cât mai curând: { $when }, { $branch }

booking-day = Ce zi vă este potrivită?
    .say = Arăt zilele cu ore libere.
    .help = Primul buton este cea mai apropiată oră liberă.
booking-looking = Mă uit ce este liber.
    .say = O clipă, vă rog.
booking-no-day = Nu am găsit nicio zi liberă acolo.
    .say = Alt loc poate avea o oră. Vă ajută și cineva de la ghișeu.
booking-day-label = { $weekday }, { $day } { $month }
booking-day-full = Nicio oră liberă.
booking-day-closed = Închis.
booking-day-free = { $count ->
        [one] O oră liberă.
        [few] { $count } ore libere.
       *[other] { $count } de ore libere.
    }
booking-half = Dimineața sau după-amiaza?
    .say = Apoi alegeți ora.
half-morning = Dimineața
half-afternoon = După-amiaza
booking-time = La ce oră?
    .say = Aceste ore sunt libere.
booking-no-time = În ziua aceea nu este nicio oră liberă.
    .say = Alegeți altă zi, vă rog.
booking-no-time-closed = În ziua aceea locul este închis.
    .say = Alegeți altă zi, vă rog.
action-other-day = Altă zi
action-other-time = Altă oră
action-other-branch = Alt loc

booking-wait = O clipă, vă rog.
booking-wait-hold = Vă păstrez ora aceasta.
booking-wait-book = Vă fac programarea.
booking-wait-cancel = Anulez programarea.
booking-wait-show = Caut programarea dumneavoastră.
booking-name = Cum vă numiți?
    .say = Ora este păstrată câteva minute. Ajunge și numai prenumele.
booking-name-call = Cum vă numiți?
    .say = Așa știm pe cine căutăm.
booking-phone = Ce număr de telefon aveți?
    .say = Sunăm numai dacă se schimbă ceva. Dacă nu doriți, atingeți „Treceți peste”.
booking-phone-call = La ce număr de telefon sunăm?
    .say = Scrieți tot numărul, vă rog.
field-phone = Telefon
booking-review = Este totul bine?
    .say = Atingeți un rând ca să îl schimbați. Dacă este bine, atingeți „Programați”.
booking-review-move = Mut programarea?
    .say = Ora veche rămâne până atunci. Dacă este bine, atingeți „Programați”.
booking-line-booking-what = Ce anume
booking-line-booking-branch = Unde
booking-line-booking-time = Când
booking-line-booking-name = Cine
booking-line-booking-phone = Telefon
booking-no-phone = Fără telefon
booking-kept-phone = Telefonul dumneavoastră este pe ecran.
action-book = Programați

booking-done = Gata! Aveți programare.
booking-is-when = Este { $when }.
booking-is-where = Este la { $branch }: { $address }.
booking-is-about = Este vorba despre: { $service }.
booking-bring = Aduceți: { $things }.
booking-how-to-change = Nu puteți veni? Schimbați ora la aparat sau sunați la { $phone }.
booking-number-said = Numărul programării este: { $digits }.
booking-number-and-code = Numărul programării este: { $digits }. Codul de acces este: { $code }.
booking-paper-none = Acum nu iese hârtia. Copiați numărul sau faceți o poză. Programarea rămâne valabilă.
plate-booking = Numărul programării
plate-booking-code = Codul de acces
plate-booking-qr = Arătați codul la cititor

booking-number = Care este numărul programării?
    .say = Este pe hârtie și are 9 cifre. Sau țineți hârtia în fața cititorului.
    .help = Nu aveți hârtia? Cineva de la ghișeu poate căuta împreună cu dumneavoastră.
field-booking-number = Numărul programării
complaint-booking-length = Numărul programării are 9 cifre. Verificați pe hârtie, fără grabă.
booking-code = Care este codul de acces?
    .say = Sunt cele 6 cifre de pe hârtie.
booking-mine = Aceasta este programarea dumneavoastră.
action-change-time = Schimbați ora
action-cancel-booking = Anulați programarea
booking-cancel = Chiar doriți să anulați?
    .say = După aceea, altcineva poate lua ora.
booking-cancelled = Programarea a fost anulată.
    .say = Vă mulțumesc că ați spus. Puteți face alta.

booking-trouble = Nu a mers.
booking-no-line = Acum nu avem internet.
    .say = Nu pot promite o oră. Pot nota telefonul, și vă sună cineva.
booking-no-line-counter = Acum nu avem internet.
    .say = Nu pot promite o oră. Vă ajută cineva de la ghișeu.
booking-unsure = Nu știu dacă a mers.
    .say = Internetul a căzut la mijloc. Atingeți „Încercați din nou”. Nimic nu se face de două ori.
booking-later = Acum nu pot.
    .say = Încercați din nou peste puțin timp.
action-call-back = Cereți să vă sunăm

slip-booking-title = Programarea dumneavoastră
slip-booking-code = Codul de acces
slip-booking-when = Când
slip-booking-where = Unde
slip-booking-about = Despre
slip-booking-bring = Aduceți
slip-booking-change = Nu puteți veni? Sunați la { $phone } sau reveniți cu hârtia.
slip-booking-early = Veniți puțin mai devreme. Aduceți hârtia.
