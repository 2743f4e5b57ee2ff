# Căști, ce pot auzi alții, ecran stins, chemare fără zgomot, pericol.

headphones-in = Acum mă auziți numai dumneavoastră. Atingeți ecranul sau folosiți tastele. Cu săgețile mergeți de la un buton la altul. Tasta din mijloc alege.
headphones-ask = Vreți căști? Așa auziți numai dumneavoastră. Fără căști, atingeți „Voce” și spun tot cu voce tare.
headphones-ask-matter = Vreți căști? Așa auziți numai dumneavoastră.
action-aloud-yes = Spuneți tot cu voce tare
    .hint = Aud și cei de lângă dumneavoastră.
action-aloud-no = Nu spuneți tot cu voce tare
kept-who = Numele este pe ecran.
kept-document = Numărul { $document } este pe ecran.
kept-reply = Datele de contact sunt pe ecran.
kept-code = Codul este pe ecran.
urgent-quiet = Este urgent.
kept-calls = Numerele de sunat sunt pe ecran.

action-screen-off = Stingeți ecranul și doar ascultați
action-screen-on = Aprindeți ecranul

action-call-quietly = Chemați pe cineva fără zgomot
called-quietly = Am anunțat. Nu a mai auzit nimeni.
staff-called = Ultima chemare: { $time }

action-hear-receipt = Ascultați tot ce scrie pe hârtie

filing-safe-to-call = Putem vorbi cu dumneavoastră fără pericol?
    .say = Dacă poate vedea sau auzi altcineva, alegeți „Nu”.
    .help = Dacă alegeți „Nu”, nu sună și nu scrie nimeni. Cererea este valabilă la fel.
safe-whatsapp-ask = Putem trimite mesaj la acest număr fără pericol?
safe-phone-ask = Putem suna la acest număr fără pericol?
safe-sms-ask = Putem trimite mesaj la acest număr fără pericol?
safe-email-ask = Putem scrie la acest e-mail fără pericol?
safe-letter-ask = Putem trimite scrisoare la această adresă fără pericol?
safe-branch-ask = Putem vorbi cu dumneavoastră fără pericol?
action-safe-yes = Da, nu e pericol
action-safe-only-at = Numai la anumite ore
action-safe-no = Nu, este periculos
filing-safe-when = La ce ore nu e pericol?
    .say = Scrieți cum vă vine, de exemplu „dimineața”.
field-safe-when = Ore fără pericol
safe-no-value = Nu sună și nu scrie nimeni.
safe-only-at-value = Numai la aceste ore: { $when }
