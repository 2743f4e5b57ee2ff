# What to do after a fraud. Nothing here is real.

phone-socorro-inicio-titulo = My phone
phone-socorro-inicio-conta = See the account
phone-socorro-inicio-ligar = Call the bank
phone-socorro-inicio-ajustes = Settings
phone-socorro-inicio-gente = Talk to someone

phone-socorro-conta-titulo = Account of Mrs Lourdes
phone-socorro-conta-padaria = Today: bread
phone-socorro-conta-compra = Something bought far from here
phone-socorro-conta-emprestimo = A loan she did not ask for
phone-socorro-conta-senha = Someone changed her password
phone-socorro-conta-voltar = Back

phone-socorro-numeros-titulo = Call the bank
phone-socorro-numeros-mensagem = The number in the message
phone-socorro-numeros-cartao = The number on my card
phone-socorro-numeros-busca = A number from the internet
phone-socorro-numeros-voltar = Back

phone-socorro-banco-titulo = The real bank
phone-socorro-banco-fala = Good day, this is the bank. What happened?
phone-socorro-banco-contar = It was fraud. Block it all!
phone-socorro-banco-depois = Nothing. I will call later.

phone-socorro-bloqueado-titulo = The real bank
phone-socorro-bloqueado-fala = We blocked the account. You did well to call.
phone-socorro-bloqueado-voltar = Back

phone-socorro-ajustes-titulo = Settings
phone-socorro-ajustes-som = Sound
phone-socorro-ajustes-letra = Size of the words
phone-socorro-ajustes-senha = Change password
phone-socorro-ajustes-voltar = Back

phone-socorro-trocada-titulo = Settings
phone-socorro-trocada-aviso = You have a new password.
phone-socorro-trocada-voltar = Back

phone-socorro-quem-titulo = Who do you talk to?
phone-socorro-quem-promete = He says he can get the money back
phone-socorro-quem-enganou = The cheat
phone-socorro-quem-filha = My daughter
phone-socorro-quem-voltar = Back

phone-socorro-filha-titulo = My daughter
phone-socorro-filha-recado = I am glad you told me, mum! I am on my way.
phone-socorro-filha-voltar = Back

phone-socorro-apagadas-titulo = Messages
phone-socorro-apagadas-aviso = The messages were erased.
phone-socorro-apagadas-desfazer = Bring it back
phone-socorro-apagadas-fechar = Close

phone-socorro-guardadas-titulo = Messages
phone-socorro-guardadas-conversa = Unknown number
phone-socorro-guardadas-voltar = Back

phone-socorro-um-titulo = What comes first?
phone-socorro-um-policia = Go to the police
phone-socorro-um-familia = Tell someone
phone-socorro-um-senha = Change password
phone-socorro-um-banco = Call the bank

phone-socorro-dois-titulo = The bank knows. What now?
phone-socorro-dois-familia = Tell someone
phone-socorro-dois-policia = Go to the police
phone-socorro-dois-senha = Change password
phone-socorro-dois-voltar = Back

phone-socorro-tres-titulo = The password is new. What now?
phone-socorro-tres-policia = Go to the police
phone-socorro-tres-familia = Tell someone
phone-socorro-tres-voltar = Back

phone-socorro-quatro-titulo = Someone knows. What now?
phone-socorro-quatro-policia = Go to the police
phone-socorro-quatro-voltar = Back

phone-socorro-cinco-titulo = The police know. What now?
phone-socorro-cinco-familia = Tell someone
phone-socorro-cinco-voltar = Back

phone-socorro-feito-titulo = It is all done!
phone-socorro-feito-aviso = You did all you could. Now have a rest.
phone-socorro-feito-voltar = Back
