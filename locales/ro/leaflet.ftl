# Ce se ia acasă pe hârtie: lecții, servicii, ghid, și lucrurile celor care țin întâlniri.

leaflet-learn = Ce învățați
leaflet-steps = Pas cu pas
leaflet-hand = Mânuța arată unde să atingeți.
leaflet-right = Așa da: { $answer }.
leaflet-wrong = Așa nu: { $answer }.
leaflet-remember = Țineți minte
leaflet-help = Aveți nevoie de ajutor?
leaflet-help-kiosk = Exersați gratuit la aparatul Primăriei. Acolo nu se strică nimic.
leaflet-help-call = Aveți o întrebare? Sunați la { $phone }.
leaflet-web = Îndreptați camera telefonului spre acest pătrat. Se deschide pagina Primăriei.

# Un serviciu.
leaflet-danger = E pericol acum? Sunați întâi
leaflet-needed = Pregătiți
leaflet-place = Strada și numărul locului, dacă le știți.
leaflet-how = Cum cereți
leaflet-at-kiosk = La aparat: atingeți „{ $group }”. Apoi atingeți „{ $service }”.
leaflet-at-counter = La ghișeu: cineva scrie pentru dumneavoastră.
leaflet-by-phone = Prin telefon: sunați la { $phone }.
leaflet-on-page = Pe internet: { $page }
leaflet-when = Când vine răspunsul
leaflet-answer = Primăria răspunde în cel mult { $term }.
leaflet-done = Lucrarea este gata în cel mult { $term }.
leaflet-after = Și apoi?
leaflet-after-number = Primiți o hârtie cu un număr. Păstrați-o bine. Cu ea aflați ce s-a făcut.

# Ghidul.
leaflet-guide = Ghidul serviciilor din { $city }
leaflet-guide-how = Vedeți ce puteți face, și unde.
leaflet-where-kiosk = La aparat, la ghișeu sau prin telefon.
leaflet-where-booking = Cu programare.
leaflet-where-counter = La ghișeu.
leaflet-where-elsewhere = În altă parte. Aparatul vă spune unde.
leaflet-places = Internet, calculator, cursuri și ajutor
leaflet-places-how = Totul aici este gratuit. Căutați numărul pe desen. Literele arată ghișeele Primăriei.
leaflet-branches = Ghișeele Primăriei
leaflet-has-internet = internet
leaflet-has-computers = calculatoare
leaflet-has-courses = cursuri
leaflet-has-help = cineva care ajută
leaflet-phone = Telefon: { $phone }
leaflet-north = Nord
leaflet-metres = { $count } m
leaflet-km = { $count } km

# Pentru cei care țin întâlniri.
leaflet-poster = Învățați aici, gratuit
leaflet-poster-what = Folosiți telefonul și feriți-vă de escroci
leaflet-poster-calm = Veniți așa cum sunteți. Fără grabă, fără examen.
leaflet-day = Ziua
leaflet-hour = Ora
leaflet-where = Locul
leaflet-who = Cine vă primește
leaflet-list = Lecțiile
leaflet-list-how = Bifați ce ați făcut împreună.
leaflet-lesson = Lecția
leaflet-marks = O linie pentru fiecare om
leaflet-attendance = Câți au venit
leaflet-attendance-how = Faceți o linie pentru fiecare om. Nu scrieți nume.
leaflet-lead = Pentru cine conduce
leaflet-certificate = Diplomă
leaflet-certificate-what = Această persoană a venit la întâlniri și a învățat cu noi.
leaflet-alone = Face fără ajutor
leaflet-alone-how = Bifați ce face persoana fără ajutor.
leaflet-name = Numele, scris de mână
leaflet-signature = Semnează cine a condus grupa
