# A kiosk for practice. Nothing here is real.

phone-totem-inicio-titulo = What do you need today?
phone-totem-inicio-pedir = Ask or complain
phone-totem-inicio-ver = See my request
phone-totem-inicio-ajuda = Help

phone-totem-assunto-titulo = What is it about?
phone-totem-assunto-luz = Street light
phone-totem-assunto-lixo = Rubbish
phone-totem-assunto-voltar = Back
phone-totem-assunto-ajuda = Help
phone-totem-assunto-sair = Leave quickly

phone-totem-luz-titulo = Street light
phone-totem-luz-rua = Flower Street
phone-totem-luz-seguir = Continue
phone-totem-luz-voltar = Back
phone-totem-luz-ajuda = Help
phone-totem-luz-sair = Leave quickly

phone-totem-lixo-titulo = Rubbish
phone-totem-lixo-rua = Flower Street
phone-totem-lixo-voltar = Back
phone-totem-lixo-ajuda = Help
phone-totem-lixo-sair = Leave quickly

phone-totem-nome-titulo = Your name
phone-totem-nome-nome = Lourdes
phone-totem-nome-voltar = Back
phone-totem-nome-ajuda = Help
phone-totem-nome-sair = Leave quickly

phone-totem-ver-titulo = See my request
phone-totem-ver-aviso = Here one sees a request made before.
phone-totem-ver-voltar = Back
phone-totem-ver-ajuda = Help
phone-totem-ver-sair = Leave quickly

phone-totem-ajuda-titulo = Let us take our time.
phone-totem-ajuda-calma = There is no rush here.
phone-totem-ajuda-chamar = Call an attendant
phone-totem-ajuda-voltar = Back

phone-totem-chamado-titulo = We have called
phone-totem-chamado-aviso = Someone will come to talk to you.
phone-totem-chamado-voltar = Back
