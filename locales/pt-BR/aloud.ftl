# Fones, o que os outros podem ouvir, tela apagada, chamada sem barulho, perigo.

headphones-in = Agora só você me ouve. Toque na tela ou use as teclas. As setas andam de um botão para outro. A tecla do meio escolhe.
headphones-ask = Quer usar fones? Assim só você ouve. Sem fones, toque em “Voz” e eu falo tudo em voz alta.
headphones-ask-matter = Quer usar fones? Assim só você ouve.
action-aloud-yes = Falar tudo em voz alta
    .hint = Quem está perto também ouve.
action-aloud-no = Não falar tudo em voz alta
kept-who = Seu nome está na tela.
kept-document = O número do seu { $document } está na tela.
kept-reply = O seu contato está na tela.
kept-code = O código está na tela.
urgent-quiet = Isto é urgente.
kept-calls = Os números para ligar estão na tela.

action-screen-off = Apagar a tela e só ouvir
action-screen-on = Acender a tela

action-call-quietly = Chamar sem barulho
called-quietly = Já avisei. Ninguém mais ouviu.
staff-called = Última chamada: { $time }

action-hear-receipt = Ouvir tudo o que está no papel

filing-safe-to-call = É seguro falar com você?
    .say = Se outra pessoa pode ver ou ouvir, escolha “Não”.
    .help = Se disser “Não”, ninguém liga nem escreve. O seu pedido vale do mesmo jeito.
safe-whatsapp-ask = É seguro mandar mensagem para este número?
safe-phone-ask = É seguro ligar para este número?
safe-sms-ask = É seguro mandar mensagem para este número?
safe-email-ask = É seguro escrever para este e-mail?
safe-letter-ask = É seguro mandar carta para este endereço?
safe-branch-ask = É seguro falar com você?
action-safe-yes = Sim, é seguro
action-safe-only-at = Só em alguns horários
action-safe-no = Não, é perigoso
filing-safe-when = Em que horário é seguro?
    .say = Escreva do seu jeito, como “de manhã”.
field-safe-when = Horário seguro
safe-no-value = Ninguém liga nem escreve.
safe-only-at-value = Só neste horário: { $when }
