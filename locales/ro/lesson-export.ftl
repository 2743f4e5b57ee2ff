# Lecțiile în afara chioșcului, într-un curs pe internet.

export-course = Lecții din { $city }
export-course-about = Lecții scurte, pe un telefon de probă. Nimic de acolo nu e adevărat, așa că puteți greși fără teamă.
export-track-about = Faceți pe rând câte o lecție. Fiecare ține câteva minute.
export-outcome-device = Folosiți ecranul și tastele unui telefon.
export-practice = Probă: nimic de aici nu e adevărat
export-no-script = Lecția nu se deschide în acest program. Încercați în altul.
export-unrecorded = Ați făcut toată lecția. Dar nu am putut da de știre cursului. Spuneți-i celui care are grijă de el.
export-close = Gata. Puteți închide pagina.
