# The practice phone. Nothing here is real.

phone-treino-botoes-titulo = Two buttons
phone-treino-botoes-verde = Green button
phone-treino-botoes-azul = Blue button

phone-treino-aberto-titulo = It opened!
phone-treino-aberto-casa = A house
phone-treino-aberto-voltar = Back

phone-treino-menu-titulo = A list came up
phone-treino-menu-copiar = Copy
phone-treino-menu-mover = Move
phone-treino-menu-fechar = Close

phone-treino-nome-titulo = Your name
phone-treino-nome-nome = Name
phone-treino-nome-enviar = Send

phone-treino-nome-errado-titulo = Your name
phone-treino-nome-errado-nome = Lourdws
    .spoken = L, O, U, R, D, W, S
phone-treino-nome-errado-apagar = Erase
phone-treino-nome-errado-enviar = Send

phone-mensagens-conversas-titulo = Messages
phone-mensagens-conversas-filha = My daughter
phone-mensagens-conversas-novo = Unknown number
phone-mensagens-conversas-posto = Health centre

phone-mensagens-novo-numero-titulo = Unknown number
phone-mensagens-novo-numero-oi = Hi mum!
phone-mensagens-novo-numero-numero = I have a new number. Erase the old one.
phone-mensagens-novo-numero-pix = Can you send me money today?
phone-mensagens-novo-numero-pressa = Quick, I will explain later!
phone-mensagens-novo-numero-voltar = Back

phone-mensagens-respondido-titulo = Unknown number
phone-mensagens-respondido-pedido = Can you send me money today?
phone-mensagens-respondido-resposta = Hi dear. How much?
phone-mensagens-respondido-enviar = Send the money
phone-mensagens-respondido-bloquear = Block

phone-mensagens-filha-titulo = My daughter
phone-mensagens-filha-recado = I come at seven. I bring bread. Kiss!
phone-mensagens-filha-voltar = Back

phone-mensagens-posto-titulo = Health centre
phone-mensagens-posto-recado = Your visit is on the 12th, at 9. Bring your card.
phone-mensagens-posto-voltar = Back

phone-mensagens-premio-titulo = Unknown number
phone-mensagens-premio-recado = You won a TV! Only today.
phone-mensagens-premio-link = Touch here
phone-mensagens-premio-voltar = Back

phone-mensagens-neto-titulo = Unknown number
phone-mensagens-neto-recado = Gran, I crashed the car. Tell nobody. Send money?
phone-mensagens-neto-voltar = Back

phone-treino-caixa-titulo = Ball and box
phone-treino-caixa-bola = A ball
phone-treino-caixa-caixa = A box

phone-treino-caixa-cheia-titulo = Ball and box
phone-treino-caixa-cheia-caixa = The ball in the box

phone-treino-lista-titulo = List
phone-treino-lista-pao = Bread
phone-treino-lista-leite = Milk
phone-treino-lista-cafe = Coffee
phone-treino-lista-fruta = Fruit

phone-treino-lista-sumiu-titulo = List
phone-treino-lista-sumiu-nada = There is nothing here.
phone-treino-lista-sumiu-subir = Up

phone-treino-foto-titulo = Photo
phone-treino-foto-placa = A street sign, very small
phone-treino-foto-mais = Larger

phone-treino-foto-grande-titulo = Photo
phone-treino-foto-grande-placa = Flower Street
phone-treino-foto-grande-menos = Smaller

phone-pedidos-inicio-titulo = City
phone-pedidos-inicio-novo = Make a request
phone-pedidos-inicio-ver = See a request

phone-pedidos-novo-titulo = Make a request
phone-pedidos-novo-aviso = This is for another request.
phone-pedidos-novo-voltar = Back

phone-pedidos-numero-titulo = See a request
phone-pedidos-numero-numero = Number
phone-pedidos-numero-procurar = Look for it
phone-pedidos-numero-voltar = Back

phone-pedidos-errado-titulo = See a request
phone-pedidos-errado-aviso = There is no such number. Is a digit missing?
phone-pedidos-errado-apagar = Erase
phone-pedidos-errado-desistir = Give up

phone-pedidos-andamento-titulo = Your request
phone-pedidos-andamento-luz = Street light: they will mend it
phone-pedidos-andamento-data = By the 23rd
phone-pedidos-andamento-voltar = Back
