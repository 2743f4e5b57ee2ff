# Lecțiile la chioșc.

learn-passport = Ce bine că ați revenit!
    .say = Alegeți ce facem astăzi. Dacă hârtia este a dumneavoastră, are aceste figuri:
    .help = Sus este ce e bine să repetați. Jos, ce urmează.
learn-repeat = Repetați: { $title }
learn-unread = Nu am putut citi hârtia.
    .say = Nu-i nimic. Alegeți lecția pe ecran.
learn-track = Ce vreți să învățați?
    .say = Atingeți un drum. Aici nu se strică nimic și nu se uită nimeni.
    .help = Fiecare drum are lecții scurte. Vă puteți opri oricând. Dacă aveți hârtia lecțiilor, arătați pătratul la cititor.
learn-lesson = Care lecție?
    .say = Fiecare ține câteva minute.
    .help = Atingeți o lecție. Dacă e prima oară, începeți cu prima.
learn-help = Cât ajutor vreți?
    .say = Puteți schimba mai târziu.
    .help = Dacă nu știți, atingeți „Cu mânuța”. Ea arată unde se atinge.
learn-watch = Vreau doar să văd
learn-guided = Cu mânuța
learn-hinted = Cu indicii
learn-alone = Fără ajutor
learn-step = Hai să exersăm.
    .help = E un telefon de probă. Nimic de aici nu e adevărat. Dacă nu știți ce să faceți, cereți un indiciu.
learn-write = Scrieți.
    .say = E doar o probă. Apoi atingeți „Continuați”.
    .help = E doar o probă. Scrieți pe taste ce spune lecția, nu ce aveți în acte.
learn-end = Foarte bine! Lecția s-a terminat.
    .say = Mai veniți când vreți. Și când repetați, învățați.
learn-give-way = Lăsați pe altcineva înainte?
    .say = E frumos din partea dumneavoastră! Vă ținem lecția 15 minute. Când vreți, mergeți la „Folosiți telefonul și feriți-vă de escroci”. Acolo e și „Continuați lecția începută”.
    .help = Lecția continuă de la același pas. Ce ați scris la exercițiu se șterge.
learn-other = Altă lecție
learn-all = Vedeți toate lecțiile
learn-again = Încă o dată: { $help }

learn-phone = Probă: { $title }
learn-look = Arată-mi
learn-not-now = Nu acum
learn-real-request = Fac o cerere adevărată
learn-real-follow-up = Văd o cerere adevărată
learn-real-booking = Fac o programare adevărată

learn-shown = A făcut mânuța. Vedeți cum a ieșit.
learn-wrong = Încă nu. Mai încercați o dată, fără grabă.
learn-not-here = Acum atingeți doar ce arată mânuța.
learn-real-data = Pare ceva de-al dumneavoastră. Am șters. Scrieți ce spune lecția.
learn-scam-told = Da! E o înșelătorie.
learn-scam-missed = Aceea era o înșelătorie. Păcălește multă lume.
learn-genuine-told = Da! E adevărat.
learn-genuine-feared = Acela era adevărat. Grija nu strică.

verdict-scam = E o înșelătorie
verdict-genuine = E adevărat
verdict-ask = Aș întreba pe cineva

action-give-way = Lăsați pe altcineva înainte
action-go-on-learning = Continuați lecția începută
action-hint = Vreau un indiciu
action-show-me = Arată-mi
# Butoane pentru cine nu poate face gestul.
learn-hold = Fă tu: ține degetul pe „{ $part }”
learn-drag = Fă tu: du „{ $part }”
learn-scroll = Fă tu: împinge până la „{ $part }”
learn-enlarge = Fă tu: mărește „{ $part }”

learn-paper-coming = Hârtia iese aici, jos.
learn-paper-failed = Hârtia nu a ieșit. Nu-i nimic: lecția rămâne aici, mai veniți oricând.

# Pe hârtia de luat acasă.
slip-lesson-first = Repetați pe
slip-lesson-second = Și încă o dată pe
slip-lesson-how = Cine repetă nu uită. La chioșc, atingeți „Folosiți telefonul și feriți-vă de escroci”.
slip-lesson-fades = Scrisul se șterge cu timpul. Țineți hârtia departe de soare.
slip-passport = Luați hârtia cu dumneavoastră când veniți iar. Arătați pătratul la cititor. Chioșcul știe atunci ce ați învățat. Nu scrie pe ea cum vă cheamă.

# Figurile de pe hârtie, după care omul o recunoaște.
passport-picture-apple = măr
passport-picture-bell = clopot
passport-picture-bird = pasăre
passport-picture-bus = autobuz
passport-picture-cat = pisică
passport-picture-fish = pește
passport-picture-flower = floare
passport-picture-house = casă
passport-picture-key = cheie
passport-picture-star = stea
passport-picture-sun = soare
passport-picture-umbrella = umbrelă
