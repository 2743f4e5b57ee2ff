# Învățăm împreună: locul fiecăruia în grupă.

action-join-group = Intru în grupă
learn-join = Ce număr este pe perete?
    .say = Are patru cifre. Scrieți-l aici.
    .help = Numărul este în imaginea mare de pe perete. Nu se vede? Întrebați persoana care conduce grupa.
field-group-code = Numărul grupei
complaint-group-length = Numărul grupei are 4 cifre. Mai uitați-vă o dată pe perete.
complaint-no-group = Nicio grupă nu are numărul acesta. Mai uitați-vă o dată pe perete, fără grabă.
complaint-group-full = Toate locurile sunt ocupate. Cine conduce grupa vă poate ajuta.
complaint-no-leader = Nu găsesc grupa. Spuneți-i persoanei care o conduce.

learn-seat = Sunteți în grupă!
    .say = Începem imediat. Uitați-vă în față.
    .help = Lecția se deschide singură aici. Dacă aveți nevoie de ceva, ridicați mâna.
learn-seat-number = Acesta este locul { $seat }.
learn-seat-thanks = Vă mulțumim! Mai veniți când vreți.
learn-seat-watch = Uitați-vă în față: lecția aceasta o vedem împreună, pe perete.
learn-seat-alone = Am pierdut legătura cu grupa. Spuneți-i persoanei care o conduce.
learn-paused = Uitați-vă în față, vă rog.
    .say = Imediat mergem mai departe, împreună. Aici nu se pierde nimic.
    .help = Acum așteaptă toată lumea. Dacă aveți nevoie de ceva, ridicați mâna.
learn-faces = Cum a fost astăzi pentru dumneavoastră?
    .say = Atingeți o față. Nimeni nu va ști care este a dumneavoastră.
    .help = Dacă v-a plăcut, atingeți o față care zâmbește. Dacă nu, și asta ne ajută.
learn-wait = Cât așteptați, ajutați pe cineva de alături. Sau uitați-vă în față.
learn-left = Acum e rândul persoanei din stânga.
learn-right = Acum e rândul persoanei din dreapta.
learn-hand = Ridic mâna
learn-called = Ați ridicat mâna!
    .say = Cine conduce grupa vine la dumneavoastră. Între timp, puteți continua.
