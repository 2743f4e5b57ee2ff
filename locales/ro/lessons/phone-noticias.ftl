# Ce vine și ce se dă mai departe. Nimic nu este adevărat aici.

phone-noticias-grupo-titulo = Grupul familiei
phone-noticias-grupo-primo = Vărul: bună ziua!
phone-noticias-grupo-tia = Mătușa: citiți asta!
phone-noticias-grupo-filha = Fiica: vin la șapte

phone-noticias-cha-titulo = Grupul familiei
phone-noticias-cha-oi = Bună ziua, dragii mei!
phone-noticias-cha-quem = A spus un doctor, nu știu care.
phone-noticias-cha-milagre = Ceaiul acesta vindecă tot într-o zi!
phone-noticias-cha-passe = Repede! Dați la toți!
phone-noticias-cha-voltar = Înapoi

phone-noticias-agua-titulo = Grupul familiei
phone-noticias-agua-recado = Orașul rămâne o lună fără apă!
phone-noticias-agua-passar = Dați mai departe
phone-noticias-agua-procurar = Căutați
phone-noticias-agua-voltar = Înapoi

phone-noticias-procura-titulo = O lună fără apă?
phone-noticias-procura-cidade = Primăria: apa curge
phone-noticias-procura-radio = La radio: nimic despre asta
phone-noticias-procura-voltar = Înapoi

phone-noticias-passei-titulo = Grupul familiei
phone-noticias-passei-minha = Ceaiul acesta vindecă tot! Dați la toți!
phone-noticias-passei-para-mim = Ștergeți doar pentru mine
phone-noticias-passei-para-todos = Ștergeți pentru toți

phone-noticias-festa-titulo = Școala nepoatei
phone-noticias-festa-recado = Serbarea este sâmbătă, la ora 3. Ana, învățătoarea.
phone-noticias-festa-voltar = Înapoi

phone-noticias-famoso-titulo = Grupul familiei
phone-noticias-famoso-filme = Un om de la TV vă vorbește
phone-noticias-famoso-fala = Puneți bani aici și vă îmbogățiți!
phone-noticias-famoso-voltar = Înapoi

phone-noticias-compras-titulo = Grupul familiei
phone-noticias-compras-recado = Nu mai e mâncare! Luați tot acum!
phone-noticias-compras-passe = Așa se zice. Dați la toți!
phone-noticias-compras-voltar = Înapoi

phone-noticias-chuva-titulo = Radioul orașului
phone-noticias-chuva-recado = Diseară plouă tare. Luați o haină.
phone-noticias-chuva-outros = La TV se spune la fel
phone-noticias-chuva-voltar = Înapoi
