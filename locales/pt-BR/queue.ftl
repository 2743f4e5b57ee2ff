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
