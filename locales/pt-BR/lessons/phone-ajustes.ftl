# Som, letra e cor, no telefone de treino. Nada aqui é de verdade.

phone-ajustes-inicio-titulo = Ajustes
phone-ajustes-inicio-som = Som
phone-ajustes-inicio-letra = Letra
phone-ajustes-inicio-cor = Cor
phone-ajustes-inicio-recado = Recado
phone-ajustes-inicio-chamar = Chamar alguém

phone-ajustes-som-titulo = Som
phone-ajustes-som-aviso = O som está baixo.
phone-ajustes-som-mais = Mais alto
phone-ajustes-som-menos = Mais baixo
phone-ajustes-som-voltar = Voltar

phone-ajustes-som-alto-titulo = Som
phone-ajustes-som-alto-aviso = O som está alto.
phone-ajustes-som-alto-menos = Mais baixo
phone-ajustes-som-alto-voltar = Voltar

phone-ajustes-sem-som-titulo = Som
phone-ajustes-sem-som-aviso = O som está desligado.
phone-ajustes-sem-som-ligar = Ligar o som
phone-ajustes-sem-som-voltar = Voltar

phone-ajustes-letra-titulo = Letra
phone-ajustes-letra-grande = Letra grande
phone-ajustes-letra-pequena = Letra pequena
phone-ajustes-letra-voltar = Voltar

phone-ajustes-letra-grande-titulo = Letra
phone-ajustes-letra-grande-aviso = A letra está grande.
phone-ajustes-letra-grande-normal = Letra normal
phone-ajustes-letra-grande-voltar = Voltar

phone-ajustes-cor-titulo = Cor
phone-ajustes-cor-forte = Cores fortes
phone-ajustes-cor-suave = Cores suaves
phone-ajustes-cor-voltar = Voltar

phone-ajustes-cor-forte-titulo = Cor
phone-ajustes-cor-forte-aviso = Letra branca, fundo preto.
phone-ajustes-cor-forte-normal = Cores normais
phone-ajustes-cor-forte-voltar = Voltar

phone-ajustes-recado-titulo = Recado
phone-ajustes-recado-texto = Venha amanhã, às nove. Tem bolo!
phone-ajustes-recado-ouvir = Ouvir de novo
phone-ajustes-recado-voltar = Voltar

phone-ajustes-chamado-titulo = Já chamamos
phone-ajustes-chamado-aviso = Alguém vem falar com você.
phone-ajustes-chamado-voltar = Voltar
