# For hands that tremble: larger buttons, longer pauses.
hands-steady = Butoane mai mari, fără grabă
hands-usual = Butoane ca înainte
