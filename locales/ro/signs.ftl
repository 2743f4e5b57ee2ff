# Limba semnelor, pentru cine nu aude.

signs = Priviți în { $name }.
    .say = Pe ecran apare cineva care face semne. Nu se aude nimic.
signs-broken = Nu pot arăta filmul.
    .say = Mergeți înapoi și citiți pe ecran. Sau chemați pe cineva de la ghișeu.
action-signs-again = Mai vreau o dată
signs-on = Arată { $name }
signs-off = Fără { $name }
