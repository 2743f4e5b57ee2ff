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
