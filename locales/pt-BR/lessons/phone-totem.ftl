# Um quiosque de treino. Nada aqui é de verdade.

phone-totem-inicio-titulo = O que você precisa hoje?
phone-totem-inicio-pedir = Pedir ou reclamar
phone-totem-inicio-ver = Ver meu pedido
phone-totem-inicio-ajuda = Ajuda

phone-totem-assunto-titulo = Qual é o assunto?
phone-totem-assunto-luz = Luz da rua
phone-totem-assunto-lixo = Lixo
phone-totem-assunto-voltar = Voltar
phone-totem-assunto-ajuda = Ajuda
phone-totem-assunto-sair = Sair rápido

phone-totem-luz-titulo = Luz da rua
phone-totem-luz-rua = Rua das Flores
phone-totem-luz-seguir = Continuar
phone-totem-luz-voltar = Voltar
phone-totem-luz-ajuda = Ajuda
phone-totem-luz-sair = Sair rápido

phone-totem-lixo-titulo = Lixo
phone-totem-lixo-rua = Rua das Flores
phone-totem-lixo-voltar = Voltar
phone-totem-lixo-ajuda = Ajuda
phone-totem-lixo-sair = Sair rápido

phone-totem-nome-titulo = Seu nome
phone-totem-nome-nome = Lourdes
phone-totem-nome-voltar = Voltar
phone-totem-nome-ajuda = Ajuda
phone-totem-nome-sair = Sair rápido

phone-totem-ver-titulo = Ver meu pedido
phone-totem-ver-aviso = Aqui se vê um pedido já feito.
phone-totem-ver-voltar = Voltar
phone-totem-ver-ajuda = Ajuda
phone-totem-ver-sair = Sair rápido

phone-totem-ajuda-titulo = Vamos com calma.
phone-totem-ajuda-calma = Ninguém tem pressa aqui.
phone-totem-ajuda-chamar = Chamar um atendente
phone-totem-ajuda-voltar = Voltar

phone-totem-chamado-titulo = Já chamamos
phone-totem-chamado-aviso = Alguém vem falar com você.
phone-totem-chamado-voltar = Voltar
