# Identitatea digitală. Nimic nu este adevărat aici.

phone-identidade-inicio-titulo = Identitate digitală
phone-identidade-inicio-criar = Faceți un cont
phone-identidade-inicio-tenho = Am deja cont

phone-identidade-buletin-titulo = Buletinul
phone-identidade-buletin-cartao = Un buletin de exersare
phone-identidade-buletin-foto = Faceți o poză
phone-identidade-buletin-enviar = Trimiteți poza cuiva
phone-identidade-buletin-voltar = Înapoi

phone-identidade-dados-titulo = Este bine?
phone-identidade-dados-nome = Nume: Lourdes
phone-identidade-dados-sim = Da
phone-identidade-dados-outra = Altă poză

phone-identidade-codigo-titulo = A venit un mesaj
phone-identidade-codigo-recado = Cod: 5 0 9 3. Nu îl dați nimănui.
phone-identidade-codigo-codigo = Cod
phone-identidade-codigo-seguir = Mai departe
phone-identidade-codigo-voltar = Înapoi

phone-identidade-pedido-titulo = Număr necunoscut
phone-identidade-pedido-recado = Sunt de la stat. Trimiteți codul primit.
phone-identidade-pedido-escrito = Netrimis încă: 5 0 9 3
phone-identidade-pedido-enviar = Trimiteți
phone-identidade-pedido-apagar = Ștergeți

phone-identidade-apagado-titulo = S-a șters!
phone-identidade-apagado-aviso = Nu s-a trimis nimic.
phone-identidade-apagado-voltar = Înapoi

phone-identidade-senha-titulo = Parola
phone-identidade-senha-senha = Parola
phone-identidade-senha-seguir = Mai departe
phone-identidade-senha-voltar = Înapoi

phone-identidade-pronta-titulo = Contul este gata!
phone-identidade-pronta-entrar = Intrați
phone-identidade-pronta-voltar = Înapoi

phone-identidade-entrar-titulo = Intrați în cont
phone-identidade-entrar-nome = Nume: Lourdes
phone-identidade-entrar-senha = ••••••
    .spoken = Parola: șase buline
phone-identidade-entrar-entrar = Intrați
phone-identidade-entrar-voltar = Înapoi

phone-identidade-servicos-titulo = Serviciile mele
phone-identidade-servicos-saude = Sănătate
phone-identidade-servicos-taxas = Taxele mele
phone-identidade-servicos-papeis = Actele mele
phone-identidade-servicos-sair = Ieșiți din cont

phone-identidade-taxas-titulo = Taxele mele
phone-identidade-taxas-casa = Taxa pe casă: plătită
phone-identidade-taxas-voltar = Înapoi
