# Início, emergência, opinião e despedida.

welcome = O que você precisa hoje?
    .say = Toque no que você quer. Eu leio tudo em voz alta.
    .help = Para pedir ou reclamar, toque no primeiro botão. Para saber de um pedido, toque em “Ver meu pedido”.
welcome-quiet = Toque no que você quer.
welcome-no-paper = Agora estou sem papel. Mostro o número na tela. Você pode copiar ou tirar uma foto.
welcome-no-voice = Estou sem voz agora. Leia na tela ou chame um atendente.
action-request = Pedir, reclamar ou denunciar
    .hint = Luz, buraco, lixo, benefício, barulho…
action-follow-up = Ver meu pedido
action-booking = Marcar horário
action-ticket = Pegar senha para falar com alguém
action-lessons = Usar o celular e evitar golpes
action-opinion = Dar minha opinião
action-emergency = É uma emergência

emergency = Quem você precisa chamar?
    .say = Ligue já, do telefone que tiver. Se quiser, um atendente ajuda.
emergency-contact = { $name }: { $phone }.

booking = Por enquanto, horário se marca no balcão.
    .say = Este quiosque ainda não faz isso. Um atendente marca para você.
ticket = Por enquanto, a senha é no balcão.
    .say = Este quiosque ainda não dá senha. Um atendente dá a senha no balcão.
lessons = As aulas ainda não chegaram aqui.
    .say = Pergunte ao atendente quando tem aula nesta unidade.

opinion-face = Como foi o atendimento?
    .say = Ninguém vai saber que foi você. Ela não muda o seu pedido.
action-face-1 = Muito ruim
action-face-2 = Ruim
action-face-3 = Mais ou menos
action-face-4 = Bom
action-face-5 = Muito bom
opinion-reason = Quer dizer por quê?
    .say = Toque em um motivo ou pule.
action-reason-easy = Foi fácil
action-reason-kind = Me trataram bem
action-reason-fast = Foi rápido
action-reason-difficult = Foi difícil
action-reason-slow = Demorou muito
action-reason-letters = Não consegui ler
action-reason-voice = Não consegui ouvir
action-reason-other = Outro motivo

farewell = Agradeço a sua visita!
    .say = Agora apago da tela o que você escreveu. Leve o papel com você, se ele saiu. Até a próxima.
farewell-filed = Seu pedido continua guardado.
