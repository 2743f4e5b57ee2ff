# Money sent by mistake. Nothing here is real.

phone-iban-recados-titulo = Messages
phone-iban-recados-filha = My daughter
phone-iban-recados-novo = Unknown number
phone-iban-recados-vizinha = My neighbour

phone-iban-recado-titulo = Unknown number
phone-iban-recado-oi = Hello! I sent you 500 lei by mistake.
phone-iban-recado-conta = Send them to this other account.
phone-iban-recado-pressa = Quick, it is for the hospital!
phone-iban-recado-segredo = Do not talk to your bank.
phone-iban-recado-voltar = Back

phone-iban-filha-titulo = My daughter
phone-iban-filha-recado = I sent 50 lei for the gas. Did it come?
phone-iban-filha-voltar = Back

phone-iban-vizinha-titulo = My neighbour
phone-iban-vizinha-recado = I paid for the eggs. They were good! Kiss.
phone-iban-vizinha-voltar = Back

phone-iban-outro-titulo = Unknown number
phone-iban-outro-recado = My mistake! Pay it into another account now.
phone-iban-outro-voltar = Back

phone-iban-falso-titulo = Your bank?
phone-iban-falso-recado = To give the money back, send your password.
phone-iban-falso-voltar = Back

phone-iban-inicio-titulo = My bank
phone-iban-inicio-extrato = What came and went
phone-iban-inicio-novo = Make a payment

phone-iban-extrato-titulo = What came and went
phone-iban-extrato-luz = Went: 90 lei, power bill
phone-iban-extrato-recebido = Came: 500 lei, from Ion
phone-iban-extrato-novo = Make a payment
phone-iban-extrato-voltar = Back

phone-iban-recebido-titulo = The money that came
phone-iban-recebido-quem = From: Ion
phone-iban-recebido-soma = 500 lei
phone-iban-recebido-banco = Call the bank
phone-iban-recebido-novo = Make a payment
phone-iban-recebido-voltar = Back

phone-iban-banco-titulo = My bank
phone-iban-banco-fala = I am glad you called. We will see to it.
phone-iban-banco-desligar = Hang up

phone-iban-novo-titulo = New payment
phone-iban-novo-conta = IBAN: another account
phone-iban-novo-soma = 500 lei
phone-iban-novo-enviar = Send
phone-iban-novo-voltar = Back
