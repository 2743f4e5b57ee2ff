# Pedir luz na rua. Nada aqui é de verdade.

phone-luz-inicio-titulo = Cidade
phone-luz-inicio-novo = Fazer um pedido
phone-luz-inicio-ver = Ver um pedido

phone-luz-meus-titulo = Ver um pedido
phone-luz-meus-nada = Você ainda não fez um pedido.
phone-luz-meus-voltar = Voltar

phone-luz-assunto-titulo = O que houve?
phone-luz-assunto-buraco = Buraco na rua
phone-luz-assunto-luz = Luz da rua
phone-luz-assunto-lixo = Lixo na rua
phone-luz-assunto-voltar = Voltar

phone-luz-buraco-titulo = Buraco na rua
phone-luz-buraco-aviso = Aqui se pede o conserto do buraco.
phone-luz-buraco-seguir = Seguir
phone-luz-buraco-voltar = Voltar

phone-luz-lugar-titulo = Onde é?
phone-luz-lugar-rua = Nome da rua
phone-luz-lugar-seguir = Seguir
phone-luz-lugar-voltar = Voltar

phone-luz-conferir-titulo = Está tudo certo?
phone-luz-conferir-assunto = Luz da rua
phone-luz-conferir-lugar = Rua Aurora
phone-luz-conferir-enviar = Enviar
phone-luz-conferir-mudar = Mudar

phone-luz-pronto-titulo = Pedido feito!
phone-luz-pronto-numero = Seu número: 2026 0014
phone-luz-pronto-guardar = Guardar
phone-luz-pronto-sair = Sair

phone-luz-guardado-titulo = Guardado!
phone-luz-guardado-numero = Seu número: 2026 0014
phone-luz-guardado-voltar = Voltar
