# As páginas da cidade, para quem está em casa.

web-skip = Ir direto ao assunto
web-languages = Línguas
web-stages = Onde você está
web-stage-past = Pronto:
web-stage-when = Quando
web-way = Voltar
web-help = Quer ajuda? Ligue para
web-look-again = Olhe de novo:
web-home = O que você precisa hoje?
web-to-book = Marcar um horário
web-to-mine = Meu horário marcado
web-to-mine-hint = Ver, mudar ou devolver
web-to-request = Como está o meu pedido
web-nothing-here = Essa página não existe
    .say = Falta uma letra no que foi escrito? Volte ao início, sem pressa.
web-wrong-way = Aqui só se chega por um botão
    .say = Nada se perdeu. Comece do início, por favor.
web-from-elsewhere = Isso veio de outra página
    .say = Para sua segurança, comece daqui, por favor.
web-refused = Ainda não deu certo

web-book-what = Para que é o horário?
web-book-private = Alguns assuntos são só seus. Para eles, ligue para { $phone } ou vá a um totem da cidade.
web-book-where = Aonde você quer ir?
web-choose-place = Escolher { $branch }
web-soonest = Mais cedo:
web-none-free = Agora não há horário livre. Tente de novo amanhã ou ligue para { $phone }.
web-more = Mais gente, outro assunto ou intérprete
web-more-people = Quantas pessoas vêm?
web-more-people-hint = Conte você também.
web-more-second = Quer tratar de mais alguma coisa?
web-more-nothing = Mais nada
web-more-interpreter = Preciso de intérprete de Libras ou de outra língua
web-day = { $weekday }, { $date }
web-which-day = Que dia é bom para você?
web-earliest = O mais cedo possível
web-other-days = Outros dias
web-later-days = Ver dias mais adiante
web-free-times =
    { $count ->
        [one] 1 horário livre.
       *[other] { $count } horários livres.
    }
web-day-is-full = Esse dia já está cheio. Escolha outro.
web-which-time = A que horas? { $day }
web-morning = De manhã
web-afternoon = Depois do meio-dia
web-other-time = Escolher outra hora
web-other-place = Escolher outro lugar
web-keep-again = Tentar guardar essa hora de novo

web-who = Quem vem?
web-kept-until = Guardo essa hora para você até { $time }. Se passar, é só pedir de novo.
web-name = Seu nome
web-name-missing = Escreva o seu nome.
web-phone = Telefone
web-phone-hint = Com o DDD. Telefone ou e-mail: um dos dois basta.
web-email = E-mail
web-email-hint = Só se quiser, ou se não tem telefone.
web-who-sees = Só quem atende você vê isso.
web-confirm = Marcar essa hora
web-people =
    { $count ->
        [one] 1 pessoa
       *[other] { $count } pessoas
    }
web-interpreter = Você pediu intérprete.

web-booked = Pronto, está marcado
web-changed = Pronto, mudamos a hora
web-given-back = Você devolveu o horário
web-your-time = Seu horário marcado
web-your-number = Seu número
web-write-down = Anote o número e o código. Com eles você muda ou devolve o horário aqui.
web-bring = Traga
web-to-calendar = Pôr na agenda do celular
web-to-change = Mudar o horário
web-to-cancel = Não posso ir
web-print = Imprima esta página ou tire uma foto dela.

web-mine = Qual é o número do seu horário?
web-booking-number = Número do horário
web-booking-number-hint = São 9 números, como 482 091 316.
web-booking-number-wrong = Tem um número errado. São 9, como 482 091 316.
web-booking-code-hint = São os 6 números que vieram junto.
web-change-ask = Quer mesmo mudar?
web-new-time = Vai ficar assim
web-old-time = Hoje está assim
web-change-yes = Sim, mudar
web-change-no = Não, deixar como está
web-cancel-ask = Quer devolver esse horário?
web-cancel-about = Ele fica para outra pessoa. Seu nome e seu contato saem daqui.
web-cancel-yes = Sim, devolver
web-cancel-no = Não, eu vou

web-request = Como está o meu pedido?
web-request-number-hint = Está no papel e tem 15 números, como 2026.0014.00371-13.
web-request-code-hint = São os 6 números do papel. Sem ele, mostro só como está e as datas.
web-look = Ver
web-not-found = Não achei esse número.
    .say = Olhe de novo, com calma. Há pedidos que só abrem com o código.
web-too-many-codes = Já tentaram demais com esse número.
    .say = Espere uma hora e tente de novo.
web-complain = Para reclamar da demora, ligue para

web-ticket = Sua vez na fila
web-ticket-as-of = Foi assim que vi às { $time }. Toque para olhar de novo.
web-ticket-look = Olhar de novo
web-ticket-leave = Vou sair e já volto
web-ticket-return = Já voltei
web-ticket-give-up = Não vou mais esperar
web-ticket-give-up-ask = Quer sair da fila de vez?
web-ticket-give-up-about = Sua senha não vale mais depois. Se mudar de ideia, pegue outra.
web-ticket-give-up-yes = Sim, sair da fila
web-ticket-give-up-no = Não, eu espero
web-ticket-unknown = Não achei essa senha
    .say = Ela vale só um dia. Leia de novo o código do papel, ou pergunte no balcão.
