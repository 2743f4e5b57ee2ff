# Bonul de ordine.

booking-wait-ticket = Vă iau un bon.
ticket-service = De ce aveți nevoie astăzi?
    .say = Atingeți subiectul. El nu apare pe bon.
    .help = Dacă aveți programare, atingeți „Am deja o programare”.
ticket-class = Vi se potrivește ceva de aici?
    .say = Vă credem pe cuvânt. Dacă nimic nu se potrivește, atingeți ultimul rând.
    .help = Unele persoane sunt chemate înainte. Ce alegeți nu apare pe bon.
action-check-in = Am ajuns: vreau bonul
ticket-done = Gata! Acesta este bonul dumneavoastră.
    .say = Panoul arată și spune numărul. Puteți aștepta așezat.
ticket-number = Bonul dumneavoastră este: { $number }.
ticket-no-line = Acum nu avem internet.
    .say = Nu pot da bonuri. Vorbiți cu cineva de la ghișeu, vă rugăm.
ticket-paper-none = Hârtia nu iese acum. Notați numărul sau faceți o poză. E bun și așa.
plate-ticket = Bonul dumneavoastră
plate-ticket-wait = Așteptare
plate-ticket-minutes = { $from }–{ $to } minute
plate-ticket-qr = Vedeți rândul pe telefon
slip-ticket-title = Bonul dumneavoastră
slip-ticket-listen = Panoul arată și spune acest număr. Păstrați hârtia până terminați.
slip-ticket-follow = Urmăriți rândul pe telefon:
