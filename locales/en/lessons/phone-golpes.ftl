# Messages and calls. Nothing here is real.

phone-golpes-recados-titulo = Messages
phone-golpes-recados-vizinha = My neighbour
phone-golpes-recados-banco = Your bank?
phone-golpes-recados-posto = Health centre

phone-golpes-banco-titulo = Your bank?
phone-golpes-banco-oi = Hello! This is your bank.
phone-golpes-banco-pressa = Be quick! Your account closes today.
phone-golpes-banco-senha = Send your password.
phone-golpes-banco-link = Touch here now
phone-golpes-banco-voltar = Back

phone-golpes-chamada-titulo = Someone is calling
phone-golpes-chamada-fala = This is your bank. Someone used your card! Tell me the password.
phone-golpes-chamada-dizer = Tell the password
phone-golpes-chamada-desligar = Hang up

phone-golpes-desligado-titulo = You hung up
phone-golpes-desligado-volta = Call the caller back
phone-golpes-desligado-cartao = Call the number on my card
phone-golpes-desligado-voltar = Back

phone-golpes-certo-titulo = The real bank
phone-golpes-certo-aviso = Your card is fine. Nobody used it.
phone-golpes-certo-voltar = Back

phone-golpes-pagina-titulo = Your bank?
phone-golpes-pagina-aviso = Write your password and get a prize!
phone-golpes-pagina-escrever = Write the password
phone-golpes-pagina-enviar = Send
phone-golpes-pagina-fechar = Close

phone-golpes-posto-titulo = Health centre
phone-golpes-posto-recado = Your visit is on Wednesday at 8. See you then!
phone-golpes-posto-voltar = Back

phone-golpes-governo-titulo = The state?
phone-golpes-governo-recado = There is money for you here. Only today!
phone-golpes-governo-link = Touch to get it
phone-golpes-governo-voltar = Back

phone-golpes-cartao-titulo = Your bank
phone-golpes-cartao-recado = Your new card is here. Come for it when you can.
phone-golpes-cartao-voltar = Back

phone-golpes-codigo-titulo = Your bank?
phone-golpes-codigo-recado = We sent you a code. Read the code to me.
phone-golpes-codigo-voltar = Back

phone-golpes-vizinha-titulo = My neighbour
phone-golpes-vizinha-recado = I go to the market on Saturday. Will you come?
phone-golpes-vizinha-voltar = Back
