# Păstrarea pentru mai târziu, continuarea, și întrebarea pentru cine stă pe loc.

action-save-for-later = Păstrați și continuați altă dată
action-continue-saved = Continuați ce ați păstrat

saved = Am păstrat totul pentru mai târziu.
    .say = Țineți bine minte aceste patru cuvinte. Cine are cuvintele poate deschide. Când reveniți, atingeți „Continuați ce ați păstrat” la început.
    .help = Cu cele patru cuvinte continuați de unde ați rămas. Ele merg o singură dată. Ca să le auziți, atingeți-le.
saved-words = Cuvintele: { $one }, { $two }, { $three }, { $four }
    .hint = Atingeți ca să le auziți.
saved-until = Păstrez până pe { $date }.
saved-days =
    { $count ->
        [one] Păstrez o zi.
        [few] Păstrez { $count } zile.
       *[other] Păstrez { $count } de zile.
    }
saved-paper-coming = Hârtia cu cuvintele va ieși aici, jos. Dacă nu iese, copiați cuvintele sau faceți o poză.
saved-paper-printed = Hârtia cu cuvintele a ieșit aici, jos. Luați-o cu dumneavoastră.
saved-paper-counter = Am trimis hârtia la ghișeu. Cereți-o de acolo.
saved-paper-uncertain = Nu știu dacă hârtia a ieșit. Copiați cuvintele sau faceți o poză.
saved-paper-none = Acum nu va ieși nicio hârtie. Copiați cuvintele sau faceți o poză.
saved-offline = Acum nu avem internet. Deocamdată, reveniți la acest aparat.

saved-word =
    { $place ->
        [1] Care este primul cuvânt?
        [2] Care este al doilea cuvânt?
        [3] Care este al treilea cuvânt?
       *[other] Care este al patrulea cuvânt?
    }
    .say = Scrieți începutul cuvântului. Apoi atingeți cuvântul potrivit.
    .help = Sunt cele patru cuvinte primite când ați păstrat. Merge și fără semne, și cu litere mari.
field-word =
    { $place ->
        [1] Primul cuvânt
        [2] Al doilea cuvânt
        [3] Al treilea cuvânt
       *[other] Al patrulea cuvânt
    }
complaint-word-unknown = Nu cunosc acest cuvânt. Mai uitați-vă o dată, fără grabă.
complaint-word-unclear = Mai multe cuvinte încep așa. Atingeți-l pe cel potrivit.
saved-looking = Caut ce ați păstrat.
    .say = O clipă, vă rog.
saved-not-there = Nu am găsit nimic cu aceste cuvinte.
    .say = Verificați cuvintele, fără grabă. Ce a fost deschis o dată nu se mai deschide. După termen, șterg.
saved-not-here = Nu am găsit la acest aparat.
    .say = Acum nu avem internet. Dacă ați păstrat la alt aparat, încercați mai târziu.
saved-wait = Să așteptăm puțin.
    .say =
        { $count ->
            [one] Cuvintele nu s-au potrivit de mai multe ori. Încercați peste un minut sau chemați pe cineva de la ghișeu.
            [few] Cuvintele nu s-au potrivit de mai multe ori. Încercați peste { $count } minute sau chemați pe cineva de la ghișeu.
           *[other] Cuvintele nu s-au potrivit de mai multe ori. Încercați peste { $count } de minute sau chemați pe cineva de la ghișeu.
        }

left = Acestea au rămas la jumătate.
    .say = Deschideți numai când persoana este lângă dumneavoastră.
left-nothing = Nu a rămas nimic la jumătate.
left-draft = { $when }: { $group }
staff-left = Vedeți ce a rămas la jumătate

idle-left =
    { $count ->
        [one] Mai este o secundă.
        [few] Mai sunt { $count } secunde.
       *[other] Mai sunt { $count } de secunde.
    }
idle-seconds = secunde
idle-kept = Altfel, golesc ecranul. Ce ați spus rămâne închis. Cineva de la ghișeu vă poate ajuta să deschideți.
idle-wiped = Altfel, șterg tot. Așa nu vede nimeni.

slip-saved-title = Păstrat pentru mai târziu
slip-saved-how = La aparat, atingeți „Continuați ce ați păstrat”. Apoi scrieți cele patru cuvinte. Cine are foaia asta poate deschide. Țineți-o bine.
