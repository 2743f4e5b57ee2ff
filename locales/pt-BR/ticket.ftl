# A senha da fila.

booking-wait-ticket = Estou pegando a sua senha.
ticket-service = O que você precisa hoje?
    .say = Toque no assunto. Ele não aparece na senha.
    .help = Se você marcou horário, toque em “Já tenho horário marcado”.
ticket-class = Alguma destas vale para você?
    .say = O que você diz vale. Se não for nenhuma, toque na última.
    .help = A lei diz quem vem antes. O que você toca não sai na senha.
action-check-in = Cheguei: pegar minha senha
ticket-done = Pronto! Esta é a sua senha.
    .say = O painel mostra e fala o seu número. Pode esperar sentado.
ticket-number = A sua senha é: { $number }.
ticket-no-line = Agora estamos sem internet.
    .say = Não consigo dar senha. Fale com alguém do balcão, por favor.
ticket-paper-none = O papel não sai agora. Anote o número ou tire uma foto. Ele vale assim mesmo.
plate-ticket = Sua senha
plate-ticket-wait = Espera
plate-ticket-minutes = { $from } a { $to } minutos
plate-ticket-qr = Veja a fila no celular
slip-ticket-title = Sua senha
slip-ticket-listen = O painel mostra e fala este número. Guarde este papel até ser atendido.
slip-ticket-follow = Acompanhe a fila pelo celular:
