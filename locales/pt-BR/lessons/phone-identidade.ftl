# A identidade digital. Nada aqui é de verdade.

phone-identidade-inicio-titulo = Identidade digital
phone-identidade-inicio-criar = Fazer minha conta
phone-identidade-inicio-tenho = Já tenho conta

phone-identidade-buletin-titulo = Documento
phone-identidade-buletin-cartao = Um documento de treino
phone-identidade-buletin-foto = Tirar uma foto
phone-identidade-buletin-enviar = Mandar a foto a alguém
phone-identidade-buletin-voltar = Voltar

phone-identidade-dados-titulo = Está certo?
phone-identidade-dados-nome = Nome: Lourdes
phone-identidade-dados-sim = Sim
phone-identidade-dados-outra = Outra foto

phone-identidade-codigo-titulo = Chegou uma mensagem
phone-identidade-codigo-recado = Código: 5 0 9 3. Não passe a ninguém.
phone-identidade-codigo-codigo = Código
phone-identidade-codigo-seguir = Seguir
phone-identidade-codigo-voltar = Voltar

phone-identidade-pedido-titulo = Número que não conheço
phone-identidade-pedido-recado = Sou do governo. Mande o código que chegou.
phone-identidade-pedido-escrito = Ainda não foi: 5 0 9 3
phone-identidade-pedido-enviar = Enviar
phone-identidade-pedido-apagar = Apagar

phone-identidade-apagado-titulo = Apagado!
phone-identidade-apagado-aviso = Nada foi mandado.
phone-identidade-apagado-voltar = Voltar

phone-identidade-senha-titulo = Sua senha
phone-identidade-senha-senha = Senha
phone-identidade-senha-seguir = Seguir
phone-identidade-senha-voltar = Voltar

phone-identidade-pronta-titulo = A conta está pronta!
phone-identidade-pronta-entrar = Entrar
phone-identidade-pronta-voltar = Voltar

phone-identidade-entrar-titulo = Entrar na conta
phone-identidade-entrar-nome = Nome: Lourdes
phone-identidade-entrar-senha = ••••••
    .spoken = Senha: seis bolinhas
phone-identidade-entrar-entrar = Entrar
phone-identidade-entrar-voltar = Voltar

phone-identidade-servicos-titulo = Meus serviços
phone-identidade-servicos-saude = Minha saúde
phone-identidade-servicos-taxas = Minhas taxas
phone-identidade-servicos-papeis = Meus papéis
phone-identidade-servicos-sair = Sair da conta

phone-identidade-taxas-titulo = Minhas taxas
phone-identidade-taxas-casa = Taxa da casa: paga
phone-identidade-taxas-voltar = Voltar
