# Marcar um horário no quiosque.

stage-when = Quando

booking-service = Para que você quer um horário?
    .say = Toque no assunto.
    .help = Se você já marcou, toque em “Já tenho horário marcado”.
action-have-booking = Já tenho horário marcado
booking-branch = Onde você quer ir?
    .say = O lugar mais perto vem primeiro.
    .help = Cada lugar diz o que tem perto e onde o ônibus para.
booking-map = Mapa com números. A casa é onde você está.
booking-place-here = É aqui mesmo.
booking-place-metres = A uns { $count } metros daqui.
booking-place-kilometres = { $count ->
        [one] A mais ou menos 1 quilômetro daqui.
       *[other] A mais ou menos { $count } quilômetros daqui.
    }
action-soonest = O mais cedo possível: { $when }
action-soonest-at = O mais cedo possível: { $when }, { $branch }

booking-day = Que dia é bom para você?
    .say = Mostro os dias com horário livre.
    .help = O primeiro botão é o horário mais cedo de todos.
booking-looking = Estou vendo o que está livre.
    .say = Um momento, por favor.
booking-no-day = Não achei nenhum dia livre aí.
    .say = Outro lugar pode ter horário. Um atendente também ajuda.
booking-day-label = { $weekday }, { $day } de { $month }
booking-day-full = Sem horário livre.
booking-day-closed = Fechado.
booking-day-free = { $count ->
        [one] 1 horário livre.
       *[other] { $count } horários livres.
    }
booking-half = De manhã ou de tarde?
    .say = Depois você escolhe a hora.
half-morning = De manhã
half-afternoon = De tarde
booking-time = A que horas?
    .say = Estes horários estão livres.
booking-no-time = Nesse dia não tem horário livre.
    .say = Escolha outro dia, por favor.
booking-no-time-closed = Nesse dia o lugar fica fechado.
    .say = Escolha outro dia, por favor.
action-other-day = Ver outro dia
action-other-time = Ver outro horário
action-other-branch = Ver outro lugar

booking-wait = Um momento, por favor.
booking-wait-hold = Estou guardando esse horário para você.
booking-wait-book = Estou marcando o seu horário.
booking-wait-cancel = Estou desmarcando.
booking-wait-show = Estou procurando o seu horário.
booking-name = Qual é o seu nome?
    .say = O horário está guardado por alguns minutos. Pode ser só o primeiro nome.
booking-name-call = Qual é o seu nome?
    .say = Assim sabemos com quem falar.
booking-phone = Qual é o seu telefone?
    .say = Só ligamos se algo mudar. Se não quiser dizer, toque em “Pular”.
booking-phone-call = Para qual telefone ligamos?
    .say = Escreva o número com o DDD.
field-phone = Telefone
booking-review = Está tudo certo?
    .say = Toque em uma linha para mudar. Se está certo, toque em “Marcar”.
booking-review-move = Posso trocar o seu horário?
    .say = O horário de antes só sai depois. Se está certo, toque em “Marcar”.
booking-line-booking-what = O quê
booking-line-booking-branch = Onde
booking-line-booking-time = Quando
booking-line-booking-name = Quem
booking-line-booking-phone = Telefone
booking-no-phone = Sem telefone
booking-kept-phone = O seu telefone está na tela.
action-book = Marcar

booking-done = Pronto! Seu horário está marcado.
booking-is-when = É { $when }.
booking-is-where = É em { $branch }: { $address }.
booking-is-about = O assunto é: { $service }.
booking-bring = Leve: { $things }.
booking-how-to-change = Não pode vir? Mude aqui no quiosque ou ligue para { $phone }.
booking-number-said = O número do seu horário é: { $digits }.
booking-number-and-code = O número do seu horário é: { $digits }. O código de acesso é: { $code }.
booking-paper-none = O papel não sai agora. Copie o número ou tire uma foto. O horário vale do mesmo jeito.
plate-booking = Número do seu horário
plate-booking-code = Código de acesso
plate-booking-qr = Mostre este código no leitor

booking-number = Qual é o número do seu horário?
    .say = Ele está no papel, com 9 algarismos. Ou aponte o papel para o leitor.
    .help = Sem o papel, um atendente pode procurar com você.
field-booking-number = Número do horário
complaint-booking-length = O número do horário tem 9 algarismos. Olhe no papel, com calma.
booking-code = Qual é o código de acesso?
    .say = São os 6 algarismos do papel.
booking-mine = Este é o seu horário.
action-change-time = Trocar o horário
action-cancel-booking = Desmarcar
booking-cancel = Quer mesmo desmarcar?
    .say = Depois disso, outra pessoa pode ficar com ele.
booking-cancelled = Seu horário foi desmarcado.
    .say = Que bom que avisou. Pode marcar outro dia.

booking-trouble = Não deu certo.
booking-no-line = Estamos sem internet agora.
    .say = Não posso dar um horário. Deixe seu telefone. Alguém liga e marca.
booking-no-line-counter = Estamos sem internet agora.
    .say = Não posso prometer um horário. Um atendente ajuda você.
booking-unsure = Não sei se deu certo.
    .say = A internet caiu no meio. Toque em “Tentar de novo”. Nada fica marcado duas vezes.
booking-later = Agora não consigo.
    .say = Tente de novo daqui a pouco.
action-call-back = Pedir que me liguem

slip-booking-title = Seu horário
slip-booking-code = Código de acesso
slip-booking-when = Quando
slip-booking-where = Onde
slip-booking-about = Assunto
slip-booking-bring = Leve
slip-booking-change = Não pode vir? Ligue { $phone } ou volte ao quiosque com este papel.
slip-booking-early = Chegue uns minutos antes. Traga este papel.
