# Aprender junto: o lugar de cada um no grupo.

action-join-group = Entrar no grupo
learn-join = Que número está na parede?
    .say = São quatro números. Escreva aqui.
    .help = O número está na imagem grande, na parede. Não dá para ver? Pergunte a quem conduz o grupo.
field-group-code = Número do grupo
complaint-group-length = O número do grupo tem 4 números. Olhe de novo na parede.
complaint-no-group = Nenhum grupo tem esse número. Olhe de novo na parede, sem pressa.
complaint-group-full = Todos os lugares estão ocupados. Quem conduz o grupo pode ajudar você.
complaint-no-leader = Não encontrei o grupo. Avise quem conduz.

learn-seat = Você está no grupo!
    .say = Já vamos começar. Olhe para a frente.
    .help = A lição abre aqui sozinha. Se precisar de algo, levante a mão.
learn-seat-number = Este é o lugar { $seat }.
learn-seat-thanks = Que bom que você veio! Volte quando quiser.
learn-seat-watch = Olhe para a frente: vamos ver esta lição juntos, na parede.
learn-seat-alone = Perdi o contato com o grupo. Avise quem conduz.
learn-paused = Olhe para a frente, por favor.
    .say = Já continuamos juntos. Aqui nada se perde.
    .help = Agora todo mundo espera. Se precisar de algo, levante a mão.
learn-faces = Como foi hoje para você?
    .say = Toque em uma carinha. Ninguém vai saber qual é a sua.
    .help = Se gostou, toque em uma carinha que sorri. Se não gostou, isso também nos ajuda.
learn-wait = Enquanto espera, ajude quem está ao lado. Ou olhe para a frente.
learn-left = Agora é a vez de quem está à esquerda.
learn-right = Agora é a vez de quem está à direita.
learn-hand = Levantar a mão
learn-called = Sua mão está levantada!
    .say = Quem conduz o grupo vem até você. Enquanto isso, pode continuar.
