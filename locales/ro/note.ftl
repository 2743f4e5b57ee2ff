# Vocea înregistrată, pentru cine vorbește mai ușor.

action-record = Înregistrați ce spuneți
action-record-kept = Ce ați înregistrat
action-stop-recording = Stop
action-hear-recording = Ascultați ce ați spus
action-record-again = Înregistrați din nou
action-throw-away = Ștergeți ce ați spus
action-none-of-these-spoken = Nu știu care. Alege cine ascultă.

filing-recording = Puteți vorbi.
    .say = Atingeți „Stop” când ați terminat.
    .help = Nu vă grăbiți. Spuneți ce s-a întâmplat și unde. Apoi vă puteți auzi și mai puteți schimba.
filing-recorded = Am înregistrat ce ați spus.
    .say = Cineva de la Primărie o să asculte. Apoi scrie ce ați spus. Acum nu ascultă nimeni. Dacă e pericol, atingeți „Este o urgență”.
    .help = Ca să vă auziți, atingeți „Ascultați ce ați spus”. Ca să schimbați, mai vorbiți o dată. Ca să mergeți mai departe, atingeți „Continuați”.
filing-not-recorded = Nu am putut înregistra.
    .say = Mai puteți încerca o dată. Puteți și să scrieți. Sau chemați pe cineva de la ghișeu.
    .help = Mai puteți încerca o dată. Și cineva de la ghișeu poate scrie pentru dumneavoastră.
note-no-microphone = Acum nu am microfon.
note-busy = Microfonul este ocupat acum.
note-silence = Nu am auzit nimic.
note-lost = Nu am auzit tot ce ați spus.
note-cut = Microfonul s-a oprit la mijloc. Ce ați spus până atunci este păstrat.
note-seconds =
    { $seconds ->
        [one] o secundă
        [few] { $seconds } secunde
       *[other] { $seconds } de secunde
    }
note-unit =
    { $seconds ->
        [one] secundă
        [few] secunde
       *[other] de secunde
    }
note-length =
    { $seconds ->
        [one] Are o secundă.
        [few] Are { $seconds } secunde.
       *[other] Are { $seconds } de secunde.
    }
note-value =
    { $seconds ->
        [one] Ce ați spus, o secundă
        [few] Ce ați spus, { $seconds } secunde
       *[other] Ce ați spus, { $seconds } de secunde
    }
receipt-spoken =
    { $seconds ->
        [one] Cerere spusă cu voce tare, o secundă
        [few] Cerere spusă cu voce tare, { $seconds } secunde
       *[other] Cerere spusă cu voce tare, { $seconds } de secunde
    }
follow-spoken = Ați vorbit, nu ați scris. Cineva o să asculte și o să scrie ce ați spus.
follow-written-down = Cineva v-a auzit și a scris: { $text }
