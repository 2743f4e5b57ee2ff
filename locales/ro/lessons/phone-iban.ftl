# Bani trimiși din greșeală. Nimic nu este adevărat aici.

phone-iban-recados-titulo = Mesaje
phone-iban-recados-filha = Fiica mea
phone-iban-recados-novo = Număr necunoscut
phone-iban-recados-vizinha = Vecina mea

phone-iban-recado-titulo = Număr necunoscut
phone-iban-recado-oi = Bună ziua! V-am trimis greșit 500 de lei.
phone-iban-recado-conta = Trimiteți-i în alt cont.
phone-iban-recado-pressa = Repede, sunt pentru spital!
phone-iban-recado-segredo = Nu vorbiți cu banca.
phone-iban-recado-voltar = Înapoi

phone-iban-filha-titulo = Fiica mea
phone-iban-filha-recado = Ți-am trimis 50 de lei de gaz. Au venit?
phone-iban-filha-voltar = Înapoi

phone-iban-vizinha-titulo = Vecina mea
phone-iban-vizinha-recado = V-am pus în cont banii pe ouă. Erau bune!
phone-iban-vizinha-voltar = Înapoi

phone-iban-outro-titulo = Număr necunoscut
phone-iban-outro-recado = Am greșit! Trimiteți repede în alt cont.
phone-iban-outro-voltar = Înapoi

phone-iban-falso-titulo = Banca?
phone-iban-falso-recado = Ca să dați banii înapoi, trimiteți parola.
phone-iban-falso-voltar = Înapoi

phone-iban-inicio-titulo = Banca mea
phone-iban-inicio-extrato = Ce a intrat și ce a ieșit
phone-iban-inicio-novo = Faceți o plată

phone-iban-extrato-titulo = Ce a intrat și ce a ieșit
phone-iban-extrato-luz = Au ieșit: 90 de lei, curent
phone-iban-extrato-recebido = Au venit: 500 de lei, de la Ion
phone-iban-extrato-novo = Faceți o plată
phone-iban-extrato-voltar = Înapoi

phone-iban-recebido-titulo = Bani primiți
phone-iban-recebido-quem = De la: Ion
phone-iban-recebido-soma = 500 de lei
phone-iban-recebido-banco = Sunați la bancă
phone-iban-recebido-novo = Faceți o plată
phone-iban-recebido-voltar = Înapoi

phone-iban-banco-titulo = Banca mea
phone-iban-banco-fala = Bine că ați sunat. Ne ocupăm noi.
phone-iban-banco-desligar = Închideți

phone-iban-novo-titulo = Plată nouă
phone-iban-novo-conta = IBAN: alt cont
phone-iban-novo-soma = 500 de lei
phone-iban-novo-enviar = Trimiteți
phone-iban-novo-voltar = Înapoi
