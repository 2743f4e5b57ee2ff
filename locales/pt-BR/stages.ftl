# How far one is, as Help says it.
help-stage = Você está na parte { $place } de 4: { $name }.
