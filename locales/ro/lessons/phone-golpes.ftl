# Mesaje și apeluri. Nimic nu este adevărat aici.

phone-golpes-recados-titulo = Mesaje
phone-golpes-recados-vizinha = Vecina mea
phone-golpes-recados-banco = Banca?
phone-golpes-recados-posto = Medicul de familie

phone-golpes-banco-titulo = Banca?
phone-golpes-banco-oi = Bună ziua! Suntem de la bancă.
phone-golpes-banco-pressa = Repede! Vă închidem contul azi.
phone-golpes-banco-senha = Trimiteți parola.
phone-golpes-banco-link = Apăsați aici acum
phone-golpes-banco-voltar = Înapoi

phone-golpes-chamada-titulo = Vă sună cineva
phone-golpes-chamada-fala = Suntem de la bancă. Cineva v-a luat bani! Spuneți parola.
phone-golpes-chamada-dizer = Spuneți parola
phone-golpes-chamada-desligar = Închideți

phone-golpes-desligado-titulo = Ați închis
phone-golpes-desligado-volta = Sunați înapoi
phone-golpes-desligado-cartao = Sunați la numărul de pe card
phone-golpes-desligado-voltar = Înapoi

phone-golpes-certo-titulo = Chiar banca
phone-golpes-certo-aviso = Cardul este în regulă. Banii sunt la locul lor.
phone-golpes-certo-voltar = Înapoi

phone-golpes-pagina-titulo = Banca?
phone-golpes-pagina-aviso = Scrieți parola și luați un premiu!
phone-golpes-pagina-escrever = Scrieți parola
phone-golpes-pagina-enviar = Trimiteți
phone-golpes-pagina-fechar = Închideți

phone-golpes-posto-titulo = Medicul de familie
phone-golpes-posto-recado = Vă așteptăm miercuri, la ora 8. Cu bine!
phone-golpes-posto-voltar = Înapoi

phone-golpes-governo-titulo = Guvernul?
phone-golpes-governo-recado = Aveți de luat niște bani. Doar azi!
phone-golpes-governo-link = Apăsați și îi luați
phone-golpes-governo-voltar = Înapoi

phone-golpes-cartao-titulo = Banca
phone-golpes-cartao-recado = A sosit cardul cel nou. Veniți după el când puteți.
phone-golpes-cartao-voltar = Înapoi

phone-golpes-codigo-titulo = Banca?
phone-golpes-codigo-recado = V-am trimis un cod. Citiți-mi codul.
phone-golpes-codigo-voltar = Înapoi

phone-golpes-vizinha-titulo = Vecina mea
phone-golpes-vizinha-recado = Merg la piață sâmbătă. Vii cu mine?
phone-golpes-vizinha-voltar = Înapoi
