# A fila: por que um número foi chamado e quanto se espera. Todos na sala podem ouvir.

why-came-first = Este número chegou antes dos outros.
why-law = Pela lei, algumas pessoas são chamadas antes.
why-usage = Aqui, algumas pessoas são chamadas antes.
why-booked = Esta pessoa marcou hora.
why-booked-at = Esta pessoa marcou hora: { $time }.
why-turn = Chamamos { $first } com prioridade e depois { $other } sem.
why-waited = Este número era o que esperava há mais tempo.
why-waited-ahead = Com a prioridade, este número já esperava mais que os outros.
why-chosen = Alguém do balcão chamou este número.

queue-ahead =
    { $count ->
        [0] Não tem ninguém antes de você.
        [one] Tem { $count } pessoa antes de você.
       *[other] Tem { $count } pessoas antes de você.
    }
queue-wait-short = Você deve esperar no máximo { $to } minutos.
queue-wait = Você deve esperar entre { $from } e { $to } minutos.
queue-wait-long = Você deve esperar mais de { $hours } horas.
queue-unsure = Pode não dar tempo hoje.
queue-probably-not = Hoje é quase certo que não dá tempo. Você pode esperar assim mesmo ou voltar outro dia.

# O que se diz a quem tem uma senha, conforme ela está.

queue-nobody-knows = Agora ninguém sabe dizer quanto tempo leva.
queue-called = É a sua vez. Vá ao guichê { $desk }.
queue-serving = Você está no guichê { $desk }.
queue-parked = O guichê { $desk } espera você voltar.
queue-out = Você saiu. Quando voltar, avise.
queue-missed = Chamamos o seu número e você não veio. Avise no balcão que está aqui.
queue-served = O seu atendimento terminou.
queue-void = Este número não vale mais. Se ainda precisa, pegue outro.
queue-closed = O dia acabou, e este número não vale mais. Volte outro dia e pegue outro.
queue-from = Hoje damos senha a partir das { $time }.

# Por que algo não foi feito com uma senha. Quem lê é do balcão, ou a própria pessoa.

queue-no-no-queue-here = Aqui ninguém é chamado por senha. Fale com alguém do balcão.
queue-no-no-such-desk = Este guichê não existe. Confira o número.
queue-no-no-such-class = Esta escolha não existe mais. Escolha de novo.
queue-no-not-served-at-branch = Este assunto não é atendido aqui. Pergunte no balcão onde é.
queue-no-queue-too-early = Ainda é cedo. Hoje ainda não damos senha.
queue-no-queue-closed = Por hoje fechamos. Volte outro dia, por favor.
queue-no-called-elsewhere = Outro guichê já chamou este número.
queue-no-called-already = Este guichê já chamou este número.
queue-no-in-service = Esta pessoa já está em um guichê.
queue-no-not-called = Ninguém chamou este número ainda.
queue-no-not-started = A pessoa ainda não chegou ao guichê.
queue-no-away = A pessoa não está aqui agora. Quando voltar, avise.
queue-no-not-away = Este número já está na fila.
queue-no-ticket-over = Este número não vale mais. Pegue outro.
queue-no-called-enough = Este número já foi chamado vezes demais. Diga que ninguém veio.
queue-no-missed-too-soon = Espere um pouco mais. A pessoa pode estar a caminho.
queue-no-returned-enough = Este número já foi perdido vezes demais. Pegue outro.
queue-no-desk-busy = Este guichê ainda tem alguém. Termine primeiro.
queue-no-not-served-here = Este guichê não atende isso. Outro atende.
queue-no-no-such-ticket = Não achei este número hoje. Confira, por favor.
