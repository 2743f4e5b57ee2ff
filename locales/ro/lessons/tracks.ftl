# Drumurile lecțiilor.

lesson-track-maos = Primele atingeri
lesson-track-cidade = Orașul la îndemână
lesson-track-seguranca = Feriți-vă de escroci
