# O telefone de treino. Nada aqui é de verdade.

phone-treino-botoes-titulo = Dois botões
phone-treino-botoes-verde = Botão verde
phone-treino-botoes-azul = Botão azul

phone-treino-aberto-titulo = Abriu!
phone-treino-aberto-casa = Uma casa
phone-treino-aberto-voltar = Voltar

phone-treino-menu-titulo = Uma lista apareceu
phone-treino-menu-copiar = Copiar
phone-treino-menu-mover = Mudar de lugar
phone-treino-menu-fechar = Fechar

phone-treino-nome-titulo = Seu nome
phone-treino-nome-nome = Nome
phone-treino-nome-enviar = Enviar

phone-treino-nome-errado-titulo = Seu nome
phone-treino-nome-errado-nome = Lourdws
    .spoken = L, O, U, R, D, W, S
phone-treino-nome-errado-apagar = Apagar
phone-treino-nome-errado-enviar = Enviar

phone-mensagens-conversas-titulo = Mensagens
phone-mensagens-conversas-filha = Minha filha
phone-mensagens-conversas-novo = Número que não conheço
phone-mensagens-conversas-posto = Posto de saúde

phone-mensagens-novo-numero-titulo = Número que não conheço
phone-mensagens-novo-numero-oi = Oi, mãe!
phone-mensagens-novo-numero-numero = Troquei de número. Apaga o velho.
phone-mensagens-novo-numero-pix = Me faz um Pix hoje?
phone-mensagens-novo-numero-pressa = Corre, depois eu explico!
phone-mensagens-novo-numero-voltar = Voltar

phone-mensagens-respondido-titulo = Número que não conheço
phone-mensagens-respondido-pedido = Me faz um Pix hoje?
phone-mensagens-respondido-resposta = Oi, filha. Quanto é?
phone-mensagens-respondido-enviar = Mandar o Pix
phone-mensagens-respondido-bloquear = Bloquear

phone-mensagens-filha-titulo = Minha filha
phone-mensagens-filha-recado = Chego às sete. Levo o pão. Beijo!
phone-mensagens-filha-voltar = Voltar

phone-mensagens-posto-titulo = Posto de saúde
phone-mensagens-posto-recado = Sua consulta é dia 12, às 9 horas. Traga o cartão.
phone-mensagens-posto-voltar = Voltar

phone-mensagens-premio-titulo = Número que não conheço
phone-mensagens-premio-recado = Você ganhou uma TV! Só vale hoje.
phone-mensagens-premio-link = Toque aqui
phone-mensagens-premio-voltar = Voltar

phone-mensagens-neto-titulo = Número que não conheço
phone-mensagens-neto-recado = Vó, bati o carro. Não conta para ninguém. Manda dinheiro?
phone-mensagens-neto-voltar = Voltar

phone-treino-caixa-titulo = Bola e caixa
phone-treino-caixa-bola = Uma bola
phone-treino-caixa-caixa = Uma caixa

phone-treino-caixa-cheia-titulo = Bola e caixa
phone-treino-caixa-cheia-caixa = A bola na caixa

phone-treino-lista-titulo = Lista
phone-treino-lista-pao = Pão
phone-treino-lista-leite = Leite
phone-treino-lista-cafe = Café
phone-treino-lista-fruta = Fruta

phone-treino-lista-sumiu-titulo = Lista
phone-treino-lista-sumiu-nada = Não há nada aqui.
phone-treino-lista-sumiu-subir = Subir

phone-treino-foto-titulo = Foto
phone-treino-foto-placa = Placa de rua, bem pequena
phone-treino-foto-mais = Maior

phone-treino-foto-grande-titulo = Foto
phone-treino-foto-grande-placa = Rua das Flores
phone-treino-foto-grande-menos = Menor

phone-pedidos-inicio-titulo = Cidade
phone-pedidos-inicio-novo = Fazer um pedido
phone-pedidos-inicio-ver = Ver um pedido

phone-pedidos-novo-titulo = Fazer um pedido
phone-pedidos-novo-aviso = Aqui se faz outro pedido.
phone-pedidos-novo-voltar = Voltar

phone-pedidos-numero-titulo = Ver um pedido
phone-pedidos-numero-numero = Número
phone-pedidos-numero-procurar = Procurar
phone-pedidos-numero-voltar = Voltar

phone-pedidos-errado-titulo = Ver um pedido
phone-pedidos-errado-aviso = Esse número não existe. Falta um dígito?
phone-pedidos-errado-apagar = Apagar
phone-pedidos-errado-desistir = Desistir

phone-pedidos-andamento-titulo = Seu pedido
phone-pedidos-andamento-luz = Luz da rua: já vão arrumar
phone-pedidos-andamento-data = Até o dia 23
phone-pedidos-andamento-voltar = Voltar
