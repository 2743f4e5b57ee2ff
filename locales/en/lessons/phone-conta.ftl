# The government account. Nothing here is real.

phone-conta-inicio-titulo = Government account
phone-conta-inicio-criar = Make my account
phone-conta-inicio-tenho = I have an account

phone-conta-cpf-titulo = CPF for practice
phone-conta-cpf-cpf = CPF
phone-conta-cpf-seguir = Go on
phone-conta-cpf-voltar = Back

phone-conta-codigo-titulo = A message came
phone-conta-codigo-recado = Code: 7 4 1 2. Give it to nobody.
phone-conta-codigo-codigo = Code
phone-conta-codigo-seguir = Go on
phone-conta-codigo-voltar = Back

phone-conta-pedido-titulo = Unknown number
phone-conta-pedido-recado = I am from the government. Send me the code.
phone-conta-pedido-escrito = Not sent yet: 7 4 1 2
phone-conta-pedido-enviar = Send
phone-conta-pedido-apagar = Erase

phone-conta-apagado-titulo = Erased!
phone-conta-apagado-aviso = Nothing was sent.
phone-conta-apagado-voltar = Back

phone-conta-senha-titulo = Your password
phone-conta-senha-senha = Password
phone-conta-senha-seguir = Go on
phone-conta-senha-voltar = Back

phone-conta-pronta-titulo = Your account is made!
phone-conta-pronta-entrar = Go in
phone-conta-pronta-voltar = Back

phone-conta-entrar-titulo = Go into the account
phone-conta-entrar-cpf = Lourdes, CPF 111.222.333-00
phone-conta-entrar-senha = ••••••
    .spoken = Password: six dots
phone-conta-entrar-entrar = Go in
phone-conta-entrar-voltar = Back

phone-conta-servicos-titulo = My services
phone-conta-servicos-saude = My health
phone-conta-servicos-beneficio = My benefit
phone-conta-servicos-papeis = My papers
phone-conta-servicos-sair = Leave the account

phone-conta-beneficio-titulo = My benefit
phone-conta-beneficio-dia = It comes on the 5th
phone-conta-beneficio-voltar = Back
