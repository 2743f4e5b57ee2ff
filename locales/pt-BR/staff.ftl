# A porta de quem trabalha aqui.

staff-title = Só para a equipe
staff-type = Digite a senha da equipe.
staff-wrong = A senha não confere.
staff-wait = Muitas tentativas. Espere um pouco.
staff-none = Este quiosque não tem senha da equipe. Veja [screen] pin_hash na configuração.
staff-checking = Conferindo…
staff-leave = Sair do quiosque
staff-cancel = Voltar
staff-erase = Apagar
staff-printer = Impressora: { staff-printer-state }
staff-counter-printer = Impressora do balcão: { staff-printer-state }
staff-printer-state = { $state ->
    [ready] pronta
    [near-end] papel no fim
    [no-paper] sem papel
    [cover-open] tampa aberta
    [fault] travada ou com defeito
   *[silent] não responde
 }
staff-hub = Servidor da cidade: { $state ->
    [up] responde
   *[down] não responde
 }
staff-voice = Voz: { $state ->
    [ready] fala
    [broken] deveria falar e não fala
   *[silent] desligada na configuração
 }
staff-outbox = Pedidos à espera: { $waiting }. Para resolver: { $trouble }.
