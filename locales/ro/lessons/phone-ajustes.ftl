# Sunet, litere și culori, pe telefonul de exersare. Nimic nu este adevărat aici.

phone-ajustes-inicio-titulo = Setări
phone-ajustes-inicio-som = Sunet
phone-ajustes-inicio-letra = Litere
phone-ajustes-inicio-cor = Culori
phone-ajustes-inicio-recado = Mesaj
phone-ajustes-inicio-chamar = Chemați pe cineva

phone-ajustes-som-titulo = Sunet
phone-ajustes-som-aviso = Se aude încet.
phone-ajustes-som-mais = Mai tare
phone-ajustes-som-menos = Mai încet
phone-ajustes-som-voltar = Înapoi

phone-ajustes-som-alto-titulo = Sunet
phone-ajustes-som-alto-aviso = Se aude tare.
phone-ajustes-som-alto-menos = Mai încet
phone-ajustes-som-alto-voltar = Înapoi

phone-ajustes-sem-som-titulo = Sunet
phone-ajustes-sem-som-aviso = Sunetul este oprit.
phone-ajustes-sem-som-ligar = Porniți sunetul
phone-ajustes-sem-som-voltar = Înapoi

phone-ajustes-letra-titulo = Litere
phone-ajustes-letra-grande = Litere mari
phone-ajustes-letra-pequena = Litere mici
phone-ajustes-letra-voltar = Înapoi

phone-ajustes-letra-grande-titulo = Litere
phone-ajustes-letra-grande-aviso = Literele sunt mari.
phone-ajustes-letra-grande-normal = Litere normale
phone-ajustes-letra-grande-voltar = Înapoi

phone-ajustes-cor-titulo = Culori
phone-ajustes-cor-forte = Culori tari
phone-ajustes-cor-suave = Culori blânde
phone-ajustes-cor-voltar = Înapoi

phone-ajustes-cor-forte-titulo = Culori
phone-ajustes-cor-forte-aviso = Litere albe pe negru.
phone-ajustes-cor-forte-normal = Culori normale
phone-ajustes-cor-forte-voltar = Înapoi

phone-ajustes-recado-titulo = Mesaj
phone-ajustes-recado-texto = Veniți mâine, la nouă. Avem prăjituri!
phone-ajustes-recado-ouvir = Ascultați din nou
phone-ajustes-recado-voltar = Înapoi

phone-ajustes-chamado-titulo = Am chemat pe cineva
phone-ajustes-chamado-aviso = Vine cineva să vorbească cu dumneavoastră.
phone-ajustes-chamado-voltar = Înapoi
