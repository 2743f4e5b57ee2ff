# O papel.

receipt-title = Pedido registrado
receipt-copy = { $copy }ª via
receipt-access-code = Código de acesso
receipt-filed = Data
receipt-service = Assunto
receipt-place = Onde
receipt-answer-by = Prazo da resposta
receipt-done-by = Prazo do serviço
receipt-no-answer = Sem o nome, a lei manda guardar o pedido sem resposta.
receipt-terms-from-arrival = Os prazos contam da chegada à Prefeitura.
receipt-registration = Nº de registro:
receipt-follow-up = Para acompanhar, ligue { $phone } ou volte ao quiosque. Ou aponte a câmera do celular aqui.
receipt-fades = Este papel apaga. Copie o número ou tire uma foto.
