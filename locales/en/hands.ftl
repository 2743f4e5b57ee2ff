# For hands that tremble: larger buttons, longer pauses.
hands-steady = Larger buttons, with more time
hands-usual = Buttons as before
