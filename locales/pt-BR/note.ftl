# A fala gravada, para quem prefere falar.

action-record = Gravar minha fala
action-record-kept = Minha fala gravada
action-stop-recording = Parar
action-hear-recording = Ouvir minha fala
action-record-again = Gravar de novo
action-throw-away = Apagar minha fala
action-none-of-these-spoken = Não sei qual. Quem ouvir escolhe.

filing-recording = Pode falar.
    .say = Toque em “Parar” quando terminar.
    .help = Conte com calma o que aconteceu e onde foi. Depois você ouve e decide se guarda.
filing-recorded = Sua fala está gravada.
    .say = Alguém da Prefeitura vai ouvir e escrever o que você disse. Ninguém está ouvindo agora. Se for perigo, toque em “É uma emergência”.
    .help = Toque em “Ouvir minha fala” para conferir. Para mudar, grave de novo. Para seguir, toque em “Continuar”.
filing-not-recorded = Não consegui gravar.
    .say = Tente de novo. Ou volte e escreva. Se quiser, chame um atendente.
    .help = Tente de novo. Ou peça a um atendente que escreva para você.
note-no-microphone = Estou sem microfone agora.
note-busy = O microfone está ocupado agora.
note-silence = Não ouvi nada.
note-lost = A gravação parou antes do fim.
note-cut = O microfone parou no meio. O que você já falou está guardado.
note-seconds =
    { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }
note-unit =
    { $seconds ->
        [one] segundo
       *[other] segundos
    }
note-length =
    { $seconds ->
        [one] Ela tem { $seconds } segundo.
       *[other] Ela tem { $seconds } segundos.
    }
note-value =
    { $seconds ->
        [one] Sua fala, { $seconds } segundo
       *[other] Sua fala, { $seconds } segundos
    }
receipt-spoken =
    { $seconds ->
        [one] Pedido falado, { $seconds } segundo
       *[other] Pedido falado, { $seconds } segundos
    }
follow-spoken = Você pediu falando. Alguém da Prefeitura ainda vai ouvir e escrever.
follow-written-down = Alguém ouviu a sua fala e escreveu: { $text }
