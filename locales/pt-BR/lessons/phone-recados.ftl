# Mensagens de texto, voz e foto. Nada aqui é de verdade.

phone-recados-conversas-titulo = Mensagens
phone-recados-conversas-filha = Minha filha
phone-recados-conversas-grupo = Grupo do bairro
phone-recados-conversas-novo = Número novo

phone-recados-filha-titulo = Minha filha
phone-recados-filha-oi = Oi, mãe! Chego às sete.
phone-recados-filha-texto = Mensagem
phone-recados-filha-voltar = Voltar

phone-recados-escrita-titulo = Minha filha
phone-recados-escrita-oi = Oi, mãe! Chego às sete.
phone-recados-escrita-texto = Ok
phone-recados-escrita-enviar = Enviar
phone-recados-escrita-apagar = Apagar

phone-recados-enviada-titulo = Minha filha
phone-recados-enviada-oi = Oi, mãe! Chego às sete.
phone-recados-enviada-minha = Ok
phone-recados-enviada-voltar = Voltar

phone-recados-voz-titulo = Minha filha
phone-recados-voz-minha = Ok
phone-recados-voz-foto = Foto
phone-recados-voz-microfone = Segure e fale
phone-recados-voz-voltar = Voltar

phone-recados-fotos-titulo = Qual foto?
phone-recados-fotos-gato = O gato na janela
phone-recados-fotos-cartao = O meu cartão do banco
phone-recados-fotos-bolo = O bolo da festa
phone-recados-fotos-voltar = Voltar

phone-recados-foto-enviada-titulo = Minha filha
phone-recados-foto-enviada-foto = O bolo da festa
phone-recados-foto-enviada-voltar = Voltar

phone-recados-errada-titulo = Grupo do bairro
phone-recados-errada-oi = Bom dia a todos!
phone-recados-errada-minha = Um beijo, minha filha!
phone-recados-errada-voltar = Voltar

phone-recados-lista-titulo = Um beijo, minha filha!
phone-recados-lista-copiar = Copiar
phone-recados-lista-para-mim = Apagar só para mim
phone-recados-lista-para-todos = Apagar para todos
phone-recados-lista-fechar = Fechar

phone-recados-grupo-titulo = Grupo do bairro
phone-recados-grupo-oi = Bom dia a todos!
phone-recados-grupo-voltar = Voltar

phone-recados-rosa-titulo = Número novo
phone-recados-rosa-oi = Oi! É a Rosa, da feira.
phone-recados-rosa-guardar = Guardar o nome
phone-recados-rosa-bloquear = Bloquear
phone-recados-rosa-voltar = Voltar

phone-recados-guardada-titulo = Rosa
phone-recados-guardada-aviso = O nome está guardado.
phone-recados-guardada-voltar = Voltar
