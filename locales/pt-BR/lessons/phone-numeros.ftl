# Números e senha, no telefone de treino. Nada aqui é de verdade.

phone-numeros-inicio-titulo = Números
phone-numeros-inicio-numero = Número da casa
phone-numeros-inicio-data = Dia em que nasceu
phone-numeros-inicio-senha = Senha

phone-numeros-numero-titulo = Número da casa
phone-numeros-numero-numero = Número
phone-numeros-numero-voltar = Voltar

phone-numeros-data-titulo = Dia em que nasceu
phone-numeros-data-data = Data
phone-numeros-data-voltar = Voltar

phone-numeros-curta-titulo = Dia em que nasceu
phone-numeros-curta-data = 12 05 194
phone-numeros-curta-apagar = Apagar
phone-numeros-curta-enviar = Enviar

phone-numeros-senha-titulo = Senha
phone-numeros-senha-senha = Senha
phone-numeros-senha-voltar = Voltar

phone-numeros-escondida-titulo = Senha
phone-numeros-escondida-bolinhas = ••••••
    .spoken = Seis bolinhas
phone-numeros-escondida-olho = Mostrar
phone-numeros-escondida-voltar = Voltar

phone-numeros-aberta-titulo = Senha
phone-numeros-aberta-palavra = banana
phone-numeros-aberta-olho = Esconder
phone-numeros-aberta-voltar = Voltar
