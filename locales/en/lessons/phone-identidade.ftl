# Digital identity. Nothing here is real.

phone-identidade-inicio-titulo = Digital identity
phone-identidade-inicio-criar = Make my account
phone-identidade-inicio-tenho = I have an account

phone-identidade-buletin-titulo = ID card
phone-identidade-buletin-cartao = An ID card for practice
phone-identidade-buletin-foto = Take a photo
phone-identidade-buletin-enviar = Send the photo to someone
phone-identidade-buletin-voltar = Back

phone-identidade-dados-titulo = Is it right?
phone-identidade-dados-nome = Name: Lourdes
phone-identidade-dados-sim = Yes
phone-identidade-dados-outra = Another photo

phone-identidade-codigo-titulo = A message came
phone-identidade-codigo-recado = Code: 5 0 9 3. Give it to nobody.
phone-identidade-codigo-codigo = Code
phone-identidade-codigo-seguir = Go on
phone-identidade-codigo-voltar = Back

phone-identidade-pedido-titulo = Unknown number
phone-identidade-pedido-recado = I am from the state. Send me the code.
phone-identidade-pedido-escrito = Not sent yet: 5 0 9 3
phone-identidade-pedido-enviar = Send
phone-identidade-pedido-apagar = Erase

phone-identidade-apagado-titulo = Erased!
phone-identidade-apagado-aviso = Nothing was sent.
phone-identidade-apagado-voltar = Back

phone-identidade-senha-titulo = Your password
phone-identidade-senha-senha = Password
phone-identidade-senha-seguir = Go on
phone-identidade-senha-voltar = Back

phone-identidade-pronta-titulo = Your account is made!
phone-identidade-pronta-entrar = Go in
phone-identidade-pronta-voltar = Back

phone-identidade-entrar-titulo = Go into the account
phone-identidade-entrar-nome = Name: Lourdes
phone-identidade-entrar-senha = ••••••
    .spoken = Password: six dots
phone-identidade-entrar-entrar = Go in
phone-identidade-entrar-voltar = Back

phone-identidade-servicos-titulo = My services
phone-identidade-servicos-saude = My health
phone-identidade-servicos-taxas = My taxes
phone-identidade-servicos-papeis = My papers
phone-identidade-servicos-sair = Leave the account

phone-identidade-taxas-titulo = My taxes
phone-identidade-taxas-casa = House tax: paid
phone-identidade-taxas-voltar = Back
