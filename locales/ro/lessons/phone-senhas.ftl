# Parolă, cod și al doilea pas. Nimic nu este adevărat aici.

phone-senhas-inicio-titulo = Contul meu
phone-senhas-inicio-trocar = Schimbați parola
phone-senhas-inicio-etapas = Doi pași

phone-senhas-frase-titulo = Parola nouă
phone-senhas-frase-frase = Trei cuvinte
phone-senhas-frase-voltar = Înapoi

phone-senhas-codigo-titulo = Două mesaje
phone-senhas-codigo-codigo = Codul este 4 0 7 2.
phone-senhas-codigo-pede = Codul acela este al meu. Mi-l trimiteți?
phone-senhas-codigo-mandar = Trimiteți codul
phone-senhas-codigo-nao = Nu trimiteți

phone-senhas-dado-titulo = Număr necunoscut
phone-senhas-dado-pede = Codul acela este al meu. Mi-l trimiteți?
phone-senhas-dado-minha = Este 4 0 7 2.
phone-senhas-dado-esperar = Așteptați
phone-senhas-dado-trocar = Schimbați parola

phone-senhas-etapas-titulo = Doi pași
phone-senhas-etapas-aviso = Al doilea pas este oprit.
phone-senhas-etapas-ligar = Porniți al doilea pas
phone-senhas-etapas-voltar = Înapoi

phone-senhas-ligada-titulo = Doi pași
phone-senhas-ligada-aviso = Al doilea pas este pornit.
phone-senhas-ligada-voltar = Înapoi
