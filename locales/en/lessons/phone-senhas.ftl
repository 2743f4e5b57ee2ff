# Password, code and second step. Nothing here is real.

phone-senhas-inicio-titulo = My account
phone-senhas-inicio-trocar = Change password
phone-senhas-inicio-etapas = Two steps

phone-senhas-frase-titulo = New password
phone-senhas-frase-frase = Three words
phone-senhas-frase-voltar = Back

phone-senhas-codigo-titulo = Two messages
phone-senhas-codigo-codigo = Your code is 4 0 7 2.
phone-senhas-codigo-pede = That code is mine. Will you send it to me?
phone-senhas-codigo-mandar = Send the code
phone-senhas-codigo-nao = Do not send

phone-senhas-dado-titulo = Unknown number
phone-senhas-dado-pede = That code is mine. Will you send it to me?
phone-senhas-dado-minha = It is 4 0 7 2.
phone-senhas-dado-esperar = Wait
phone-senhas-dado-trocar = Change password

phone-senhas-etapas-titulo = Two steps
phone-senhas-etapas-aviso = The second step is off.
phone-senhas-etapas-ligar = Turn on the second step
phone-senhas-etapas-voltar = Back

phone-senhas-ligada-titulo = Two steps
phone-senhas-ligada-aviso = The second step is on.
phone-senhas-ligada-voltar = Back
