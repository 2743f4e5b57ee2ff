# Wi-Fi și date mobile, pe telefonul de exersare. Nimic nu este adevărat aici.

phone-rede-inicio-titulo = Internet
phone-rede-inicio-wifi = Wi-Fi
phone-rede-inicio-dados = Date mobile

phone-rede-lista-titulo = Wi-Fi
phone-rede-lista-casa = Casa Anei
phone-rede-lista-gratis = Sala Mare Gratis
phone-rede-lista-sala = Sala Mare
phone-rede-lista-voltar = Înapoi

phone-rede-senha-titulo = Sala Mare
phone-rede-senha-senha = Parola
phone-rede-senha-voltar = Înapoi

phone-rede-ligado-titulo = Sala Mare
phone-rede-ligado-aviso = Sunteți pe Wi-Fi.
phone-rede-ligado-sair = Ieșiți din rețea
phone-rede-ligado-voltar = Înapoi

phone-rede-errada-titulo = Sala Mare Gratis
phone-rede-errada-aviso = Sunteți în această rețea.
phone-rede-errada-sair = Ieșiți din rețea
phone-rede-errada-ficar = Rămâneți aici

phone-rede-dados-titulo = Date mobile
phone-rede-dados-ligados = Folosiți datele
phone-rede-dados-aviso = Fără Wi-Fi, pot costa bani.
phone-rede-dados-voltar = Înapoi
