# Început, urgență, părere și rămas-bun.

welcome = Cu ce vă putem ajuta astăzi?
    .say = Atingeți ce doriți. Eu citesc totul cu voce tare.
    .help = Ca să cereți sau să reclamați ceva, atingeți primul buton. Ca să vedeți o cerere, atingeți „Vedeți cererea”.
welcome-quiet = Atingeți ce doriți.
welcome-no-paper = Acum nu am hârtie. Vă arăt numărul pe ecran. Îl puteți copia sau fotografia.
welcome-no-voice = Acum nu pot vorbi. Citiți pe ecran sau chemați pe cineva de la ghișeu.
action-request = Cerere, reclamație sau sesizare
    .hint = Lumină, gropi, gunoi, ajutor, zgomot…
action-follow-up = Vedeți cererea
action-booking = Faceți o programare
action-ticket = Luați bon ca să vorbiți cu cineva
action-lessons = Folosiți telefonul și feriți-vă de escroci
action-opinion = Spuneți-vă părerea
action-emergency = Este o urgență

emergency = La cine trebuie să sunați?
    .say = Sunați acum, de la orice telefon. Dacă doriți, cereți ajutor la ghișeu.
emergency-contact = { $name }: { $phone }.

booking = Deocamdată, programările se fac la ghișeu.
    .say = Acest aparat nu face încă programări. Vă programează cineva de la ghișeu.
ticket = Deocamdată, bonurile se iau de la ghișeu.
    .say = Acest aparat nu dă încă bonuri. Vă dă bon cineva de la ghișeu.
lessons = Lecțiile nu au ajuns încă aici.
    .say = Întrebați la ghișeu când se țin lecții aici.

opinion-face = Cum a fost astăzi la noi?
    .say = Nimeni nu va ști că ați fost dumneavoastră. Părerea nu schimbă cererea.
action-face-1 = Foarte rău
action-face-2 = Rău
action-face-3 = Așa și așa
action-face-4 = Bine
action-face-5 = Foarte bine
opinion-reason = Doriți să spuneți de ce?
    .say = Atingeți un motiv sau treceți peste.
action-reason-easy = A fost ușor
action-reason-kind = S-au purtat frumos cu mine
action-reason-fast = A mers repede
action-reason-difficult = A fost greu
action-reason-slow = A durat prea mult
action-reason-letters = Nu am putut citi
action-reason-voice = Nu am putut auzi
action-reason-other = Alt motiv

farewell = Vă mulțumim că ați venit!
    .say = Acum șterg de pe ecran ce ați scris. Luați hârtia cu dumneavoastră, dacă a ieșit. Pe curând!
farewell-filed = Cererea dumneavoastră rămâne la Primărie.
