# Cuvintele de pe orice ecran: butoane, date, reglaje. Propoziții scurte, ca pentru bunica.

action-next = Continuați
action-next-urgent = Continuați cererea
action-next-elsewhere = Faceți cererea oricum
action-skip = Treceți peste
action-back = Înapoi
action-back-settings = Gata
action-help = Ajutor
action-more = Mai multe
action-more-last = De la capăt
action-leave-fast = Ieșire rapidă
action-home = Înapoi la început
action-finish = Am terminat
action-stay = Mai stau puțin
action-resume = Continuați cererea
action-other-language = Vorbesc altă limbă
action-call-attendant = Chemați pe cineva de la ghișeu
action-try-again = Încercați din nou
action-yes = Da
action-no = Nu

choice-spoken = { $label } { $place } din { $count }.
left-out = Nu ați spus
private-service = Serviciu al Primăriei
private-choice = Subiect personal. Citiți pe ecran sau puneți căștile.
private-rest = Este un subiect personal. Citiți pe ecran sau folosiți căști.

date = { $day } { $month } { $year }
time = { $hour }:{ $minute }
date-time = { $date }, ora { $time }
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie
term-days =
    { $count ->
        [one] o zi
        [few] { $count } zile
       *[other] { $count } de zile
    }
term-working-days =
    { $count ->
        [one] o zi lucrătoare
        [few] { $count } zile lucrătoare
       *[other] { $count } de zile lucrătoare
    }
term-hours =
    { $count ->
        [one] o oră
        [few] { $count } ore
       *[other] { $count } de ore
    }

settings-letters = Ce mărime a literelor e mai bună?
    .say = Atingeți o mărime ca să vedeți.
settings-colours = Ce culori sunt mai bune?
    .say = Atingeți culorile ca să vedeți.
settings-language = În ce limbă vorbim?
    .say = Atingeți limba dumneavoastră.
settings-other-languages = Ce limbă vorbiți?
    .say = Atingeți limba. Vine cineva să vorbească.
settings-voice = Cum doriți să auziți?
    .say = Atingeți ca să schimbați vocea mea.
action-settings-letters = Litere
action-settings-colours = Culori
action-settings-language = Limba: { $sign }
action-settings-voice = Voce
action-pause = Opriți sau continuați vocea
action-repeat = Ascultați din nou
action-read-more = Citiți tot
action-change = Schimbați
stage-what = Ce
stage-where = Unde
stage-contact = Contact
stage-check = Verificare
letters-1 = Litere mici
letters-2 = Litere normale
letters-3 = Litere mari
letters-4 = Litere foarte mari
palette-normal = Culori normale
palette-high-dark = Litere albe pe negru
palette-high-light = Litere negre pe alb
palette-low = Culori blânde
action-pictures-on = Vreau mai multe imagini și mai puține litere
action-pictures-off = Vreau mai puține imagini și mai multe litere
motion-less = Mai puțină mișcare pe ecran
motion-usual = Mișcare obișnuită pe ecran
rate-faster = Vorbire mai rapidă
rate-slower = Vorbire mai rară
volume-louder = Sunet mai tare
volume-softer = Sunet mai încet

help = O luăm pas cu pas.
    .say = Aici nu se grăbește nimeni.
help-general = Atingeți ce doriți. Butonul „Înapoi” nu șterge nimic. Dacă preferați, chemați pe cineva de la ghișeu.
called = Am chemat pe cineva de la ghișeu.
    .say = Vine cineva să vorbească cu dumneavoastră. Cererea rămâne așa cum este.
idle = Mai sunteți aici?
    .say = Atingeți „Mai stau puțin” ca să continuați.
out-of-service = Acest aparat nu poate păstra cereri acum.
    .say = Vă rog, vorbiți cu cineva de la ghișeu. Cererile care au deja număr nu s-au pierdut.
clock-doubtful = Ceasul acestui aparat nu merge bine. De aceea vă spun cât durează, nu data.

field-spoken = { $label }: { $value }
field-empty = încă nu scrie nimic
field-filled = ați scris deja
complaint-empty = Încă nu scrie nimic. Scrieți ceva sau atingeți alt buton.
complaint-number-length = Numărul cererii are 15 cifre. Verificați pe hârtie. Începe cu anul, de exemplu 2026.
complaint-number-digit = O cifră nu se potrivește. Mai uitați-vă o dată pe hârtie, fără grabă.
complaint-code-length = Codul are 6 cifre. Este pe hârtie, de exemplu 482 091.
complaint-telephone = Verificați numărul de telefon. Scrieți-l întreg, cu prefix, de exemplu 0722 123 456.
complaint-email = Verificați adresa de e-mail. Are un @ la mijloc, ca maria@exemplu.ro.
complaint-not-a-number = Scrieți numai cifre, de exemplu 12.

key-space = spațiu
key-erase = Șterge
key-erased = șters
key-shift = Litere mari
key-digits = Cifre și semne
key-letters = Litere
key-accents = Diacritice
key-abc = Taste în ordine alfabetică
key-qwerty = Taste ca la calculator
key-full-stop = punct
key-comma = virgulă
key-hyphen = liniuță
key-slash = bară
key-at = arond
key-underscore = liniuță jos
key-question = semnul întrebării
key-exclamation = semnul exclamării
key-colon = două puncte
key-apostrophe = apostrof
