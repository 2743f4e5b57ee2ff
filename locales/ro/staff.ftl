# Ușa pentru angajați.

staff-title = Doar pentru angajați
staff-type = Scrieți codul angajaților.
staff-wrong = Codul nu se potrivește.
staff-wait = Prea multe încercări. Așteptați puțin.
staff-none = Acest chioșc nu are cod pentru angajați. Vedeți [screen] pin_hash în configurare.
staff-checking = Verific…
staff-leave = Închide chioșcul
staff-cancel = Înapoi
staff-erase = Șterge
staff-printer = Imprimanta: { staff-printer-state }
staff-counter-printer = Imprimanta de la ghișeu: { staff-printer-state }
staff-printer-state = { $state ->
    [ready] gata
    [near-end] hârtie pe terminate
    [no-paper] fără hârtie
    [cover-open] capac deschis
    [fault] blocată sau defectă
   *[silent] nu răspunde
 }
staff-hub = Serverul orașului: { $state ->
    [up] răspunde
   *[down] nu răspunde
 }
staff-voice = Vocea: { $state ->
    [ready] vorbește
    [broken] ar trebui să vorbească și nu vorbește
   *[silent] oprită în configurare
 }
staff-outbox = Cereri în așteptare: { $waiting }. De rezolvat: { $trouble }.
