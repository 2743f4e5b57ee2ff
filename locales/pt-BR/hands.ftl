# For hands that tremble: larger buttons, longer pauses.
hands-steady = Botões maiores, com mais calma
hands-usual = Botões como antes
