# Numere și parolă, pe telefonul de exersare. Nimic nu este adevărat aici.

phone-numeros-inicio-titulo = Numere
phone-numeros-inicio-numero = Numărul casei
phone-numeros-inicio-data = Ziua nașterii
phone-numeros-inicio-senha = Parola

phone-numeros-numero-titulo = Numărul casei
phone-numeros-numero-numero = Număr
phone-numeros-numero-voltar = Înapoi

phone-numeros-data-titulo = Ziua nașterii
phone-numeros-data-data = Data
phone-numeros-data-voltar = Înapoi

phone-numeros-curta-titulo = Ziua nașterii
phone-numeros-curta-data = 12 05 194
phone-numeros-curta-apagar = Ștergeți
phone-numeros-curta-enviar = Trimiteți

phone-numeros-senha-titulo = Parola
phone-numeros-senha-senha = Parola
phone-numeros-senha-voltar = Înapoi

phone-numeros-escondida-titulo = Parola
phone-numeros-escondida-bolinhas = ••••••
    .spoken = Șase buline
phone-numeros-escondida-olho = Arătați
phone-numeros-escondida-voltar = Înapoi

phone-numeros-aberta-titulo = Parola
phone-numeros-aberta-palavra = banana
phone-numeros-aberta-olho = Ascundeți
phone-numeros-aberta-voltar = Înapoi
