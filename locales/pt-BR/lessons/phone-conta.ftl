# A conta do governo. Nada aqui é de verdade.

phone-conta-inicio-titulo = Conta do governo
phone-conta-inicio-criar = Fazer minha conta
phone-conta-inicio-tenho = Já tenho conta

phone-conta-cpf-titulo = CPF do treino
phone-conta-cpf-cpf = CPF
phone-conta-cpf-seguir = Seguir
phone-conta-cpf-voltar = Voltar

phone-conta-codigo-titulo = Chegou uma mensagem
phone-conta-codigo-recado = Código: 7 4 1 2. Não passe a ninguém.
phone-conta-codigo-codigo = Código
phone-conta-codigo-seguir = Seguir
phone-conta-codigo-voltar = Voltar

phone-conta-pedido-titulo = Número que não conheço
phone-conta-pedido-recado = Sou do governo. Mande o código que chegou.
phone-conta-pedido-escrito = Ainda não foi: 7 4 1 2
phone-conta-pedido-enviar = Enviar
phone-conta-pedido-apagar = Apagar

phone-conta-apagado-titulo = Apagado!
phone-conta-apagado-aviso = Nada foi mandado.
phone-conta-apagado-voltar = Voltar

phone-conta-senha-titulo = Sua senha
phone-conta-senha-senha = Senha
phone-conta-senha-seguir = Seguir
phone-conta-senha-voltar = Voltar

phone-conta-pronta-titulo = A conta está pronta!
phone-conta-pronta-entrar = Entrar
phone-conta-pronta-voltar = Voltar

phone-conta-entrar-titulo = Entrar na conta
phone-conta-entrar-cpf = Lourdes, CPF 111.222.333-00
phone-conta-entrar-senha = ••••••
    .spoken = Senha: seis bolinhas
phone-conta-entrar-entrar = Entrar
phone-conta-entrar-voltar = Voltar

phone-conta-servicos-titulo = Meus serviços
phone-conta-servicos-saude = Minha saúde
phone-conta-servicos-beneficio = Meu benefício
phone-conta-servicos-papeis = Meus papéis
phone-conta-servicos-sair = Sair da conta

phone-conta-beneficio-titulo = Meu benefício
phone-conta-beneficio-dia = Cai no dia 5
phone-conta-beneficio-voltar = Voltar
