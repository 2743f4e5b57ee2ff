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
    .help = Spuneți pe îndelete ce s-a întâmplat și unde. După aceea ascultați și hotărâți dacă păstrați.
filing-recorded = Am înregistrat ce ați spus.
    .say = Cineva de la Primărie o să asculte și o să scrie ce ați spus. Acum nu ascultă nimeni. Dacă e pericol, atingeți „Este o urgență”.
    .help = Atingeți „Ascultați ce ați spus” ca să verificați. Ca să schimbați, înregistrați din nou. Ca să mergeți mai departe, atingeți „Continuați”.
filing-not-recorded = Nu am putut înregistra.
    .say = Puteți încerca din nou sau vă puteți întoarce să scrieți. Puteți chema și pe cineva de la ghișeu.
    .help = Puteți încerca din nou. Și cineva de la ghișeu poate scrie pentru dumneavoastră.
note-no-microphone = Acum nu am microfon.
note-busy = Microfonul este ocupat acum.
note-silence = Nu am auzit nimic.
note-lost = Înregistrarea s-a oprit înainte de sfârșit.
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
        [one] Vocea dumneavoastră, o secundă
        [few] Vocea dumneavoastră, { $seconds } secunde
       *[other] Vocea dumneavoastră, { $seconds } de secunde
    }
receipt-spoken =
    { $seconds ->
        [one] Cerere spusă cu voce tare, o secundă
        [few] Cerere spusă cu voce tare, { $seconds } secunde
       *[other] Cerere spusă cu voce tare, { $seconds } de secunde
    }
follow-spoken = Ați făcut cererea vorbind. Cineva de la Primărie urmează să asculte și să scrie.
follow-written-down = Cineva a ascultat ce ați spus și a scris: { $text }
