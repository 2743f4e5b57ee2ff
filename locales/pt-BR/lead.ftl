# Para quem conduz um grupo: a página do computador, a da parede e os papéis.

lead-start = Abrir um encontro de grupo
lead-seats = Quantos lugares?
lead-language = Língua
lead-choose = O que vamos aprender?
lead-nothing-chosen = Marque pelo menos uma lição.
lead-minutes = { $minutes } min
lead-open = Abrir o encontro
lead-title = Encontro de grupo
lead-code = Número do grupo:
lead-taken = Lugares ocupados: { $taken } de { $seats }
lead-to-wall = Página para a parede
lead-silent = Esta página está sem resposta. O programa ainda está aberto?
lead-pause = Todo mundo espera
lead-go-on = Todo mundo continua
lead-say = Ler o passo em voz alta
lead-faces = Perguntar como foi
lead-end = Encerrar o encontro
lead-ended = O encontro acabou. Os lugares estão livres de novo.
lead-reopen = Continuar mesmo assim
lead-another = Abrir outro encontro
lead-seats-head = Lugares
lead-at-step = passo { $step }
lead-helped = Já ajudei
lead-free = Liberar o lugar
lead-present = Presente
lead-own-phone = No próprio celular
lead-steps-head = Lição
lead-no-lesson = Comece uma lição do plano.
lead-here = { $count } aqui
lead-everyone = Todo mundo neste passo
lead-plan-head = Plano
lead-begin = Começar
lead-again = Começar de novo
lead-how = Como vamos aprender?
lead-how-from = Vale para a próxima lição que você começar.
lead-error-free = Sem erros de propósito
lead-pairs = Duas pessoas em cada lugar
lead-papers = Papéis do encontro
lead-report = Relatório
lead-table = Tabela
lead-certificate-present = Certificado: esteve conosco
lead-certificate-alone = Certificado: fez sem ajuda

lamp-hand = mão levantada
lamp-stuck = parou
lamp-away = não responde
lamp-working = fazendo
lamp-done = terminou
lamp-free = livre

wall-title = Encontro de grupo: a parede
wall-welcome = Que bom ver vocês!
wall-touch = Toque em “{ $label }”
wall-write = Escreva este número:
wall-seats = Lugares já ocupados: { $taken }
wall-code = Número do grupo:
wall-paused = Olhe para a frente, por favor.
wall-faces = Como foi hoje? Toque em uma carinha na sua tela.
wall-over = Que bom que vocês vieram! Até a próxima.

meeting-report = Relatório do encontro
meeting-day = Dia
meeting-people = Lugares com alguém
meeting-own-phone = No próprio celular
meeting-present =
    { $present ->
        [one] { $present } presente, { $ended } até o fim
       *[other] { $present } presentes, { $ended } até o fim
    }
meeting-few-faces = Menos de cinco pessoas tocaram em uma carinha. Não mostramos quais, para proteger quem tocou.
certificate-present = Certificado: esteve conosco
certificate-name = Nome
certificate-was-there = esteve no nosso grupo. Aprendemos juntos:
certificate-alone = Certificado: fez sem ajuda
certificate-did-alone = fez sem ajuda o que está marcado aqui:
certificate-leader = Quem conduziu o grupo
