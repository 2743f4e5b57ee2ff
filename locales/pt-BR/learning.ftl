# As lições no quiosque.

learn-passport = Que bom ver você de novo!
    .say = Escolha o que vamos fazer hoje. Se o papel é seu, ele tem estas figuras:
    .help = Em cima está o que é bom repetir. Embaixo, o que vem depois.
learn-repeat = Repetir: { $title }
learn-unread = Não consegui ler esse papel.
    .say = Não faz mal. Escolha a lição na tela.
learn-track = O que você quer aprender?
    .say = Toque em um caminho. Aqui nada quebra e ninguém olha.
    .help = Cada caminho tem lições curtas. Você pode parar quando quiser. Se trouxe o papel das lições, mostre o quadrado ao leitor.
learn-lesson = Qual lição?
    .say = Cada uma leva poucos minutos.
    .help = Toque em uma lição. Se é a sua primeira vez, comece pela primeira.
learn-help = Quanta ajuda você quer?
    .say = Você pode mudar depois.
    .help = Se não sabe, toque em “Com a mãozinha”. Ela mostra onde tocar.
learn-watch = Só quero olhar
learn-guided = Com a mãozinha
learn-hinted = Com dicas
learn-alone = Sem ajuda
learn-step = Vamos treinar.
    .help = É um telefone de treino. Nada aqui é de verdade. Se não sabe o que fazer, peça uma dica.
learn-write = Escreva.
    .say = É só treino. Depois toque em “Continuar”.
    .help = Use as teclas da tela. É só treino. Não escreva nada que seja seu.
learn-end = Muito bem! A lição acabou.
    .say = Volte quando quiser. Repetir também ensina.
learn-give-way = Dar a vez a quem espera?
    .say = Que gentil! A sua lição espera por você 15 minutos. Quando voltar, toque em “Usar o celular e evitar golpes”. Depois toque em “Continuar a lição que parou”.
    .help = A lição volta no mesmo passo. O que você escreveu no treino se apaga.
learn-other = Outra lição
learn-all = Ver todas as lições
learn-again = De novo: { $help }

learn-phone = Treino: { $title }
learn-look = Mostrar
learn-not-now = Agora não
learn-real-request = Fazer um pedido de verdade
learn-real-follow-up = Ver um pedido de verdade
learn-real-booking = Marcar um horário de verdade

learn-shown = A mãozinha fez. Veja como ficou.
learn-wrong = Ainda não. Tente outra vez, sem pressa.
learn-not-here = Agora toque só no lugar que a mãozinha mostra.
learn-real-data = Isso parece ser seu de verdade. Já apaguei. Use o que a lição diz.
learn-scam-told = Isso! É golpe.
learn-scam-missed = Esse era golpe. Engana muita gente.
learn-genuine-told = Isso! É de verdade.
learn-genuine-feared = Esse era de verdade. Ter cuidado não faz mal.

verdict-scam = É golpe
verdict-genuine = É de verdade
verdict-ask = Eu perguntaria a alguém

action-give-way = Dar a vez a quem espera
action-go-on-learning = Continuar a lição que parou
action-hint = Quero uma dica
action-show-me = Mostre para mim
# Botões para quem não pode fazer o gesto.
learn-hold = Fazer por mim: ficar com o dedo em “{ $part }”
learn-drag = Fazer por mim: levar “{ $part }”
learn-scroll = Fazer por mim: empurrar até “{ $part }”
learn-enlarge = Fazer por mim: deixar “{ $part }” maior

learn-paper-coming = O papel vai sair aqui embaixo.
learn-paper-failed = O papel não saiu. Não faz mal: a lição fica aqui, é só voltar.

# No papel que se leva para casa.
slip-lesson-first = Repita em
slip-lesson-second = E outra vez em
slip-lesson-how = Quem repete não esquece. No quiosque, toque em “Usar o celular e evitar golpes”.
slip-lesson-fades = Este papel apaga com o tempo. Guarde longe do sol.
slip-passport = Traga este papel quando voltar. Mostre o quadrado ao leitor. O quiosque lembra o que você já aprendeu. Aqui não tem o seu nome.

# As figuras do papel, por onde a pessoa o reconhece.
passport-picture-apple = maçã
passport-picture-bell = sino
passport-picture-bird = passarinho
passport-picture-bus = ônibus
passport-picture-cat = gato
passport-picture-fish = peixe
passport-picture-flower = flor
passport-picture-house = casa
passport-picture-key = chave
passport-picture-star = estrela
passport-picture-sun = sol
passport-picture-umbrella = guarda-chuva
