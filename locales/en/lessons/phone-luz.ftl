# Asking for light in the street. Nothing here is real.

phone-luz-inicio-titulo = City
phone-luz-inicio-novo = Make a request
phone-luz-inicio-ver = See a request

phone-luz-meus-titulo = See a request
phone-luz-meus-nada = You have made no request yet.
phone-luz-meus-voltar = Back

phone-luz-assunto-titulo = What is wrong?
phone-luz-assunto-buraco = Hole in the street
phone-luz-assunto-luz = Street light
phone-luz-assunto-lixo = Rubbish in the street
phone-luz-assunto-voltar = Back

phone-luz-buraco-titulo = Hole in the street
phone-luz-buraco-aviso = Here you ask to have the hole mended.
phone-luz-buraco-seguir = Go on
phone-luz-buraco-voltar = Back

phone-luz-lugar-titulo = Where is it?
phone-luz-lugar-rua = Name of the street
phone-luz-lugar-seguir = Go on
phone-luz-lugar-voltar = Back

phone-luz-conferir-titulo = Is it all right?
phone-luz-conferir-assunto = Street light
phone-luz-conferir-lugar = Aurora Street
phone-luz-conferir-enviar = Send
phone-luz-conferir-mudar = Change

phone-luz-pronto-titulo = Your request is made!
phone-luz-pronto-numero = Your number: 2026 0014
phone-luz-pronto-guardar = Keep
phone-luz-pronto-sair = Leave

phone-luz-guardado-titulo = It is kept!
phone-luz-guardado-numero = Your number: 2026 0014
phone-luz-guardado-voltar = Back
