# Numbers and a password, on the practice phone. Nothing here is real.

phone-numeros-inicio-titulo = Numbers
phone-numeros-inicio-numero = House number
phone-numeros-inicio-data = Date of birth
phone-numeros-inicio-senha = Password

phone-numeros-numero-titulo = House number
phone-numeros-numero-numero = Number
phone-numeros-numero-voltar = Back

phone-numeros-data-titulo = Date of birth
phone-numeros-data-data = Date
phone-numeros-data-voltar = Back

phone-numeros-curta-titulo = Date of birth
phone-numeros-curta-data = 12 05 194
phone-numeros-curta-apagar = Erase
phone-numeros-curta-enviar = Send

phone-numeros-senha-titulo = Password
phone-numeros-senha-senha = Password
phone-numeros-senha-voltar = Back

phone-numeros-escondida-titulo = Password
phone-numeros-escondida-bolinhas = ••••••
    .spoken = Six dots
phone-numeros-escondida-olho = Show
phone-numeros-escondida-voltar = Back

phone-numeros-aberta-titulo = Password
phone-numeros-aberta-palavra = banana
phone-numeros-aberta-olho = Hide
phone-numeros-aberta-voltar = Back
