# Wi-Fi and mobile data, on the practice phone. Nothing here is real.

phone-rede-inicio-titulo = Internet
phone-rede-inicio-wifi = Wi-Fi
phone-rede-inicio-dados = Mobile data

phone-rede-lista-titulo = Wi-Fi
phone-rede-lista-casa = Home of Ana
phone-rede-lista-gratis = City Room Free
phone-rede-lista-sala = City Room
phone-rede-lista-voltar = Back

phone-rede-senha-titulo = City Room
phone-rede-senha-senha = Password
phone-rede-senha-voltar = Back

phone-rede-ligado-titulo = City Room
phone-rede-ligado-aviso = You are on the Wi-Fi.
phone-rede-ligado-sair = Leave network
phone-rede-ligado-voltar = Back

phone-rede-errada-titulo = City Room Free
phone-rede-errada-aviso = You are on this network.
phone-rede-errada-sair = Leave network
phone-rede-errada-ficar = Stay on it

phone-rede-dados-titulo = Mobile data
phone-rede-dados-ligados = Use the data
phone-rede-dados-aviso = Without Wi-Fi, it may cost.
phone-rede-dados-voltar = Back
