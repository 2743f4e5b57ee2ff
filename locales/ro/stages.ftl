# How far one is, as Help says it.
help-stage = Sunteți la partea { $place } din 4: { $name }.
