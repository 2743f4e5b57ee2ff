# Messages of words, voice and photos. Nothing here is real.

phone-recados-conversas-titulo = Messages
phone-recados-conversas-filha = My daughter
phone-recados-conversas-grupo = Neighbours' group
phone-recados-conversas-novo = New number

phone-recados-filha-titulo = My daughter
phone-recados-filha-oi = Hi mum! I come at seven.
phone-recados-filha-texto = Message
phone-recados-filha-voltar = Back

phone-recados-escrita-titulo = My daughter
phone-recados-escrita-oi = Hi mum! I come at seven.
phone-recados-escrita-texto = Ok
phone-recados-escrita-enviar = Send
phone-recados-escrita-apagar = Erase

phone-recados-enviada-titulo = My daughter
phone-recados-enviada-oi = Hi mum! I come at seven.
phone-recados-enviada-minha = Ok
phone-recados-enviada-voltar = Back

phone-recados-voz-titulo = My daughter
phone-recados-voz-minha = Ok
phone-recados-voz-foto = Photo
phone-recados-voz-microfone = Hold and talk
phone-recados-voz-voltar = Back

phone-recados-fotos-titulo = Which photo?
phone-recados-fotos-gato = The cat at the window
phone-recados-fotos-cartao = My bank card
phone-recados-fotos-bolo = The birthday cake
phone-recados-fotos-voltar = Back

phone-recados-foto-enviada-titulo = My daughter
phone-recados-foto-enviada-foto = The birthday cake
phone-recados-foto-enviada-voltar = Back

phone-recados-errada-titulo = Neighbours' group
phone-recados-errada-oi = Good day to all!
phone-recados-errada-minha = A kiss, my dear girl!
phone-recados-errada-voltar = Back

phone-recados-lista-titulo = A kiss, my dear girl!
phone-recados-lista-copiar = Copy
phone-recados-lista-para-mim = Erase for me only
phone-recados-lista-para-todos = Erase for all
phone-recados-lista-fechar = Close

phone-recados-grupo-titulo = Neighbours' group
phone-recados-grupo-oi = Good day to all!
phone-recados-grupo-voltar = Back

phone-recados-rosa-titulo = New number
phone-recados-rosa-oi = Hi! It is Rosa from the market.
phone-recados-rosa-guardar = Keep the name
phone-recados-rosa-bloquear = Block
phone-recados-rosa-voltar = Back

phone-recados-guardada-titulo = Rosa
phone-recados-guardada-aviso = The name is kept.
phone-recados-guardada-voltar = Back
