# Un Pix din greșeală. Nimic nu este adevărat aici.

phone-pix-recados-titulo = Mesaje
phone-pix-recados-filha = Fiica mea
phone-pix-recados-novo = Număr necunoscut
phone-pix-recados-vizinha = Vecina mea

phone-pix-recado-titulo = Număr necunoscut
phone-pix-recado-oi = Bună ziua! V-am trimis greșit 200 de reali.
phone-pix-recado-conta = Trimiteți-i la altă cheie.
phone-pix-recado-pressa = Repede, sunt pentru spital!
phone-pix-recado-segredo = Nu vorbiți cu banca.
phone-pix-recado-voltar = Înapoi

phone-pix-filha-titulo = Fiica mea
phone-pix-filha-recado = Ți-am trimis 50 de reali de gaz. Au venit?
phone-pix-filha-voltar = Înapoi

phone-pix-vizinha-titulo = Vecina mea
phone-pix-vizinha-recado = Am plătit prăjitura prin Pix. A fost bună!
phone-pix-vizinha-voltar = Înapoi

phone-pix-outro-titulo = Număr necunoscut
phone-pix-outro-recado = Pix greșit! Trimiteți repede la altă cheie.
phone-pix-outro-voltar = Înapoi

phone-pix-falso-titulo = Banca?
phone-pix-falso-recado = Ca să dați banii înapoi, trimiteți parola.
phone-pix-falso-voltar = Înapoi

phone-pix-inicio-titulo = Banca mea
phone-pix-inicio-extrato = Ce a intrat și ce a ieșit
phone-pix-inicio-novo = Faceți un Pix

phone-pix-extrato-titulo = Ce a intrat și ce a ieșit
phone-pix-extrato-luz = Au ieșit: 90 de reali, curent
phone-pix-extrato-recebido = Au venit: 200 de reali, de la José
phone-pix-extrato-novo = Faceți un Pix
phone-pix-extrato-voltar = Înapoi

phone-pix-recebido-titulo = Un Pix primit
phone-pix-recebido-quem = De la: José
phone-pix-recebido-soma = 200 de reali
phone-pix-recebido-devolver = Dați înapoi acest Pix
phone-pix-recebido-novo = Faceți un Pix nou
phone-pix-recebido-voltar = Înapoi

phone-pix-devolvido-titulo = L-ați dat înapoi!
phone-pix-devolvido-aviso = Banii au ajuns de unde au plecat.
phone-pix-devolvido-voltar = Înapoi

phone-pix-novo-titulo = Pix nou
phone-pix-novo-conta = Pentru: altă cheie
phone-pix-novo-soma = 200 de reali
phone-pix-novo-enviar = Trimiteți
phone-pix-novo-voltar = Înapoi
