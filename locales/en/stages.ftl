# How far one is, as Help says it.
help-stage = You are at part { $place } of 4: { $name }.
