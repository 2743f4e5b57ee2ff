# A Pix by mistake. Nothing here is real.

phone-pix-recados-titulo = Messages
phone-pix-recados-filha = My daughter
phone-pix-recados-novo = Unknown number
phone-pix-recados-vizinha = My neighbour

phone-pix-recado-titulo = Unknown number
phone-pix-recado-oi = Hi! I sent you 200 reais by mistake.
phone-pix-recado-conta = Send them to this other key.
phone-pix-recado-pressa = Quick, it is for medicine!
phone-pix-recado-segredo = Do not talk to your bank.
phone-pix-recado-voltar = Back

phone-pix-filha-titulo = My daughter
phone-pix-filha-recado = I sent 50 reais for the gas. Did it come?
phone-pix-filha-voltar = Back

phone-pix-vizinha-titulo = My neighbour
phone-pix-vizinha-recado = I paid for the cake by Pix. It was good!
phone-pix-vizinha-voltar = Back

phone-pix-outro-titulo = Unknown number
phone-pix-outro-recado = Wrong Pix! Send it to another key now.
phone-pix-outro-voltar = Back

phone-pix-falso-titulo = Your bank?
phone-pix-falso-recado = To give back the Pix, send your password.
phone-pix-falso-voltar = Back

phone-pix-inicio-titulo = My bank
phone-pix-inicio-extrato = What came and went
phone-pix-inicio-novo = Make a Pix

phone-pix-extrato-titulo = What came and went
phone-pix-extrato-luz = Went: 90 reais, power bill
phone-pix-extrato-recebido = Came: 200 reais, from José
phone-pix-extrato-novo = Make a Pix
phone-pix-extrato-voltar = Back

phone-pix-recebido-titulo = The Pix that came
phone-pix-recebido-quem = From: José
phone-pix-recebido-soma = 200 reais
phone-pix-recebido-devolver = Return this Pix
phone-pix-recebido-novo = Make a new Pix
phone-pix-recebido-voltar = Back

phone-pix-devolvido-titulo = The Pix went back!
phone-pix-devolvido-aviso = It is where it came from.
phone-pix-devolvido-voltar = Back

phone-pix-novo-titulo = New Pix
phone-pix-novo-conta = To: another key
phone-pix-novo-soma = 200 reais
phone-pix-novo-enviar = Send
phone-pix-novo-voltar = Back
