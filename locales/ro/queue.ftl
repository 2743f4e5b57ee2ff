# Rândul: de ce a fost chemat un număr și cât e de așteptat. Oricine din sală poate auzi.

why-came-first = Acest număr a venit mai devreme.
why-law = Legea cere ca unii oameni să intre mai întâi.
why-usage = La noi, unii oameni intră mai întâi.
why-booked = Omul acesta avea o oră a lui.
why-booked-at = Omul acesta avea o oră a lui: { $time }.
why-turn = Chemăm { $first } cu prioritate, apoi { $other } fără.
why-waited = Acest număr aștepta cel mai mult.
why-waited-ahead = Cu tot cu prioritate, acest număr aștepta cel mai mult.
why-chosen = Cineva de la ghișeu a chemat acest număr.

queue-ahead =
    { $count ->
        [0] Nu mai e nimeni la rând.
        [one] Mai este un om la rând.
        [few] Mai sunt { $count } oameni la rând.
       *[other] Mai sunt { $count } de oameni la rând.
    }
queue-wait-short =
    { $to ->
        [few] Cred că mai stați cel mult { $to } minute.
       *[other] Cred că mai stați cel mult { $to } de minute.
    }
queue-wait =
    { $to ->
        [few] Cred că mai stați între { $from } și { $to } minute.
       *[other] Cred că mai stați între { $from } și { $to } de minute.
    }
queue-wait-long = Cred că mai stați peste { $hours } ore.
queue-unsure = Se poate să nu vă mai vină rândul azi.
queue-probably-not = Nu cred că vă mai vine rândul azi. Puteți sta totuși sau puteți veni în altă zi.

# Ce i se spune celui care are un bon, după cum stă.

queue-nobody-knows = Acum nimeni nu poate spune cât durează.
queue-called = E rândul dumneavoastră. Mergeți la ghișeul { $desk }.
queue-serving = Sunteți la ghișeul { $desk }.
queue-parked = Ghișeul { $desk } așteaptă să vă întoarceți.
queue-out = Ați ieșit. Când vă întoarceți, spuneți-ne.
queue-missed = V-am chemat și nu ați venit. Spuneți la ghișeu că sunteți aici.
queue-served = Ați terminat la ghișeu.
queue-void = Acest număr nu mai este bun. Dacă mai aveți nevoie, luați altul.
queue-closed = Ziua s-a încheiat și acest număr nu mai este bun. Veniți în altă zi și luați altul.
queue-from = Astăzi dăm bonuri de la ora { $time }.

# De ce nu s-a făcut ceva cu un bon. Citește cineva de la ghișeu sau chiar persoana.

queue-no-no-queue-here = Aici nu se cheamă după bon. Vorbiți cu cineva de la ghișeu.
queue-no-no-such-desk = Acest ghișeu nu există. Verificați numărul.
queue-no-no-such-class = Această alegere nu mai există. Alegeți din nou.
queue-no-not-served-at-branch = Pentru asta nu se vine aici. Întrebați la ghișeu unde.
queue-no-queue-too-early = E încă devreme. Astăzi nu dăm încă bonuri.
queue-no-queue-closed = Pentru astăzi am închis. Veniți în altă zi, vă rugăm.
queue-no-called-elsewhere = Alt ghișeu a chemat deja acest număr.
queue-no-called-already = Acest ghișeu a chemat deja acest număr.
queue-no-in-service = Această persoană este deja la un ghișeu.
queue-no-not-called = Nimeni nu a chemat încă acest număr.
queue-no-not-started = Persoana nu a ajuns încă la ghișeu.
queue-no-away = Persoana nu este aici acum. Când se întoarce, să ne spună.
queue-no-not-away = Acest număr este deja la rând.
queue-no-ticket-over = Acest număr nu mai este bun. Luați altul.
queue-no-called-enough = Acest număr a fost chemat de prea multe ori. Spuneți că nu a venit nimeni.
queue-no-missed-too-soon = Mai așteptați puțin. Persoana poate fi pe drum.
queue-no-returned-enough = Acest număr a fost pierdut de prea multe ori. Luați altul.
queue-no-desk-busy = La acest ghișeu mai este cineva. Terminați întâi.
queue-no-not-served-here = Acest ghișeu nu face asta. Face altul.
queue-no-no-such-ticket = Nu am găsit acest număr astăzi. Verificați, vă rugăm.
