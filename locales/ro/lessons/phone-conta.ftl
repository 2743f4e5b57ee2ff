# Contul de la stat. Nimic nu este adevărat aici.

phone-conta-inicio-titulo = Contul de la stat
phone-conta-inicio-criar = Faceți un cont
phone-conta-inicio-tenho = Am deja cont

phone-conta-cpf-titulo = CPF de exersare
phone-conta-cpf-cpf = CPF
phone-conta-cpf-seguir = Mai departe
phone-conta-cpf-voltar = Înapoi

phone-conta-codigo-titulo = A venit un mesaj
phone-conta-codigo-recado = Cod: 7 4 1 2. Nu îl dați nimănui.
phone-conta-codigo-codigo = Cod
phone-conta-codigo-seguir = Mai departe
phone-conta-codigo-voltar = Înapoi

phone-conta-pedido-titulo = Număr necunoscut
phone-conta-pedido-recado = Sunt de la stat. Trimiteți codul primit.
phone-conta-pedido-escrito = Netrimis încă: 7 4 1 2
phone-conta-pedido-enviar = Trimiteți
phone-conta-pedido-apagar = Ștergeți

phone-conta-apagado-titulo = S-a șters!
phone-conta-apagado-aviso = Nu s-a trimis nimic.
phone-conta-apagado-voltar = Înapoi

phone-conta-senha-titulo = Parola
phone-conta-senha-senha = Parola
phone-conta-senha-seguir = Mai departe
phone-conta-senha-voltar = Înapoi

phone-conta-pronta-titulo = Contul este gata!
phone-conta-pronta-entrar = Intrați
phone-conta-pronta-voltar = Înapoi

phone-conta-entrar-titulo = Intrați în cont
phone-conta-entrar-cpf = Lourdes, CPF 111.222.333-00
phone-conta-entrar-senha = ••••••
    .spoken = Parola: șase buline
phone-conta-entrar-entrar = Intrați
phone-conta-entrar-voltar = Înapoi

phone-conta-servicos-titulo = Serviciile mele
phone-conta-servicos-saude = Sănătate
phone-conta-servicos-beneficio = Banii mei
phone-conta-servicos-papeis = Actele mele
phone-conta-servicos-sair = Ieșiți din cont

phone-conta-beneficio-titulo = Banii mei
phone-conta-beneficio-dia = Vin pe data de 5
phone-conta-beneficio-voltar = Înapoi
