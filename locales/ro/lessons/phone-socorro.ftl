# Ce se face după ce ne-a păcălit un escroc. Nimic nu este adevărat aici.

phone-socorro-inicio-titulo = Telefonul meu
phone-socorro-inicio-conta = Vedeți contul
phone-socorro-inicio-ligar = Sunați la bancă
phone-socorro-inicio-ajustes = Setări
phone-socorro-inicio-gente = Vorbiți cu cineva

phone-socorro-conta-titulo = Contul doamnei Lourdes
phone-socorro-conta-padaria = Azi: pâine
phone-socorro-conta-compra = Ceva cumpărat departe de aici
phone-socorro-conta-emprestimo = Un credit pe care nu l-a cerut
phone-socorro-conta-senha = Altcineva i-a schimbat parola
phone-socorro-conta-voltar = Înapoi

phone-socorro-numeros-titulo = Sunați la bancă
phone-socorro-numeros-mensagem = Numărul din mesaj
phone-socorro-numeros-cartao = Numărul de pe card
phone-socorro-numeros-busca = Un număr găsit pe internet
phone-socorro-numeros-voltar = Înapoi

phone-socorro-banco-titulo = Chiar banca
phone-socorro-banco-fala = Bună ziua, aici banca. Ce s-a întâmplat?
phone-socorro-banco-contar = M-a păcălit un escroc. Blocați tot!
phone-socorro-banco-depois = Nimic. Sun mai târziu.

phone-socorro-bloqueado-titulo = Chiar banca
phone-socorro-bloqueado-fala = Am blocat contul. Bine că ați sunat.
phone-socorro-bloqueado-voltar = Înapoi

phone-socorro-ajustes-titulo = Setări
phone-socorro-ajustes-som = Sunet
phone-socorro-ajustes-letra = Mărimea literelor
phone-socorro-ajustes-senha = Schimbați parola
phone-socorro-ajustes-voltar = Înapoi

phone-socorro-trocada-titulo = Setări
phone-socorro-trocada-aviso = Aveți o parolă nouă.
phone-socorro-trocada-voltar = Înapoi

phone-socorro-quem-titulo = Cu cine vorbiți?
phone-socorro-quem-promete = Cine zice că aduce banii înapoi
phone-socorro-quem-enganou = Escrocul
phone-socorro-quem-filha = Fiica mea
phone-socorro-quem-voltar = Înapoi

phone-socorro-filha-titulo = Fiica mea
phone-socorro-filha-recado = Bine că mi-ai spus, mamă! Vin acum.
phone-socorro-filha-voltar = Înapoi

phone-socorro-apagadas-titulo = Mesaje
phone-socorro-apagadas-aviso = Mesajele au fost șterse.
phone-socorro-apagadas-desfazer = Aduceți înapoi
phone-socorro-apagadas-fechar = Închideți

phone-socorro-guardadas-titulo = Mesaje
phone-socorro-guardadas-conversa = Număr necunoscut
phone-socorro-guardadas-voltar = Înapoi

phone-socorro-um-titulo = Ce vine întâi?
phone-socorro-um-policia = Mergeți la poliție
phone-socorro-um-familia = Spuneți cuiva
phone-socorro-um-senha = Schimbați parola
phone-socorro-um-banco = Sunați la bancă

phone-socorro-dois-titulo = Banca știe. Și acum?
phone-socorro-dois-familia = Spuneți cuiva
phone-socorro-dois-policia = Mergeți la poliție
phone-socorro-dois-senha = Schimbați parola
phone-socorro-dois-voltar = Înapoi

phone-socorro-tres-titulo = Parola este nouă. Și acum?
phone-socorro-tres-policia = Mergeți la poliție
phone-socorro-tres-familia = Spuneți cuiva
phone-socorro-tres-voltar = Înapoi

phone-socorro-quatro-titulo = Cineva știe. Și acum?
phone-socorro-quatro-policia = Mergeți la poliție
phone-socorro-quatro-voltar = Înapoi

phone-socorro-cinco-titulo = Poliția știe. Și acum?
phone-socorro-cinco-familia = Spuneți cuiva
phone-socorro-cinco-voltar = Înapoi

phone-socorro-feito-titulo = Totul este făcut!
phone-socorro-feito-aviso = Ați făcut tot ce se poate. Acum odihniți-vă.
phone-socorro-feito-voltar = Înapoi
